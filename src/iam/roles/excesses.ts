import type { Leaf } from '../../model/leaf.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import {
  endangersReplicationSet,
  idOf,
  incidentManagerServices,
  isSensitive,
  isWrite,
  needsWildcard,
  type Action,
} from '../policy/actions.js';
import { arnPattern, coversService, isEverything } from '../policy/arns.js';
import { gapOf, hasGap, widest } from '../policy/gap.js';
import { resolverActions } from './resolver.js';
import type { Statement } from '../policy/statement.js';
import { hasWildcard } from '../policy/wildcards.js';

/** Something that a role for incidents should not be able to do. */
export interface ExcessKind {
  /** A clause that says so of the role. */
  readonly clause: string;
  readonly services: readonly string[];
  readonly isWanted: (action: Action) => boolean;
  /** What must hold besides, of the statement and of the text that reaches the action. */
  readonly also: (statement: Statement, by: Leaf, action: Action) => Tri;
}

const isAll = (by: Leaf): Tri => by.test((text) => /^\*+$/.test(text));
const isListed = (statement: Statement, by: Leaf): Tri => all(statement.actions.includes(by), not(isAll(by)));
const everywhere = ({ resources }: Statement): Tri => any(...resources.map(isEverything));

/** Whether a resource is everything of a sort: `*`, or an ARN such as `arn:aws:iam::*:role/*`. */
const isEveryOf =
  (types: readonly string[]) =>
  ({ resources }: Statement): Tri =>
    any(
      ...resources.map((resource) =>
        resource.test((text) => {
          const isWide = (one: string): boolean => {
            const [type = '', ...rest] = (arnPattern(one)?.resource ?? '').split(/[/:]/);
            if (/^\*+$/.test(type)) return true;
            return types.includes(type) && rest.length > 0 && rest.every((part) => /^\*+$/.test(part));
          };
          if (isWide(text)) return true;
          return hasGap(text) && text.includes('\uE001') && isWide(widest(text)) ? gapOf(resource) : false;
        }),
      ),
    );

/** Whether a responder does not need it, although it manages permissions, shares or destroys. */
const isBeyond = (action: Action): boolean => isSensitive(action) && !resolverActions().has(idOf(action));

/** The rights of an administrator: `*`, or everything but what a `NotAction` names, on everything. */
export const everything: ExcessKind = {
  clause: 'may do nearly everything',
  services: incidentManagerServices,
  isWanted: isBeyond,
  also: (statement, by) => all(any(statement.notActions.includes(by), isAll(by)), everywhere(statement)),
};

export const changingRights: ExcessKind = {
  clause: 'may change rights in IAM, its own as well',
  services: ['iam'],
  isWanted: ({ name }) => /^(?:Attach|Put)(?:Role|User|Group)Policy$/.test(name),
  also: (statement, by) => all(isListed(statement, by), isEveryOf(['role', 'user', 'group'])(statement)),
};

export const destroying: ExcessKind = {
  clause: 'may delete or change the replication set',
  services: ['ssm-incidents'],
  isWanted: endangersReplicationSet,
  also: isListed,
};

/** A wildcard that reaches more of Incident Manager than the rule on wildcards lets pass. */
export const wildcard: ExcessKind = {
  clause: 'has a wildcard on the permission, sharing or deleting actions of Incident Manager',
  services: incidentManagerServices,
  isWanted: isBeyond,
  also: (statement, by) => all(isListed(statement, by), hasWildcard(by)),
};

/** Changes on every resource, beyond what AWS's policy for responders allows. */
export const unscoped: ExcessKind = {
  clause: 'may change every resource of Incident Manager of its sort',
  services: incidentManagerServices,
  isWanted: (action) => isWrite(action) && !needsWildcard(action) && !resolverActions().has(idOf(action)),
  also: (statement, by, action) =>
    all(
      isListed(statement, by),
      any(...statement.resources.map((resource) => coversService(resource, action.service))),
    ),
};

/** Phone numbers and e-mail addresses stand in what these return (Incident Manager API reference: ContactChannel). */
export const readingAddresses: ExcessKind = {
  clause: 'may read the phone numbers and addresses of contacts',
  services: ['ssm-contacts'],
  isWanted: ({ name }) => name === 'GetContactChannel' || name === 'ListContactChannels',
  also: isListed,
};

export const startingAnything: ExcessKind = {
  clause: 'may start every automation',
  services: ['ssm'],
  isWanted: ({ name }) => name === 'StartAutomationExecution',
  also: (statement, by) =>
    all(isListed(statement, by), isEveryOf(['automation-definition', 'document'])(statement)),
};

export const assumingAnything: ExcessKind = {
  clause: 'may assume every role',
  services: ['sts'],
  isWanted: ({ name }) => name === 'AssumeRole',
  also: (statement, by) => all(isListed(statement, by), isEveryOf(['role'])(statement)),
};

/** Calls that end or thin out what is recorded (CloudTrail API reference). */
export const tampering: ExcessKind = {
  clause: 'may stop or change what CloudTrail records',
  services: ['cloudtrail'],
  isWanted: ({ name }) =>
    /^(?:StopLogging|(?:Delete|Update)(?:Trail|EventDataStore)|PutEventSelectors|StopEventDataStoreIngestion)$/.test(
      name,
    ),
  also: isListed,
};

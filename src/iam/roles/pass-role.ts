import { anything, type Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import type { Action } from '../policy/actions.js';
import { arnPattern } from '../policy/arns.js';
import { hasRestriction } from '../policy/conditions.js';
import type { Permissions } from './effective.js';
import { gapOf, widest } from '../policy/gap.js';
import { holdersOf } from './holders.js';
import { better, reachedBy, type Reached } from '../policy/reached.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';

/** A grant of `iam:PassRole` to somebody who can hand a role to Incident Manager or to a chat channel. */
export interface Passing {
  readonly place: Place;
  readonly when: Assumptions;
  readonly by: Leaf;
  /** The administration that makes it dangerous, such as `CreateResponsePlan`. */
  readonly beside: Action;
  /** What can be passed. */
  readonly reach: 'any role' | 'roles to any service';
  readonly isMilder: boolean;
  readonly verdict: Tri;
}

/** Calls that hand a role over (CloudFormation registry: handlers' permissions of the types they create). */
const handingOver: Readonly<Record<string, RegExp>> = {
  'ssm-incidents': /^(?:Create|Update)ResponsePlan$/,
  chatbot: /^(?:Create|Update)\w*ChannelConfiguration$/,
};

/**
 * What a policy's own documents pass on by `iam:PassRole`, where somebody who has it may also administer response plans
 * or chat channels: any role, or certain roles to any service (IAM user guide: Granting a user permissions to pass a
 * role to an AWS service). `*` as the action is left to the rule on wildcards.
 */
export function passingsOf(policy: View<'permission-policy'>, workspace: Workspace): Passing[] {
  const own = [...policy.documents].flatMap(statementsOf);
  const passing = own.filter((statement) => statement.actions.some(passes));
  if (passing.length === 0) return [];
  const byText = new Map<Leaf, Passing>();
  for (const holder of holdersOf(policy, workspace)) {
    const admin = administrationIn(holder);
    if (admin === undefined) continue;
    const wanted = { services: ['iam'], isWanted: ({ name }: Action) => name === 'PassRole' };
    for (const reached of reachedBy(holder, wanted, passing)) {
      const found = passingOf(reached, admin);
      const known = byText.get(reached.by);
      if (found !== undefined) byText.set(reached.by, known === undefined ? found : worse(known, found));
    }
  }
  return [...byText.values()];
}

function passes(action: Leaf): boolean {
  return action.test((text) => /^iam:/i.test(text)) !== false && action.doubt === undefined;
}

function worse(known: Passing, found: Passing): Passing {
  if (known.verdict !== true && found.verdict === true) return found;
  return known;
}

const administration = new WeakMap<Permissions, { readonly first: Reached | undefined }>();

/** The first right to create or change what takes a role. */
function administrationIn(holder: Permissions): Reached | undefined {
  let found = administration.get(holder);
  if (found === undefined) {
    const isWanted = ({ service, name }: Action): boolean => handingOver[service]?.test(name) === true;
    const reached = reachedBy(holder, { services: Object.keys(handingOver), isWanted }).filter(
      ({ by, statement }) => statement.actions.includes(by) && not(isEverything(by)) !== false,
    );
    const [first, ...rest] = reached;
    found = { first: first && rest.reduce(better, first) };
    administration.set(holder, found);
  }
  return found.first;
}

function isEverything(action: Leaf): Tri {
  return action.test((text) => /^\*+$/.test(text));
}

function passingOf({ statement, by, when, verdict }: Reached, admin: Reached): Passing | undefined {
  const both = combine(when, admin.when);
  if (both === undefined || !passes(by)) return undefined;
  const at = { place: by.place, when: both, by, beside: admin.action };
  const certain = all(verdict, admin.verdict);
  const isMilder = hasRestriction(statement);
  const isOpen = not(
    any(
      tiesTo(statement, () => true),
      statement.unreadConditions ?? false,
    ),
  );
  const isAny = any(...statement.resources.map(isAnyRole), statement.notResources.length > 0);
  const passing: Passing[] = [
    { ...at, reach: 'any role', isMilder, verdict: all(certain, isAny, isOpen) },
    {
      ...at,
      reach: 'any role',
      isMilder: true,
      verdict: all(
        certain,
        isAny,
        tiesTo(statement, (service) => receivers.includes(service)),
      ),
    },
    { ...at, reach: 'roles to any service', isMilder: true, verdict: all(certain, not(isAny), isOpen) },
  ];
  return passing.find((one) => one.verdict === true) ?? passing.find((one) => one.verdict !== false);
}

/** The services that act with the role of a response plan or of a chat channel. */
const receivers: readonly string[] = ['ssm-incidents.amazonaws.com', 'chatbot.amazonaws.com'];

/** Whether a resource is every role. */
function isAnyRole(resource: Leaf): Tri {
  return resource.test((text) => {
    const isAny = (one: string): boolean => /^(?:role\/)?\*+$/.test(arnPattern(one)?.resource ?? '');
    if (isAny(text)) return true;
    return text.includes(anything) && isAny(widest(text)) ? gapOf(resource) : false;
  });
}

/** Whether a condition names a service that may get the role, or the resource, and one that counts. */
function tiesTo({ conditions }: Statement, counts: (service: string) => boolean): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      /^iam:(?:passedtoservice|associatedresourcearn)$/i.test(key) &&
      /^(?:forany\w+:)?(?:string(?:equals|like)|arn(?:equals|like))/i.test(operator) &&
      values.some((value) => value.is(counts) !== false) &&
      !values.some((value) => value.is((text) => /^\*+$/.test(text)) === true),
  );
}

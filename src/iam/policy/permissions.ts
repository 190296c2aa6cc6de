import type { Resource } from '../../dialect/resource.js';
import type { SourceFile } from '../../text/source-file.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, not, type Tri } from '../../value/tri.js';
import type { Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import { incidentManagerServices } from './actions.js';
import { arnPattern } from './arns.js';
import { isTakenBack } from './covers.js';
import { widest } from './gap.js';
import { globMatches } from './glob.js';
import type { Statement } from './statement.js';
import { statementsOf } from './statements.js';

/** A statement of a permission policy, and whether it allows what it says after the denials of its own document. */
export interface Permission {
  readonly statement: Statement;
  readonly allows: Tri;
}

/** What a permission policy allows, document by document; statements that allow nothing are left out. */
export function permissionsOf(policy: View<'permission-policy'>): Permission[] {
  return [...policy.documents].flatMap((document) => {
    const statements = statementsOf(document);
    return statements
      .map((statement) => ({
        statement,
        allows: all(statement.allows, not(isTakenBack(statement, statements))),
      }))
      .filter(({ allows }) => allows !== false);
  });
}

/**
 * Whether a policy is Incident Manager's business even where it does not name it: its template declares resources of
 * Incident Manager, or its role is one that a response plan, a chat configuration or an event rule uses.
 */
export function concernsIncidents(policy: View<'permission-policy'>, workspace: Workspace): boolean {
  const { files, roles } = businessOf(workspace);
  if (files.has(policy.resource.place.file)) return true;
  return [policy.resource, ...rolesOf(policy.roles, workspace)].some((role) => roles.has(role));
}

/** Whether a role is one that a response plan, a chat configuration or an event rule for incidents uses. */
export function isWiredRole(role: Resource, workspace: Workspace): boolean {
  return businessOf(workspace).roles.has(role);
}

/** What is Incident Manager's business in a workspace. */
interface Business {
  readonly files: ReadonlySet<SourceFile>;
  readonly roles: ReadonlySet<Resource>;
}

const known = new WeakMap<Workspace, Business>();

function businessOf(workspace: Workspace): Business {
  let business = known.get(workspace);
  if (business === undefined) {
    const files = new Set(workspace.incidentManagerResources().map(({ place }) => place.file));
    business = { files, roles: new Set(wiredRoles(workspace)) };
    known.set(workspace, business);
  }
  return business;
}

/** Whether an action pattern begins like the two services, so that it is meant for Incident Manager. */
export function namesIncidentManager(action: Leaf): boolean {
  return action.test((text) => /^ssm-/i.test(text)) === true;
}

/** Types that make nothing of Incident Manager, nor anything that their own code says. */
const otherTypes =
  /^(?:AWS::(?!SSM(?:Incidents|Contacts)::|CloudFormation::)|aws(?:cc)?_(?!ssm|cloudformation_|lambda_invocation$))/;

/**
 * Whether a resource of a policy may be one of Incident Manager's: an ARN of another service, and a resource of the
 * templates that is of another type, is none.
 */
export function mayBeOfIncidents(resource: Leaf, workspace: Workspace): boolean {
  const { value } = resource;
  const [first] = value.kind === 'partial' ? value.parts : [];
  const target =
    value.kind === 'reference' ? value.target : typeof first === 'object' ? first.target : undefined;
  const type = target && workspace.resourceAt(target)?.type;
  if (type !== undefined) return !otherTypes.test(type);
  return (
    resource.test((text) => {
      const service = arnPattern(widest(text))?.service;
      return service === undefined || incidentManagerServices.some((own) => globMatches(service, own));
    }) !== false
  );
}

/** Whether a resource of a policy is named as one of Incident Manager's, by its ARN. */
export function isOfIncidents(resource: Leaf): boolean {
  return (
    resource.test((text) => incidentManagerServices.some((own) => own === arnPattern(text)?.service)) === true
  );
}

/** A place that a statement's parts share: what both rest on, or undefined where they never hold together. */
export function together(at: Leaf, other: Leaf): { place: Leaf['place']; when: Assumptions } | undefined {
  const when = combine(at.when, other.when);
  return when === undefined ? undefined : { place: at.place, when };
}

function wiredRoles(workspace: Workspace): Resource[] {
  const leaves = [
    ...workspace.all('response-plan').flatMap(({ runbookRoles }) => [...runbookRoles]),
    ...workspace.all('chat-configuration').flatMap(({ role }) => [...role]),
    ...workspace
      .all('event-rule')
      .flatMap(({ targets }) =>
        [...targets].flatMap((target) =>
          startsIncidents([...target.arn], workspace) ? [...target.role] : [],
        ),
      ),
  ];
  return rolesOf(leaves, workspace);
}

function startsIncidents(targets: readonly Leaf[], workspace: Workspace): boolean {
  return targets.some((target) => {
    const plan = workspace.follow(target, 'response-plan');
    return plan !== undefined && 'resource' in plan;
  });
}

function rolesOf(leaves: Iterable<Leaf>, workspace: Workspace): Resource[] {
  return [...leaves].flatMap((leaf) => {
    const role = workspace.follow(leaf, 'role');
    return role !== undefined && 'resource' in role ? [role.resource] : [];
  });
}

import { serviceActions, type AccessLevel } from '../../data/iam-actions.js';
import { globMatches, isGlob, matcherOf } from './glob.js';

/** An action as the Service Authorization Reference describes it. */
export interface Action {
  /** The prefix of its service in policies. */
  readonly service: string;
  /** As AWS writes it, such as `StartIncident`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** The types of the resources it works on; empty where a policy must say `*`. */
  readonly resourceTypes: readonly string[];
}

/** The two services of Incident Manager by their prefixes in policies. */
export const incidentManagerServices: readonly string[] = ['ssm-incidents', 'ssm-contacts'];

const tables = new Map<string, ReadonlyMap<string, Action>>();

/** The actions of a service by their names in lower case; none for a service that the rules do not speak of. */
function tableOf(service: string): ReadonlyMap<string, Action> {
  let table = tables.get(service);
  if (table === undefined) {
    const groups = Object.hasOwn(serviceActions, service) ? serviceActions[service]?.groups : undefined;
    const actions = (groups ?? []).flatMap(({ level, on, actions: names }) => {
      const resourceTypes = on === '' ? [] : on.split(' ');
      return names.split(' ').map((name): Action => ({ service, name, level, resourceTypes }));
    });
    table = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
    tables.set(service, table);
  }
  return table;
}

/** Every action of a service. */
export function actionsOf(service: string): readonly Action[] {
  return [...tableOf(service).values()];
}

/** `service:Name`, as policies write it. */
export function idOf({ service, name }: Action): string {
  return `${service}:${name}`;
}

/** Expansions of globs are kept, because estates repeat them; hostile input may not fill the memory with them. */
const mostKept = 500;
const longestKept = 200;
const expansions = new Map<string, readonly Action[]>();

/**
 * The actions of some services that a pattern of a policy's `Action` names: `ssm-incidents:Start*`, `ssm-*:*`, `*`.
 * Case does not count (IAM JSON policy elements: Action). A pattern without a service, other than `*`, names none.
 */
export function expand(
  pattern: string,
  services: readonly string[] = incidentManagerServices,
): readonly Action[] {
  const key = `${services.join(' ')} ${pattern}`;
  const kept = expansions.get(key);
  if (kept !== undefined) return kept;
  const [prefix, name] = partsOf(pattern.toLowerCase());
  if (name === undefined) return [];
  const actions = services
    .filter((service) => globMatches(prefix, service))
    .flatMap((service) => namedIn(service, name));
  if (pattern.length <= longestKept) {
    if (expansions.size >= mostKept) expansions.clear();
    expansions.set(key, actions);
  }
  return actions;
}

/** Whether a pattern names an action. */
export function names(pattern: string, action: Action): boolean {
  const [prefix, name] = partsOf(pattern.toLowerCase());
  return (
    name !== undefined && globMatches(prefix, action.service) && globMatches(name, action.name.toLowerCase())
  );
}

function namedIn(service: string, name: string): readonly Action[] {
  const table = tableOf(service);
  if (!isGlob(name)) {
    const action = table.get(name);
    return action === undefined ? [] : [action];
  }
  const matches = matcherOf(name);
  return [...table].filter(([lower]) => matches(lower)).map(([, action]) => action);
}

function partsOf(pattern: string): [prefix: string, name?: string] {
  if (/^\*+$/.test(pattern)) return ['*', '*'];
  const colon = pattern.indexOf(':');
  return colon < 0 ? [pattern] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

/** Whether it changes anything: its level is neither Read nor List. */
export function isWrite({ level }: Action): boolean {
  return level !== 'Read' && level !== 'List';
}

/** Whether it works on no resource type, so that a policy can only allow it on `*`. */
export function needsWildcard({ resourceTypes }: Action): boolean {
  return resourceTypes.length === 0;
}

/**
 * Actions that give other accounts or principals a way in. Access levels do not tell: `PutContactPolicy` is a Write
 * action in the Service Authorization Reference.
 */
const sharing: ReadonlySet<string> = new Set([
  'ssm-incidents:PutResourcePolicy',
  'ssm-incidents:DeleteResourcePolicy',
  'ssm-contacts:AssociateContact',
  'ssm-contacts:PutContactPolicy',
  'ram:AssociateResourceShare',
]);

/** Whether it shares a resource, or changes who may use it. */
export function isSharing(action: Action): boolean {
  return sharing.has(idOf(action));
}

const ofReplicationSet: ReadonlySet<string> = new Set([
  'ssm-incidents:DeleteReplicationSet',
  'ssm-incidents:UpdateReplicationSet',
  'ssm-incidents:UpdateDeletionProtection',
]);

/** Whether it can destroy the replication set, and all of Incident Manager's data with it, or prepare that. */
export function endangersReplicationSet(action: Action): boolean {
  return ofReplicationSet.has(idOf(action));
}

/** Whether it deletes something or takes away what protects it. */
export function isDestructive(action: Action): boolean {
  return action.name.startsWith('Delete') || endangersReplicationSet(action);
}

/** Whether it manages permissions, shares or destroys: what a wildcard should never reach. */
export function isSensitive(action: Action): boolean {
  return action.level === 'Permissions management' || isSharing(action) || isDestructive(action);
}

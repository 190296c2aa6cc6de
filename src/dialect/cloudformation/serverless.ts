import { pathOf, withEntries, withValue, type MapNode, type Node, type NodeEntry } from '../../parse/node.js';
import type { Path } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { callOf } from './call.js';
import type { Conditions } from './conditions.js';
import { child } from './evaluator.js';
import { keptAt, listAt, mapAt, textAt } from './moved.js';
import { managedIn, statedIn } from './serverless-policies.js';

/** A condition on which a resource names no role. */
interface Unless {
  readonly condition: string;
  readonly holds: boolean;
}

/** A role that AWS SAM makes for a resource that names none. */
export interface ImpliedRole {
  /** The resource as it was written: the role stands where it stands. */
  readonly owner: NodeEntry;
  /** The owner's type. */
  readonly sourceType: string;
  readonly unless: Unless | undefined;
}

/** The resources of a template, with the roles that AWS SAM makes for some. */
export interface Serverless {
  readonly resources: MapNode | undefined;
  /** By their logical IDs. */
  readonly roles: ReadonlyMap<string, ImpliedRole>;
}

/** Who assumes the role that is made for a resource, unless the resource says otherwise. */
const services: ReadonlyMap<string, string> = new Map([
  ['AWS::Serverless::Function', 'lambda.amazonaws.com'],
  ['AWS::Serverless::StateMachine', 'states.amazonaws.com'],
]);

/**
 * Adds the roles that AWS SAM makes: `PageRole` for the function `Page` without a `Role`, with what its `Policies`, its
 * `PermissionsBoundary` and its `AssumeRolePolicyDocument` say, the latter two also from `Globals` (AWS SAM developer
 * guide, "AWS::Serverless::Function" and "Globals section"). `Policies` beside a `Role` mean nothing to AWS SAM.
 */
export function withServerlessRoles(resources: MapNode | undefined, globals: Node | undefined): Serverless {
  const roles = new Map<string, ImpliedRole>();
  const taken = new Set(resources?.entries.map(({ key }) => key));
  const entries = resources?.entries.flatMap((owner): NodeEntry[] => {
    const type = child(owner.value, 'Type');
    const service = type?.kind === 'scalar' ? services.get(type.text) : undefined;
    const properties = child(owner.value, 'Properties');
    if (service === undefined || type?.kind !== 'scalar' || properties?.kind !== 'map') return [owner];
    const name = impliedRole(owner.key);
    const unless = roleIsMade(child(properties, 'Role'));
    if (unless === false || taken.has(name)) return [owner];
    roles.set(name, { owner, sourceType: type.text, unless: unless === true ? undefined : unless });
    const section = type.text.slice('AWS::Serverless::'.length);
    const value = roleOf(owner, properties, sharedBy(globals, section, properties), service);
    return [owner, withValue(owner, value, name)];
  });
  return { resources: resources && withEntries(resources, entries ?? []), roles };
}

/** The logical ID of the role that AWS SAM makes for a resource. */
export function impliedRole(logicalId: string): string {
  return `${logicalId}Role`;
}

/** What an implied role's existence rests on; undefined where conditions decide that it is never made. */
export function whenImplied(
  { unless }: ImpliedRole,
  rests: Assumptions,
  conditions: Conditions,
): Assumptions | undefined {
  if (unless === undefined) return rests;
  const assumption = conditions.assume(unless.condition, unless.holds);
  if (typeof assumption === 'boolean') return assumption ? rests : undefined;
  return combine(rests, [assumption]);
}

/** Whether a role is made beside a property `Role`: where that is left out, or in the arm in which it is. */
function roleIsMade(role: Node | undefined): boolean | Unless {
  if (role === undefined || isNothing(role)) return true;
  const call = callOf(role, undefined);
  if (call?.name !== 'Fn::If' || call.argument.kind !== 'list') return false;
  const [condition, first, second] = call.argument.items;
  if (condition?.kind !== 'scalar') return false;
  if (isNothing(first)) return { condition: condition.text, holds: true };
  return isNothing(second) && { condition: condition.text, holds: false };
}

function isNothing(node: Node | undefined): boolean {
  if (node === undefined) return false;
  const call = callOf(node, undefined);
  return call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.text === 'AWS::NoValue';
}

/** The properties that a role takes over as they are. */
const shared = ['AssumeRolePolicyDocument', 'PermissionsBoundary'];

/** What `Globals` say of a resource that does not say it itself. */
function sharedBy(globals: Node | undefined, section: string, own: MapNode): readonly NodeEntry[] {
  const all = child(globals, section);
  if (all?.kind !== 'map') return [];
  const path: Path = { parent: { parent: undefined, key: 'Globals' }, key: section };
  return all.entries
    .filter(({ key }) => shared.includes(key) && child(own, key) === undefined)
    .map(({ key, keySpan, value }) => ({ key, keySpan, value: keptAt(value, { parent: path, key }) }));
}

function roleOf(owner: NodeEntry, properties: MapNode, globals: readonly NodeEntry[], service: string): Node {
  const at = keptAt(owner.value, { parent: { parent: undefined, key: 'Resources' }, key: owner.key });
  const path: Path = { parent: at.origin?.path, key: 'Properties' };
  const own = properties.entries.flatMap(({ key, keySpan, value }): NodeEntry[] => {
    const stands: Path = { parent: pathOf(properties, path), key };
    if (key === 'Policies')
      return [
        { key, keySpan, value: statedIn(value, stands) },
        { key: 'ManagedPolicyArns', keySpan, value: managedIn(value, stands) },
      ];
    return shared.includes(key) ? [{ key, keySpan, value: keptAt(value, stands) }] : [];
  });
  const entry = (key: string, value: Node): NodeEntry => ({ key, keySpan: owner.keySpan, value });
  const written = [...own, ...globals];
  const isTrusted = written.some(({ key }) => key === 'AssumeRolePolicyDocument');
  const trust = isTrusted ? [] : [entry('AssumeRolePolicyDocument', trustAt(at, service))];
  const condition = child(owner.value, 'Condition');
  return mapAt(at, [
    entry('Type', textAt(at, 'AWS::IAM::Role')),
    ...(condition === undefined ? [] : [entry('Condition', condition)]),
    entry('Properties', mapAt(keptAt(properties, path), [...written, ...trust])),
  ]);
}

function trustAt(at: Node, service: string): Node {
  const entry = (key: string, value: Node): NodeEntry => ({ key, keySpan: at.span, value });
  const statement = mapAt(at, [
    entry('Effect', textAt(at, 'Allow')),
    entry('Action', textAt(at, 'sts:AssumeRole')),
    entry('Principal', mapAt(at, [entry('Service', textAt(at, service))])),
  ]);
  return mapAt(at, [entry('Statement', listAt(at, [statement]))]);
}

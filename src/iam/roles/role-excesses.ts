import type { Leaf } from '../../model/leaf.js';
import type { Variant } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, isDoubt, type Tri } from '../../value/tri.js';
import { passes, permissionsOfPrincipal, type Permissions } from './effective.js';
import type { ExcessKind } from './excesses.js';
import { policyBehind } from './managed-policies.js';
import { narrowed } from '../policy/narrowed.js';
import { better, reachedBy, type Reached } from '../policy/reached.js';
import { roleBehind } from './role-trust.js';

/** More of a role's rights than its use asks for. */
export interface Excess {
  readonly kind: ExcessKind;
  /** Where the role is named. */
  readonly place: Place;
  readonly when: Assumptions;
  /** What gives it; undefined where it is only known that something may. */
  readonly grant: Reached | undefined;
  readonly verdict: Tri;
}

/**
 * What the role that a leaf names may do of some kinds: of each kind one grant that shows it, and each grant under the
 * first kind that it shows. All that cannot be told is one doubt.
 *
 * @param kinds the first of them says everything there is to say where it is true.
 */
export function excessesOf(leaf: Leaf, kinds: readonly ExcessKind[], workspace: Workspace): Excess[] {
  const [first] = kinds;
  if (leaf.isAbsent === true || first === undefined) return [];
  const role = roleBehind(leaf, workspace);
  const undecided = (verdict: Tri): Excess => ({
    kind: first,
    place: leaf.place,
    when: leaf.when,
    grant: undefined,
    verdict,
  });
  if (!('resource' in role)) return [undecided(role)];
  const permissions = permissionsOfPrincipal(role.resource, workspace);
  const found = kinds.flatMap((kind): Excess[] => {
    const grant = grantOf(permissions, kind);
    const when = grant && combine(leaf.when, combine(role.when, grant.when) ?? grant.when);
    if (grant === undefined || when === undefined) return [];
    return [{ kind, place: leaf.place, when, grant, verdict: grant.verdict }];
  });
  const texts = new Set<Leaf | undefined>();
  const faults = found.filter(({ verdict, grant }) => {
    // One text can be too much in several ways; the first says enough.
    if (verdict !== true || texts.has(grant?.by)) return false;
    texts.add(grant?.by);
    return true;
  });
  const whole = faults.find(({ kind, when }) => kind === first && when.length === leaf.when.length);
  if (whole !== undefined) return [whole];
  const doubt = found.find(({ verdict }) => isDoubt(verdict))?.verdict ?? permissions.unread[0]?.doubt;
  return doubt === undefined ? faults : [...faults, undecided(doubt)];
}

const grants = new WeakMap<Permissions, Map<ExcessKind, Reached | undefined>>();

function grantOf(permissions: Permissions, kind: ExcessKind): Reached | undefined {
  let byKind = grants.get(permissions);
  if (byKind === undefined) grants.set(permissions, (byKind = new Map<ExcessKind, Reached | undefined>()));
  if (!byKind.has(kind)) byKind.set(kind, findGrant(permissions, kind));
  return byKind.get(kind);
}

function findGrant(permissions: Permissions, kind: ExcessKind): Reached | undefined {
  const [first, ...rest] = reachedBy(permissions, kind).flatMap((reached): Reached[] => {
    const verdict = all(reached.verdict, kind.also(reached.statement, reached.by, reached.action));
    return verdict === false ? [] : [{ ...reached, verdict }];
  });
  return first && rest.reduce(better, first);
}

/** Whether guardrail policies, in every way their list can turn out, keep members of a channel from using a grant. */
export function isKeptBack(
  grant: Reached | undefined,
  guardrails: readonly Variant<Leaf>[],
  workspace: Workspace,
): boolean {
  if (grant === undefined || guardrails.length === 0) return false;
  const request = narrowed(grant.statement, grant.by, grant.action);
  return guardrails.every(
    ({ items, isEmpty }) =>
      isEmpty === false &&
      items.every((policy) => passes(policyBehind(policy, workspace), request, grant.action) === false),
  );
}

import type { Changed } from '../../model/change.js';
import type { Leaf } from '../../model/leaf.js';
import type { Workspace } from '../../model/workspace.js';
import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { covers } from './covers.js';
import { grantsOf, type Grant } from './grants.js';
import { concernsIncidents, namesIncidentManager, permissionsOf, type Permission } from './permissions.js';
import type { Statement } from './statement.js';
import { statementsOf } from './statements.js';

/** Something that a policy allows on Incident Manager, or no longer denies, after a change. */
export interface Broadening {
  readonly place: Place;
  readonly when: Assumptions;
  readonly verdict: Tri;
  readonly action: Leaf;
  readonly kind: 'allowed' | 'no longer denied';
  /** Whether nothing but reading and listing is reached. */
  readonly isReadOnly: boolean;
}

/** More pairs of grants and statements than this are not compared. */
const mostPairs = 50_000;

/**
 * What a change of a policy adds to what it grants on Incident Manager: each action on each resource counts by itself,
 * so that statements may be split, merged and put in another order.
 */
export function broadeningsOf(
  changed: Changed<'permission-policy'>,
  workspace: Workspace,
  baseWorkspace: Workspace,
): Broadening[] {
  const { before, after } = changed;
  if (after === undefined) return [];
  const base = before === undefined ? [] : permissionsOf(before);
  const current = permissionsOf(after);
  // A policy that was about Incident Manager is, when its actions become `*`.
  const isMeant =
    concernsIncidents(after, workspace) ||
    (before !== undefined && concernsIncidents(before, baseWorkspace)) ||
    [...base, ...current].some(({ statement }) => statement.actions.some(namesIncidentManager));
  if (!isMeant) return [];
  const grants = current.flatMap((permission) =>
    grantsOf(permission.statement).map((grant) => ({ permission, grant })),
  );
  const allowed = grants.flatMap(({ permission, grant }) => addedBy(permission, grant, base, grants.length));
  return [...allowed, ...undenied(changed)];
}

function addedBy(
  { statement, allows }: Permission,
  { by, actions, verdict }: Grant,
  base: readonly Permission[],
  grants: number,
): Broadening[] {
  const resources = resourcesOf(statement);
  const when = combine(statement.when, by.when);
  if (when === undefined) return [];
  const isNew: Tri =
    grants * resources.length * base.length > mostPairs
      ? tooMany
      : any(...resources.map((resource) => isBeyond(atomOf(statement, by, resource), base)));
  const added = all(allows, verdict, isNew);
  if (added === false) return [];
  const isReadOnly = actions.every(({ level }) => level === 'Read' || level === 'List');
  return [{ place: by.place, when, verdict: added, action: by, kind: 'allowed', isReadOnly }];
}

/** One action on one resource of a statement; what `NotAction` and `NotResource` leave out stays whole. */
function atomOf(statement: Statement, by: Leaf, resource: Leaf | undefined): Statement {
  const isExcluded = statement.notActions.includes(by);
  return {
    ...statement,
    actions: isExcluded ? [] : [by],
    resources: resource === undefined ? [] : [resource],
  };
}

function isBeyond(atom: Statement, base: readonly Permission[]): Tri {
  const verdict = not(any(...base.map(({ statement, allows }) => all(allows, covers(statement, atom)))));
  // What was unknown before and stands there as it was has not changed.
  const isUntouched = isDoubt(verdict) && base.some(({ statement }) => isWrittenAs(statement, atom));
  return isUntouched ? false : verdict;
}

/** What the policy denied before, and denies no longer. */
function undenied({ before, after, place, when }: Changed<'permission-policy'>): Broadening[] {
  if (before === undefined || after === undefined) return [];
  const denying = (view: typeof before): Statement[] =>
    [...view.documents].flatMap((document) => statementsOf(document).filter(({ denies }) => denies === true));
  const left = denying(after);
  return denying(before).flatMap((denial): Broadening[] => {
    if (left.some((other) => isWrittenAs(other, denial))) return [];
    for (const { by } of grantsOf(denial).filter(({ verdict }) => verdict === true)) {
      // Another denial may have taken over a part of it.
      const atoms = resourcesOf(denial).map((resource) => atomOf(denial, by, resource));
      const pairs = atoms.length * left.length;
      const verdict =
        pairs > mostPairs
          ? tooMany
          : any(...atoms.map((atom) => not(any(...left.map((other) => covers(other, atom))))));
      if (verdict !== false)
        return [{ place, when, verdict, action: by, kind: 'no longer denied', isReadOnly: false }];
    }
    return [];
  });
}

const tooMany: Doubt = { why: 'the policy has too many statements to compare', settle: 'shorter policies' };

/** The resources of a statement one by one; `NotResource` stays whole. */
function resourcesOf({ resources, notResources }: Statement): readonly (Leaf | undefined)[] {
  return notResources.length > 0 ? [undefined] : resources;
}

function isWrittenAs(left: Statement, right: Statement): boolean {
  return writtenText(left) === writtenText(right);
}

function writtenText({ place: { file, span } }: Statement): string {
  return file.text.slice(span.start, span.end);
}

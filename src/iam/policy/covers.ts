import type { Leaf } from '../../model/leaf.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import { arnFields, arnPattern, resourceCovers } from './arns.js';
import { conditionsCover } from './condition-covers.js';
import { gapOf, hasGap, widest } from './gap.js';
import { globCovers, globsMeet } from './glob.js';
import { isImplied, isSame, leafCovers } from './leaf-covers.js';
import { isEverybody } from './principals.js';
import type { Principal, Statement } from './statement.js';

/** More pairs of texts than this are not compared. */
const mostPairs = 100_000;

/** One of a statement's pairs of elements, such as `Action` and `NotAction`. */
interface Side {
  readonly included: readonly Leaf[];
  readonly excluded: readonly Leaf[];
}

/** How the texts of a pair of elements compare; `meet` may only be false when it is certain. */
interface Comparison {
  readonly covers: (outer: string, inner: string) => boolean;
  readonly meet: (left: string, right: string) => boolean;
}

/**
 * Whether every request that the inner statement speaks of is one that the outer one speaks of, whatever their
 * effects: an outer `Deny` that covers an `Allow` takes it back, an outer `Allow` that covers a new one makes it no
 * broadening. An outer condition counts only where the inner statement has the same one.
 */
export function covers(outer: Statement, inner: Statement): Tri {
  if (!isImplied(outer.when, inner.when)) return false;
  return all(
    sideCovers(actionsOf(outer), actionsOf(inner), actionComparison),
    sideCovers(resourcesOf(outer), resourcesOf(inner), resourceComparison),
    principalsCover(outer, inner),
    conditionsCover(outer, inner),
  );
}

/** More pairs of statements than this are not compared: IAM's size limits keep real policies far below. */
const mostStatementPairs = 20_000;

const denials = new WeakMap<readonly Statement[], readonly Statement[]>();

/** Whether a `Deny` among the statements of the same document takes a statement back, wholly. */
export function isTakenBack(statement: Statement, statements: readonly Statement[]): Tri {
  let denying = denials.get(statements);
  if (denying === undefined) {
    denying = statements.filter(({ denies }) => denies !== false);
    denials.set(statements, denying);
  }
  if (denying.length * statements.length > mostStatementPairs)
    return { why: 'the policy has too many statements to compare', settle: 'shorter policies' };
  return any(...denying.map((other) => all(other.denies, covers(other, statement))));
}

/** Whether one pattern of `Action` names every action that another names. */
export function actionCovers(outer: string, inner: string): boolean {
  return globCovers(actionGlob(outer), actionGlob(inner));
}

/** Whether two statements speak of some resource together; true where one speaks of all but some. */
export function resourcesMeet(left: Statement, right: Statement): Tri {
  if (left.notResources.length + right.notResources.length > 0) return true;
  if (left.resources.length * right.resources.length > mostPairs)
    return { why: 'the statements list too many texts to compare', settle: 'shorter lists' };
  return any(
    ...left.resources.flatMap((one) =>
      right.resources.map((other) =>
        any(
          leafCovers(one, other, resourceCovers),
          leafCovers(other, one, resourceCovers),
          leavesMeet(one, other, resourceComparison),
        ),
      ),
    ),
  );
}

const actionComparison: Comparison = {
  covers: actionCovers,
  meet: (left, right) => globsMeet(actionGlob(left), actionGlob(right)),
};

const resourceComparison: Comparison = {
  covers: resourceCovers,
  meet: (left, right) => {
    const [a, b] = [arnPattern(left), arnPattern(right)];
    if (a === undefined || b === undefined) return globsMeet(left, right);
    return arnFields.every((field) => globsMeet(a[field], b[field]));
  },
};

/** An action pattern as one glob: lower case, with `*` as `*:*`. */
function actionGlob(pattern: string): string {
  return /^\*+$/.test(pattern) ? '*:*' : pattern.toLowerCase();
}

function actionsOf({ actions, notActions }: Statement): Side {
  return { included: actions, excluded: notActions };
}

function resourcesOf({ resources, notResources }: Statement): Side {
  return { included: resources, excluded: notResources };
}

function sideCovers(outer: Side, inner: Side, comparison: Comparison): Tri {
  const [wide, narrow] = [
    outer.included.length + outer.excluded.length,
    inner.included.length + inner.excluded.length,
  ];
  if (wide * narrow > mostPairs)
    return { why: 'the statements list too many texts to compare', settle: 'shorter lists' };
  const coveredBy = (leaf: Leaf, others: readonly Leaf[]): Tri =>
    any(...others.map((other) => leafCovers(other, leaf, comparison.covers)));
  if (outer.excluded.length === 0) {
    if (inner.excluded.length === 0)
      return all(...inner.included.map((leaf) => coveredBy(leaf, outer.included)));
    return any(...outer.included.map((leaf) => leaf.test((text) => comparison.covers(text, '*'))));
  }
  if (inner.excluded.length === 0)
    return all(
      ...inner.included.flatMap((leaf) =>
        outer.excluded.map((other) => not(leavesMeet(other, leaf, comparison))),
      ),
    );
  return all(...outer.excluded.map((leaf) => coveredBy(leaf, inner.excluded)));
}

function leavesMeet(left: Leaf, right: Leaf, { meet }: Comparison): Tri {
  return left.test((one) =>
    right.test((other) => {
      if (!meet(widest(one), widest(other))) return false;
      if (hasGap(one) || hasGap(other)) return isSame(left, right) || gapOf(hasGap(one) ? left : right);
      return true;
    }),
  );
}

function principalsCover(outer: Statement, inner: Statement): Tri {
  if (outer.notPrincipals.length > 0) return false;
  if (outer.principals.length === 0) return inner.principals.length === 0 && inner.notPrincipals.length === 0;
  const everybody = any(...outer.principals.map(isEverybody));
  if (everybody === true || inner.notPrincipals.length > 0) return everybody;
  return all(
    ...inner.principals.map((principal) =>
      any(...outer.principals.map((other) => isSamePrincipal(other, principal))),
    ),
  );
}

function isSamePrincipal(outer: Principal, inner: Principal): Tri {
  const doubt = outer.leaf.doubt ?? inner.leaf.doubt;
  if (doubt !== undefined) return doubt;
  return (
    outer.type === inner.type && isImplied(outer.leaf.when, inner.leaf.when) && isSame(outer.leaf, inner.leaf)
  );
}

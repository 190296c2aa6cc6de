import type { Leaf } from '../../model/leaf.js';
import { all, any, type Doubt, type Tri } from '../../value/tri.js';
import { resourceCovers } from './arns.js';
import { globCovers, globMatches } from './glob.js';
import { leafCovers } from './leaf-covers.js';
import { networkCovers } from './networks.js';
import type { Condition, Statement } from './statement.js';

/** Whether every request that passes the inner statement's conditions passes those of the outer one. */
export function conditionsCover(outer: Statement, inner: Statement): Tri {
  const implied = outer.conditions.map((condition) =>
    any(...inner.conditions.map((other) => implies(other, condition))),
  );
  return all(...implied, outer.unreadConditions ?? true);
}

/** More pairs of values than this are not compared. */
const mostPairs = 100_000;

/** An operator of IAM's, read (IAM JSON policy elements: Condition operators). */
interface Operator {
  /** `forallvalues`, `foranyvalue` or nothing. */
  readonly set: string;
  /** `string`, `arn`, `numeric`, `date`, `ipaddress`, … */
  readonly family: string;
  /** `equals`, `like`, `lessthan`, … */
  readonly relation: string;
  /** Whether it refuses the values that it lists: more values let less pass. */
  readonly isNegated: boolean;
  /** Whether a request without the key passes. */
  readonly ifExists: boolean;
}

const written =
  /^(?:(forallvalues|foranyvalue):)?(string|numeric|date|bool|binary|(?=not)|ipaddress|arn|null)(not)?(ipaddress|equals|equalsignorecase|like|lessthan|lessthanequals|greaterthan|greaterthanequals)?(ifexists)?$/;

function operatorOf(text: string): Operator | undefined {
  const match = written.exec(text.toLowerCase());
  if (match === null) return undefined;
  const [, set = '', family = '', not, relation = '', ifExists] = match;
  const isNegated = not !== undefined;
  return {
    set,
    family: family === '' ? relation : family,
    relation: family === '' || family === 'ipaddress' ? '' : relation,
    isNegated,
    // A negated operator lets a request without the key pass anyway.
    ifExists: ifExists !== undefined || isNegated,
  };
}

/** Whether a condition lets nothing pass that another one refuses. */
function implies(inner: Condition, outer: Condition): Tri {
  if (inner.key.toLowerCase() !== outer.key.toLowerCase()) return false;
  const [narrow, wide] = [operatorOf(inner.operator), operatorOf(outer.operator)];
  if (narrow === undefined || wide === undefined)
    return inner.operator === outer.operator && areAmong(inner.values, outer.values, isEqual);
  const isAlike =
    narrow.set === wide.set && narrow.family === wide.family && narrow.isNegated === wide.isNegated;
  if (!isAlike || (narrow.ifExists && !wide.ifExists)) return false;
  if (inner.values.length * outer.values.length > mostPairs) return unread(inner.key);
  // More values let more pass, and under a negated operator less.
  return wide.isNegated
    ? areAmong(outer.values, inner.values, comparisonOf(narrow, wide))
    : areAmong(inner.values, outer.values, comparisonOf(wide, narrow));
}

type IsCovered = (wide: string, narrow: string) => boolean;

function areAmong(values: readonly Leaf[], others: readonly Leaf[], isCovered: IsCovered): Tri {
  return all(...values.map((value) => any(...others.map((other) => leafCovers(other, value, isCovered)))));
}

const isEqual: IsCovered = (wide, narrow) => wide === narrow;

/** Whether all that one value matches under its operator is matched by another under its own. */
function comparisonOf(wide: Operator, narrow: Operator): IsCovered {
  switch (wide.family) {
    case 'arn':
      return resourceCovers;
    case 'string':
      return texts(wide.relation, narrow.relation);
    case 'ipaddress':
      return networkCovers;
    case 'numeric':
      return wide.relation === narrow.relation ? bounds(wide.relation, Number) : isEqual;
    case 'date':
      return wide.relation === narrow.relation ? bounds(wide.relation, Date.parse) : isEqual;
    default:
      return isEqual;
  }
}

function texts(wide: string, narrow: string): IsCovered {
  const ignoringCase: IsCovered = (one, other) => one.toLowerCase() === other.toLowerCase();
  if (narrow === 'like') return wide === 'like' ? globCovers : () => false;
  // Under another operator a wildcard is a sign like any other.
  if (narrow === 'equalsignorecase') return wide === narrow ? ignoringCase : () => false;
  if (wide === 'like') return globMatches;
  return wide === 'equals' ? isEqual : ignoringCase;
}

function bounds(relation: string, read: (text: string) => number): IsCovered {
  if (relation.startsWith('lessthan')) return (wide, narrow) => read(narrow) <= read(wide);
  if (relation.startsWith('greaterthan')) return (wide, narrow) => read(narrow) >= read(wide);
  return (wide, narrow) => wide === narrow || read(narrow) === read(wide);
}

function unread(key: string): Doubt {
  return { why: `the conditions on "${key}" list too many values to compare`, settle: 'shorter lists' };
}

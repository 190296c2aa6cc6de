import type { TSESTree } from '../../parse/typescript.js';
import type { Place } from '../../text/place.js';
import type { Value } from '../../value/value.js';
import { concatenate } from '../strings.js';
import type { Evaluator } from './evaluator.js';
import { computed, mapOf, valueUnder } from './maps.js';
import { literalHole } from './members.js';
import { textAt } from './scalars.js';

/** The sorts of principals in a policy. */
export const principalSorts = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

type Sort = (typeof principalSorts)[number];

interface Making {
  readonly evaluator: Evaluator;
  readonly place: Place;
  /** The value of an argument; absent where it is not given. */
  readonly argument: (index: number) => Value;
}

/**
 * What is known of CDK's principals: a map of `principal`, the sort with its value, of `conditions`, and of the `action` by
 * which the principal takes a role, where it is not `sts:AssumeRole`.
 */
const principals: Readonly<Partial<Record<string, (making: Making) => Value>>> = {
  'aws-iam.ServicePrincipal': ({ place, argument, evaluator }) => {
    const service = argument(0);
    const isShort = service.kind === 'text' && !service.text.includes('.');
    const suffix = isShort ? textAt('.amazonaws.com', place) : textAt('', place);
    const name = isShort ? concatenate(evaluator, [service, suffix], service.place) : service;
    return fragment(place, 'Service', name, valueUnder(argument(1), 'conditions'));
  },
  'aws-iam.ArnPrincipal': ({ place, argument }) => fragment(place, 'AWS', argument(0)),
  'aws-iam.AccountPrincipal': (making) => account(making, making.argument(0)),
  'aws-iam.AccountRootPrincipal': (making) => account(making, literalHole('AWS::AccountId', making.place)),
  'aws-iam.AnyPrincipal': ({ place }) => fragment(place, 'AWS', textAt('*', place)),
  'aws-iam.Anyone': ({ place }) => fragment(place, 'AWS', textAt('*', place)),
  'aws-iam.StarPrincipal': ({ place }) => fragment(place, 'AWS', textAt('*', place)),
  'aws-iam.OrganizationPrincipal': ({ place, argument }) => {
    const conditions = mapOf(place, { StringEquals: mapOf(place, { 'aws:PrincipalOrgID': argument(0) }) });
    return fragment(place, 'AWS', textAt('*', place), conditions);
  },
  'aws-iam.CanonicalUserPrincipal': ({ place, argument }) => fragment(place, 'CanonicalUser', argument(0)),
  'aws-iam.FederatedPrincipal': ({ place, argument }) =>
    fragment(place, 'Federated', argument(0), argument(1), argument(2)),
  'aws-iam.WebIdentityPrincipal': ({ place, argument }) =>
    fragment(place, 'Federated', argument(0), argument(1), textAt('sts:AssumeRoleWithWebIdentity', place)),
  'aws-iam.SamlPrincipal': ({ place, argument }) =>
    fragment(place, 'Federated', argument(0), argument(1), textAt('sts:AssumeRoleWithSAML', place)),
  'aws-iam.PrincipalWithConditions': ({ argument }) => withConditions(argument(0), argument(1)),
};

/**
 * The value of a new principal; several are a list. Undefined for what is no principal of CDK's.
 *
 * @param name the full name of its class.
 */
export function principalValue(
  evaluator: Evaluator,
  name: string,
  given: readonly TSESTree.Node[],
  place: Place,
): Value | undefined {
  const argument = (index: number): Value => {
    const node = given[index];
    return node === undefined ? { kind: 'absent', place } : evaluator.evaluate(node, undefined);
  };
  if (name === 'aws-iam.CompositePrincipal')
    return { kind: 'list', items: given.map((_, index) => argument(index)), place };
  return principals[name]?.({ evaluator, place, argument });
}

/** The same principal with more conditions, as `principal.withConditions(…)` gives it. */
export function withConditions(principal: Value, added: Value): Value {
  if (principal.kind !== 'map') return principal;
  const { place } = principal;
  const own = Object.fromEntries(principal.entries.map(({ key, value }) => [key, value]));
  return mapOf(place, { ...own, conditions: merged([own['conditions'], added], place) });
}

/** Conditions put together; of those that are not known as maps nothing is known. */
export function merged(conditions: readonly (Value | undefined)[], place: Place): Value | undefined {
  const given = conditions.filter((value): value is Value => value !== undefined && value.kind !== 'absent');
  const [first, ...others] = given;
  if (first === undefined || others.length === 0) return first;
  const operators = new Map<string, Value[]>();
  for (const condition of given) {
    if (condition.kind !== 'map' || condition.rest !== undefined) return computed('the conditions', place);
    for (const { key, value } of condition.entries)
      operators.set(key, [...(operators.get(key) ?? []), value]);
  }
  const values = [...operators].map(([operator, keys]) => [operator, flat(keys, place)] as const);
  return mapOf(place, Object.fromEntries(values));
}

/** Maps of one operator as one; a key that both have keeps its last value. */
function flat(maps: readonly Value[], place: Place): Value {
  const [first, ...others] = maps;
  if (first === undefined || others.length === 0) return first ?? { kind: 'absent', place };
  const entries = maps.flatMap((map) => (map.kind === 'map' ? map.entries : []));
  return { kind: 'map', entries: [...new Map(entries.map((entry) => [entry.key, entry])).values()], place };
}

function account({ evaluator, place }: Making, id: Value): Value {
  const parts = [textAt('arn:', place), literalHole('AWS::Partition', place), textAt(':iam::', place), id];
  return fragment(place, 'AWS', concatenate(evaluator, [...parts, textAt(':root', place)], place));
}

function fragment(place: Place, sort: Sort, value: Value, conditions?: Value, action?: Value): Value {
  return mapOf(place, { principal: mapOf(place, { [sort]: value }), conditions, action });
}

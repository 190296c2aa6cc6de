import type { TSESTree } from '../../parse/typescript.js';
import type { Path, Place } from '../../text/place.js';
import { mapSettled } from '../../value/select.js';
import { placedAt, type Value } from '../../value/value.js';
import { under } from './around.js';
import type { Evaluator } from './evaluator.js';
import { computed, itemsOf, listOf, mapOf, valueUnder } from './maps.js';
import type { MethodCall } from './method-calls.js';
import { overridden } from './overrides.js';
import { merged, principalSorts, principalValue } from './principals.js';
import { textAt } from './scalars.js';

/** The methods that add texts to a statement, and what they add to. */
const adding: Readonly<Partial<Record<string, string>>> = {
  addActions: 'Action',
  addNotActions: 'NotAction',
  addResources: 'Resource',
  addNotResources: 'NotResource',
};

/** The methods that add a principal of one sort, and the class of such principals. */
const addingPrincipal: Readonly<Partial<Record<string, string>>> = {
  addArnPrincipal: 'ArnPrincipal',
  addAwsAccountPrincipal: 'AccountPrincipal',
  addAccountRootPrincipal: 'AccountRootPrincipal',
  addServicePrincipal: 'ServicePrincipal',
  addFederatedPrincipal: 'FederatedPrincipal',
  addAnyPrincipal: 'AnyPrincipal',
  addCanonicalUserPrincipal: 'CanonicalUserPrincipal',
};

/** The value of `new PolicyStatement({…})` with what its methods add later: a statement as JSON has it. */
export function statementValue(
  evaluator: Evaluator,
  node: TSESTree.NewExpression,
  path: Path | undefined,
  place: Place,
): Value {
  evaluator.usedStatements.add(node);
  const [argument] = node.arguments;
  const written = argument === undefined ? mapOf(place, {}) : evaluator.evaluate(argument, path);
  // `effect` and `sid` can be assigned.
  const props = overridden(evaluator, node, written);
  const calls = evaluator.calls.on(node);
  return mapSettled(props, place, (settled) => {
    if (settled.kind !== 'map')
      return settled.kind === 'absent' ? mapOf(place, {}) : placedAt(settled, place);
    const texts = (key: string, name: string): Value | undefined => {
      const own = valueUnder(settled, name);
      const added = calls.flatMap((call) =>
        adding[call.method] === key ? argumentsOf(evaluator, call) : [],
      );
      if (key === 'Resource' && calls.some(({ method }) => method === 'addAllResources'))
        added.push(textAt('*', place));
      return added.length === 0 ? own : listOf(own.place, [...itemsOf(own), ...added]);
    };
    const principals = [...itemsOf(valueUnder(settled, 'principals')), ...addedPrincipals(evaluator, calls)];
    const others = itemsOf(valueUnder(settled, 'notPrincipals'));
    const effect = valueUnder(settled, 'effect');
    const map = mapOf(place, {
      Sid: valueUnder(settled, 'sid'),
      Effect: effect.kind === 'absent' ? textAt('Allow', place) : effect,
      Action: texts('Action', 'actions'),
      NotAction: texts('NotAction', 'notActions'),
      Resource: texts('Resource', 'resources'),
      NotResource: texts('NotResource', 'notResources'),
      Principal: principalOf(principals, place),
      NotPrincipal: principalOf(others, place),
      Condition: merged(
        [
          valueUnder(settled, 'conditions'),
          ...addedConditions(evaluator, calls),
          ...conditionsOf(principals, place),
        ],
        place,
      ),
    });
    return settled.rest === undefined
      ? map
      : { kind: 'map', entries: map.entries, rest: placedAt(settled.rest, place), place };
  });
}

/** The value of `new PolicyDocument({ statements })` with what `addStatements` adds later. */
export function documentValue(
  evaluator: Evaluator,
  node: TSESTree.NewExpression,
  path: Path | undefined,
  place: Place,
): Value {
  const [argument] = node.arguments;
  const props = argument === undefined ? mapOf(place, {}) : evaluator.evaluate(argument, path);
  const added = evaluator.calls.on(node, 'addStatements').flatMap((call) => argumentsOf(evaluator, call));
  return documentOf(place, [...itemsOf(valueUnder(props, 'statements')), ...added]);
}

/** A policy of statements. */
export function documentOf(place: Place, statements: readonly Value[]): Value {
  return mapOf(place, { Statement: { kind: 'list', items: statements, place } });
}

/** The arguments of a method's call, each under what stands around the call. */
export function argumentsOf(evaluator: Evaluator, { node }: MethodCall): Value[] {
  return node.arguments.map((argument) => under(evaluator, node, evaluator.evaluate(argument, undefined)));
}

/** The trust policy of a role: a statement for each principal, as CDK makes them of `assumedBy`. */
export function trustStatements(assumedBy: Value, conditions?: Value): Value[] {
  return flat(assumedBy).map((principal) => {
    const { place } = principal;
    return mapSettled(principal, place, (settled) => {
      const action = settled.kind === 'map' ? valueUnder(settled, 'action') : undefined;
      return mapOf(place, {
        Effect: textAt('Allow', place),
        Action: action === undefined || action.kind === 'absent' ? textAt('sts:AssumeRole', place) : action,
        Principal: principalOf([settled], place),
        Condition: merged([...conditionsOf([settled], place), conditions], place),
      });
    });
  });
}

/** Principals as a policy has them: values by sort. A role or a user is named by its ARN. */
export function principalOf(principals: readonly Value[], place: Place): Value | undefined {
  const all = principals.flatMap(flat);
  if (all.length === 0) return undefined;
  const values = principalSorts.map((sort) => {
    const items = all.map((principal) =>
      mapSettled(principal, principal.place, (settled) => {
        const own = settled.kind === 'map' ? valueUnder(settled, 'principal') : undefined;
        if (own?.kind === 'map') return valueUnder(own, sort);
        return sort === 'AWS' ? settled : { kind: 'absent', place: settled.place };
      }),
    );
    return [
      sort,
      listOf(
        place,
        items.filter(({ kind }) => kind !== 'absent'),
      ),
    ] as const;
  });
  return mapOf(place, Object.fromEntries(values));
}

function conditionsOf(principals: readonly Value[], place: Place): Value[] {
  return principals.flatMap(flat).map((principal) => {
    if (principal.kind === 'map') return valueUnder(principal, 'conditions');
    // A principal that is not known may bring conditions of its own.
    const isPlain =
      principal.kind === 'reference' || principal.kind === 'text' || principal.kind === 'partial';
    return isPlain ? { kind: 'absent', place } : computed('the principal', place);
  });
}

function addedPrincipals(evaluator: Evaluator, calls: readonly MethodCall[]): Value[] {
  return calls.flatMap((call) => {
    if (call.method === 'addPrincipals') return argumentsOf(evaluator, call);
    const name = `aws-iam.${addingPrincipal[call.method] ?? ''}`;
    const place = evaluator.placeOf(call.node, undefined);
    const principal = principalValue(evaluator, name, call.node.arguments, place);
    return principal === undefined ? [] : [under(evaluator, call.node, principal)];
  });
}

function addedConditions(evaluator: Evaluator, calls: readonly MethodCall[]): Value[] {
  return calls.flatMap((call) => {
    const [first, second] = argumentsOf(evaluator, call);
    if (call.method === 'addConditions' && first !== undefined) return [first];
    if (call.method !== 'addCondition' || first?.kind !== 'text' || second === undefined) return [];
    return [mapOf(first.place, { [first.text]: second })];
  });
}

/** Several principals in one, one by one. */
function flat(value: Value): Value[] {
  return value.kind === 'list' ? value.items.flatMap(flat) : [value];
}

import type { Value } from '../../../value/value.js';
import { mapSettled } from '../../../value/select.js';
import type { Resource } from '../../resource.js';
import { itemsOf, listOf, mapOf } from '../maps.js';
import { argumentsOf, documentOf, trustStatements } from '../statements.js';
import { resource, type Making } from './making.js';

/** `new Role(…)`: its trust from `assumedBy`, its inline and managed policies. What `addToPolicy` adds is a policy of its own. */
export function roleResources({ evaluator, construct, place, prop }: Making): Resource[] {
  const { node, name } = construct;
  const ids = [...itemsOf(prop('externalIds')), ...itemsOf(prop('externalId'))];
  const external = listOf(place, ids);
  const conditions = external && mapOf(place, { StringEquals: mapOf(place, { 'sts:ExternalId': external }) });
  const trusted = evaluator.calls
    .on(node, 'addStatements')
    .filter(({ keys }) => keys.join('.') === 'assumeRolePolicy')
    .flatMap((call) => argumentsOf(evaluator, call));
  const trust = [...trustStatements(prop('assumedBy'), conditions), ...trusted];
  return [
    resource(evaluator, node, name, 'aws-iam.CfnRole', 'AWS::IAM::Role', {
      roleName: prop('roleName'),
      assumeRolePolicyDocument: documentOf(place, trust),
      ...holding({ evaluator, construct, prop, place }),
      policies: inlinePolicies(prop('inlinePolicies')),
    }),
  ];
}

/** `new User(…)`. */
export function userResources(making: Making): Resource[] {
  const { evaluator, construct, prop } = making;
  return [
    resource(evaluator, construct.node, construct.name, 'aws-iam.CfnUser', 'AWS::IAM::User', {
      userName: prop('userName'),
      groups: prop('groups'),
      ...holding(making),
    }),
  ];
}

/** `new Group(…)`. */
export function groupResources(making: Making): Resource[] {
  const { evaluator, construct, prop } = making;
  return [
    resource(evaluator, construct.node, construct.name, 'aws-iam.CfnGroup', 'AWS::IAM::Group', {
      groupName: prop('groupName'),
      ...holding(making),
    }),
  ];
}

/** `new Policy(…)` and `new ManagedPolicy(…)`. */
export function policyResources({ evaluator, construct, place, prop }: Making): Resource[] {
  const { node, name, className } = construct;
  const isManaged = className === 'aws-iam.ManagedPolicy';
  const added = evaluator.calls.on(node, 'addStatements').flatMap((call) => argumentsOf(evaluator, call));
  const attached = (key: string, method: string): Value | undefined =>
    listOf(place, [
      ...itemsOf(prop(key)),
      ...evaluator.calls.on(node, method).flatMap((call) => argumentsOf(evaluator, call)),
    ]);
  const document = mapSettled(prop('document'), place, (settled) => {
    if (settled.kind === 'unknown') return settled;
    const own = settled.kind === 'map' ? settled.entries.filter(({ key }) => key === 'Statement') : [];
    return documentOf(place, [
      ...own.flatMap(({ value }) => itemsOf(value)),
      ...itemsOf(prop('statements')),
      ...added,
    ]);
  });
  const [className1, type] = isManaged
    ? ['aws-iam.CfnManagedPolicy', 'AWS::IAM::ManagedPolicy']
    : ['aws-iam.CfnPolicy', 'AWS::IAM::Policy'];
  return [
    resource(evaluator, node, name, className1, type, {
      policyName: isManaged ? undefined : prop('policyName'),
      managedPolicyName: isManaged ? prop('managedPolicyName') : undefined,
      policyDocument: document,
      roles: attached('roles', 'attachToRole'),
      users: attached('users', 'attachToUser'),
      groups: attached('groups', 'attachToGroup'),
    }),
  ];
}

function holding({
  evaluator,
  construct,
  prop,
  place,
}: Omit<Making, 'self'>): Record<string, Value | undefined> {
  const added = evaluator.calls
    .on(construct.node, 'addManagedPolicy')
    .flatMap((call) => argumentsOf(evaluator, call));
  return {
    managedPolicyArns: listOf(place, [...itemsOf(prop('managedPolicies')), ...added]),
    permissionsBoundary: prop('permissionsBoundary'),
  };
}

function inlinePolicies(written: Value): Value {
  return mapSettled(written, written.place, (settled): Value => {
    if (settled.kind !== 'map') return settled;
    const { place } = settled;
    const items = settled.entries.map(({ value }) => mapOf(value.place, { policyDocument: value }));
    return { kind: 'list', items: settled.rest === undefined ? items : [...items, settled.rest], place };
  });
}

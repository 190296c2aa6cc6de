import type { TSESTree } from '../../../parse/typescript.js';
import type { Place } from '../../../text/place.js';
import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { referenceTo } from '../constructs.js';
import type { Evaluator } from '../evaluator.js';
import { listOf, valueUnder } from '../maps.js';
import { literalHole } from '../members.js';
import type { MethodCall } from '../method-calls.js';
import { argumentsOf, documentOf } from '../statements.js';
import { slackRole } from './chat.js';
import { making, resource } from './making.js';

type Node = TSESTree.Node;

const methods = ['addToPolicy', 'addToPrincipalPolicy', 'addToRolePolicy'];

const holders: Readonly<Partial<Record<string, 'roles' | 'users' | 'groups'>>> = {
  'aws-iam.Role': 'roles',
  'aws-iam.User': 'users',
  'aws-iam.Group': 'groups',
};

const slack = 'aws-chatbot.SlackChannelConfiguration';

/**
 * The policies that statements become which are added to roles, users and groups, and to what has a role, such as a
 * function: CDK makes a policy for each of them, whose statements these are.
 */
export function addedPolicies(evaluator: Evaluator): Resource[] {
  const byObject = new Map<Node, MethodCall[]>();
  for (const call of evaluator.calls.of(...methods)) {
    const same = byObject.get(call.object);
    if (same === undefined) byObject.set(call.object, [call]);
    else same.push(call);
  }
  return [...byObject].flatMap(([object, calls]) => {
    const statements = calls
      .flatMap((call) => argumentsOf(evaluator, call))
      .filter((statement) => isOfIdentity(statement));
    const [first] = calls;
    if (first === undefined || statements.length === 0) return [];
    const place = evaluator.placeOf(first.node, undefined);
    const { name, ...holder } = holderOf(evaluator, object, place);
    return [
      resource(evaluator, first.node, `${name}/DefaultPolicy`, 'aws-iam.CfnPolicy', 'AWS::IAM::Policy', {
        policyDocument: documentOf(place, statements),
        ...holder,
      }),
    ];
  });
}

/** Who has a policy: a role, a user or a group, or the role of another construct; with the holder's name. */
function holderOf(
  evaluator: Evaluator,
  object: Node,
  place: Place,
): {
  readonly name: string;
  readonly roles?: Value | undefined;
  readonly users?: Value | undefined;
  readonly groups?: Value | undefined;
} {
  const construct = evaluator.constructs.at(object);
  const own = construct && holders[construct.className];
  if (construct !== undefined && own !== undefined)
    return { name: construct.name, [own]: listOf(place, [referenceTo(construct, evaluator.file, place)]) };
  const name = construct?.name ?? evaluator.nameOf(object);
  if (construct?.className !== slack)
    return { name, roles: listOf(place, [literalHole(`${name}.role`, place)]) };
  const role = slackRole(making(evaluator, construct));
  return { name: role.kind === 'reference' ? role.target.name : name, roles: listOf(place, [role]) };
}

/** Statements that stand in no policy of the file: whoever gets them, gets what they allow. */
export function loosePolicies(evaluator: Evaluator, created: readonly TSESTree.NewExpression[]): Resource[] {
  return created.flatMap((node) => {
    if (evaluator.usedStatements.has(node)) return [];
    // What was a pattern for others is in no policy itself.
    if (evaluator.calls.on(node).some(({ method }) => method === 'copy')) return [];
    if (evaluator.bindings.nameOf(node.callee) !== 'aws-iam.PolicyStatement') return [];
    const statement = evaluator.evaluate(node, undefined);
    if (!isOfIdentity(statement)) return [];
    const { place } = statement;
    const name = loose(node) ?? 'PolicyStatement';
    return [
      resource(evaluator, node, name, 'aws-iam.CfnPolicy', 'AWS::IAM::Policy', {
        policyDocument: documentOf(place, [statement]),
      }),
    ];
  });
}

/** A statement that names principals is one of a resource's policy, or of a trust. */
function isOfIdentity(statement: Value): boolean {
  const isNone = (value: Value): boolean =>
    value.kind !== 'map' ||
    (valueUnder(value, 'Principal').kind === 'absent' && valueUnder(value, 'NotPrincipal').kind === 'absent');
  return statement.kind === 'choice' ? statement.arms.every(({ value }) => isNone(value)) : isNone(statement);
}

function loose({ parent }: TSESTree.NewExpression): string | undefined {
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}

import { expect } from 'chai';
import { show } from '../show.js';
import { source } from './source.js';

/** The policy document of the L1 policy whose document is an expression, after some lines. */
function policy(expression: string, before = '', after = ''): string {
  const { resources } = source(`
import { aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
const role = new iam.Role(stack, 'Role', {});
${before}
new iam.CfnPolicy(stack, 'Subject', { policyDocument: ${expression} });
${after}`);
  const properties = resources.find(({ name }) => name === 'Subject')?.properties;
  const entry = properties?.kind === 'map' ? properties.entries[0] : undefined;
  return entry === undefined ? 'nothing' : show(entry.value);
}

describe('policies of a CDK app', () => {
  const statements: readonly (readonly [props: string, expected: string])[] = [
    ["{ actions: ['a:B'], resources: ['*'] }", '{Effect: "Allow", Action: ["a:B"], Resource: ["*"]}'],
    ["{ effect: iam.Effect.DENY, notActions: ['a:B'] }", '{Effect: "Deny", NotAction: ["a:B"]}'],
    ["{ sid: 'S', notResources: ['c'] }", '{Sid: "S", Effect: "Allow", NotResource: ["c"]}'],
    ['{ conditions: { Bool: { k: true } } }', '{Effect: "Allow", Condition: {Bool: {k: "true"}}}'],
    ['', '{Effect: "Allow"}'],
    ['props', '? props is computed by the program'],
    [
      "{ principals: [new iam.ServicePrincipal('sns')] }",
      '{Effect: "Allow", Principal: {Service: ["sns.amazonaws.com"]}}',
    ],
    [
      "{ principals: [new iam.ServicePrincipal('a.com'), new iam.ArnPrincipal('arn:x')] }",
      '{Effect: "Allow", Principal: {AWS: ["arn:x"], Service: ["a.com"]}}',
    ],
    ['{ principals: [new iam.AnyPrincipal()] }', '{Effect: "Allow", Principal: {AWS: ["*"]}}'],
    ['{ principals: [new iam.StarPrincipal()] }', '{Effect: "Allow", Principal: {AWS: ["*"]}}'],
    ['{ notPrincipals: [new iam.AnyPrincipal()] }', '{Effect: "Allow", NotPrincipal: {AWS: ["*"]}}'],
    [
      "{ principals: [new iam.AccountPrincipal('111122223333')] }",
      '{Effect: "Allow", Principal: {AWS: [arn:${AWS::Partition}:iam::111122223333:root]}}',
    ],
    [
      '{ principals: [new iam.AccountRootPrincipal()] }',
      '{Effect: "Allow", Principal: {AWS: [arn:${AWS::Partition}:iam::${AWS::AccountId}:root]}}',
    ],
    [
      "{ principals: [new iam.OrganizationPrincipal('o-1')] }",
      '{Effect: "Allow", Principal: {AWS: ["*"]}, Condition: {StringEquals: {aws:PrincipalOrgID: "o-1"}}}',
    ],
    [
      "{ principals: [new iam.ServicePrincipal('a.com').withConditions({ Bool: { k: true } })], conditions: { Bool: { l: true } } }",
      '{Effect: "Allow", Principal: {Service: ["a.com"]}, Condition: {Bool: {l: "true", k: "true"}}}',
    ],
    [
      "{ principals: [new iam.WebIdentityPrincipal('idp', { StringEquals: { sub: 'x' } })] }",
      '{Effect: "Allow", Principal: {Federated: ["idp"]}, Condition: {StringEquals: {sub: "x"}}}',
    ],
    ['{ principals: [role] }', '{Effect: "Allow", Principal: {AWS: [Role.Ref]}}'],
    [
      "{ principals: [new iam.CompositePrincipal(new iam.ServicePrincipal('a.com'), role)] }",
      '{Effect: "Allow", Principal: {AWS: [Role.Ref], Service: ["a.com"]}}',
    ],
    [
      '{ principals: [elsewhere] }',
      '{Effect: "Allow", Principal: {AWS: [? elsewhere is computed by the program]}, Condition: ? the principal is computed by the program}',
    ],
  ];
  for (const [props, expected] of statements)
    it(`make a statement of ${props || 'nothing'}`, () => {
      expect(policy(`{ Statement: new iam.PolicyStatement(${props}) }`)).to.equal(`{Statement: ${expected}}`);
    });

  it('take what methods add to a statement', () => {
    const added = policy(
      'new iam.PolicyDocument({ statements: [statement] })',
      "const statement = new iam.PolicyStatement({ actions: ['a:B'] });",
      `statement.addActions('a:C', 'a:D');
if (isProd) statement.addActions('a:E');
statement.addAllResources();
statement.addServicePrincipal('x.com');
statement.addCondition('Bool', { k: true });`,
    );
    expect(added).to.equal(
      '{Statement: [{Effect: "Allow", Action: ["a:B", "a:C", "a:D", (isProd: "a:E")], Resource: ["*"], Principal: {Service: ["x.com"]}, Condition: {Bool: {k: "true"}}}]}',
    );
  });

  it('take what methods add to a document', () => {
    const document = policy(
      'document',
      'const document = new iam.PolicyDocument();',
      "document.addStatements(new iam.PolicyStatement({ actions: ['a:B'] }));",
    );
    expect(document).to.equal('{Statement: [{Effect: "Allow", Action: ["a:B"]}]}');
  });

  it('are read as JSON has them', () => {
    expect(policy("iam.PolicyDocument.fromJson({ Statement: [{ Action: 'a:B' }] })")).to.equal(
      '{Statement: [{Action: "a:B"}]}',
    );
  });

  /** The resources that lines make, with their properties. */
  function made(lines: string): Record<string, string> {
    const { resources } = source(`
import { aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
${lines}`);
    return Object.fromEntries(resources.map(({ name, properties }) => [name, show(properties)]));
  }

  it('are made of what is added to a construct with a role', () => {
    expect(
      made(`const fn = new lambda.Function(stack, 'Fn', {});
fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['a:B'] }));`),
    ).to.deep.equal({
      'Fn/DefaultPolicy':
        '{policyDocument: {Statement: [{Effect: "Allow", Action: ["a:B"]}]}, roles: [${Fn.role}]}',
    });
  });

  it('are made of what is added to something from elsewhere', () => {
    expect(
      made("props.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['a:B'] }));"),
    ).to.deep.equal({
      'props/DefaultPolicy':
        '{policyDocument: {Statement: [{Effect: "Allow", Action: ["a:B"]}]}, roles: [${props.role}]}',
    });
  });

  it('are made of statements that stand in no policy of the file', () => {
    expect(made("export const allowed = new iam.PolicyStatement({ actions: ['a:B'] });")).to.deep.equal({
      allowed: '{policyDocument: {Statement: [{Effect: "Allow", Action: ["a:B"]}]}}',
    });
  });

  it('are not made of statements that name a principal', () => {
    expect(
      made(`const statement = new iam.PolicyStatement({ actions: ['a:B'], principals: [new iam.AnyPrincipal()] });
bucket.addToResourcePolicy(statement);
endpoint.addToPolicy(statement);`),
    ).to.deep.equal({});
  });

  it('of a key are the account’s and what is granted, and open where others may hold the key', () => {
    const key = (line: string): string | undefined => made(line)['Key'];
    const root =
      '{Effect: "Allow", Action: "kms:*", Resource: "*", Principal: {AWS: [arn:${AWS::Partition}:iam::${AWS::AccountId}:root]}}';
    const imports = "import { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';\n";
    expect(key(`${imports}new kms.Key(stack, 'Key');`)).to.equal(`{keyPolicy: {Statement: [${root}]}}`);
    const service = "new iam.ServicePrincipal('sns.amazonaws.com')";
    const grant =
      '{Effect: "Allow", Action: ["kms:Decrypt"], Resource: "*", Principal: {Service: ["sns.amazonaws.com"]}}';
    for (const call of [
      `grantDecrypt(${service})`,
      `grants.decrypt(${service})`,
      `grant(${service}, 'kms:Decrypt')`,
    ])
      expect(key(`${imports}const key = new kms.Key(stack, 'Key'); key.${call};`)).to.equal(
        `{keyPolicy: {Statement: [${root}, ${grant}]}}`,
      );
    expect(key(`${imports}class App { constructor() { this.key = new kms.Key(this, 'Key'); } }`)).to.contain(
      '?',
    );
  });

  it('know managed policies by their ARNs', () => {
    expect(
      made(`new iam.Role(stack, 'Role', { managedPolicies: [
  iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'),
  iam.ManagedPolicy.fromManagedPolicyArn(stack, 'P', 'arn:x'),
  iam.ManagedPolicy.fromManagedPolicyName(stack, 'Q', 'own'),
] });`)['Role'],
    ).to.contain(
      'managedPolicyArns: [arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess, "arn:x", arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/own]',
    );
  });

  it('exist where the statement around their construct does', () => {
    const { resources } = source(`
import { aws_iam as iam } from 'aws-cdk-lib';
if (isProd) { new iam.Policy(stack, 'Yes', {}); } else if (isTest) new iam.Policy(stack, 'No', {});
class App { constructor() { if (x) { make(() => new iam.Policy(stack, 'Later', {})); } } }`);
    expect(resources.map(({ when }) => when.map(({ name }) => name).join(' and '))).to.deep.equal([
      'isProd',
      'isTest and isProd',
      '',
    ]);
  });
});

import { expect } from 'chai';
import { pointer } from '../../src/text/place.js';
import { describe as describeAssumptions } from '../../src/value/assumption.js';
import type { Resource } from '../../src/dialect/resource.js';
import { show, yaml } from './show.js';

const trust = (service: string): string =>
  `{Statement: [{Effect: "Allow", Action: "sts:AssumeRole", Principal: {Service: "${service}"}}]}`;

function functionWith(properties: string, more = ''): string {
  return `Transform: AWS::Serverless-2016-10-31
${more}
Resources:
  Page:
    Type: AWS::Serverless::Function
    Properties: ${properties}
`;
}

/** The role that is made for the function `Page`. */
function roleOf(text: string): Resource | undefined {
  return yaml(text).resources.find(({ name }) => name === 'PageRole');
}

/** One property of that role. */
function property(key: string, text: string): string | undefined {
  const properties = roleOf(text)?.properties;
  const entries = properties?.kind === 'map' ? properties.entries : [];
  const found = entries.find((entry) => entry.key === key);
  return found && show(found.value);
}

describe('the role that AWS SAM makes', () => {
  it('is there for functions and state machines, assumed by their service', () => {
    const { resources } = yaml(`Resources:
  Page: { Type: AWS::Serverless::Function, Properties: {} }
  Flow: { Type: AWS::Serverless::StateMachine, Properties: {} }
`);
    expect(
      resources.map(({ name, type, sourceType, properties }) => [name, type, sourceType, show(properties)]),
    ).to.deep.equal([
      ['Page', 'AWS::Serverless::Function', 'AWS::Serverless::Function', '{}'],
      [
        'PageRole',
        'AWS::IAM::Role',
        'AWS::Serverless::Function',
        `{AssumeRolePolicyDocument: ${trust('lambda.amazonaws.com')}}`,
      ],
      ['Flow', 'AWS::Serverless::StateMachine', 'AWS::Serverless::StateMachine', '{}'],
      [
        'FlowRole',
        'AWS::IAM::Role',
        'AWS::Serverless::StateMachine',
        `{AssumeRolePolicyDocument: ${trust('states.amazonaws.com')}}`,
      ],
    ]);
  });

  it('is what references to it mean', () => {
    const text = `${functionWith('{}')}  T: { Type: AWS::SNS::Topic, Properties: { A: !GetAtt PageRole.Arn } }\n`;
    const topic = yaml(text).resources.find(({ name }) => name === 'T');
    expect(topic && show(topic.properties)).to.equal('{A: PageRole.Arn}');
  });

  it('is not made beside a role, or where its name is taken', () => {
    expect(roleOf(functionWith('{ Role: !GetAtt Own.Arn, Policies: [{ Statement: [] }] }'))).to.equal(
      undefined,
    );
    const taken = `${functionWith('{}')}  PageRole: { Type: AWS::SNS::Topic }\n`;
    expect(yaml(taken).resources.map(({ name }) => name)).to.deep.equal(['Page', 'PageRole']);
    expect(roleOf(functionWith('{ Role: !Ref AWS::NoValue }'))).not.to.equal(undefined);
  });

  it('is made in the arm without a role, and with its owner', () => {
    const conditions = 'Conditions: { Own: !Equals [!Ref AWS::Region, x], Never: !Equals [a, b] }';
    const when = (properties: string): string | undefined => {
      const role = roleOf(functionWith(properties, conditions));
      return role && (describeAssumptions(role.when) ?? 'always');
    };
    expect(when('{ Role: !If [Own, !Ref R, !Ref AWS::NoValue] }')).to.equal('not Own');
    expect(when('{ Role: !If [Own, !Ref AWS::NoValue, !Ref R] }')).to.equal('Own');
    expect(when('{ Role: !If [Own, !Ref R, !Ref S] }')).to.equal(undefined);
    expect(when('{ Role: !If [Never, !Ref AWS::NoValue, !Ref R] }')).to.equal(undefined);
    expect(when('{}\n    Condition: Own')).to.equal('Own');
  });

  it('has the managed policies by ARN, and the documents', () => {
    const text = functionWith(`
      Policies:
        - AdministratorAccess
        - arn:aws:iam::aws:policy/ReadOnlyAccess
        - !Ref Own
        - S3ReadPolicy: { BucketName: pages }
        - Statement: [{ Effect: Allow }]`);
    expect(property('ManagedPolicyArns', text)).to.match(
      /^\["arn:aws:iam::aws:policy\/AdministratorAccess", "arn:aws:iam::aws:policy\/ReadOnlyAccess", \? /,
    );
    expect(property('Policies', text)).to.equal('[{PolicyDocument: {Statement: [{Effect: "Allow"}]}}]');
  });

  it('takes a policy that stands alone', () => {
    const document = functionWith('{ Policies: { Statement: { Effect: Allow } } }');
    expect(property('Policies', document)).to.equal('[{PolicyDocument: {Statement: {Effect: "Allow"}}}]');
    expect(property('ManagedPolicyArns', document)).to.equal('[]');
    const name = functionWith('{ Policies: ReadOnlyAccess }');
    expect(property('ManagedPolicyArns', name)).to.equal('["arn:aws:iam::aws:policy/ReadOnlyAccess"]');
  });

  it('keeps the conditions around policies', () => {
    const more = 'Conditions: { Own: !Equals [!Ref AWS::Region, x] }';
    const text = functionWith(
      "{ Policies: [!If [Own, { Statement: [] }, !Ref AWS::NoValue], 'Fn::If': [Own, A, B]] }",
      more,
    );
    expect(property('Policies', text)).to.equal(
      '[(Own: {PolicyDocument: {Statement: []}} | not Own: absent)]',
    );
    const whole = functionWith('{ Policies: !If [Own, [A, { Statement: [] }], B] }', more);
    expect(property('ManagedPolicyArns', whole)).to.equal(
      '[(Own: ["arn:aws:iam::aws:policy/A"] | not Own: "arn:aws:iam::aws:policy/B")]',
    );
    expect(property('Policies', whole)).to.equal(
      '[(Own: [{PolicyDocument: {Statement: []}}] | not Own: absent)]',
    );
  });

  it('takes a boundary and a trust policy from the function, then from Globals', () => {
    const globals =
      'Globals: { Function: { PermissionsBoundary: b, AssumeRolePolicyDocument: { Statement: [] } } }';
    expect(property('PermissionsBoundary', functionWith('{}', globals))).to.equal('"b"');
    expect(property('AssumeRolePolicyDocument', functionWith('{}', globals))).to.equal('{Statement: []}');
    expect(property('PermissionsBoundary', functionWith('{ PermissionsBoundary: own }', globals))).to.equal(
      '"own"',
    );
    expect(property('PermissionsBoundary', functionWith('{}', 'Globals: x'))).to.equal(undefined);
  });

  it('stands where its function and its policies are written', () => {
    const role = roleOf(functionWith('{ Policies: [{ Statement: [] }] }'));
    expect(role?.place.file.positionAt(role.place.span.start).line).to.equal(4);
    expect(pointer(role?.place.path)).to.equal('/Resources/Page');
    const properties = role?.properties.kind === 'map' ? role.properties.entries : [];
    const policies = properties.find(({ key }) => key === 'Policies')?.value;
    const [policy] = policies?.kind === 'list' ? policies.items : [];
    const [document] = policy?.kind === 'map' ? policy.entries : [];
    expect(pointer(document?.value.place.path)).to.equal('/Resources/Page/Properties/Policies/0');
  });

  it('takes suppressions of its function', () => {
    const { suppressions } = yaml(
      `${functionWith('{}')}    Metadata: { incident-lint: { disable: [{ rule: x, reason: y }] } }\n`,
    );
    expect(suppressions.map(({ scope }) => scope)).to.deep.equal([
      { kind: 'resources', names: ['Page', 'PageRole'] },
    ]);
  });
});

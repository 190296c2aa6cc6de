import { expect } from 'chai';
import { hasRestriction, statementIsPublic } from '../../../src/iam/policy/conditions.js';
import { isDoubt } from '../../../src/value/tri.js';
import { gap, leaf, literal, partial, reference, statement, unknown } from '../policies.js';

function withCondition(block: object | undefined): ReturnType<typeof statement> {
  return statement({
    Effect: 'Allow',
    Principal: '*',
    Action: 'sns:Subscribe',
    Resource: '*',
    Condition: block,
  });
}

function withValue(
  operator: string,
  key: string,
  value: Parameters<typeof leaf>[0],
): ReturnType<typeof statement> {
  return { ...withCondition({}), conditions: [{ operator, key, values: [leaf(value)] }] };
}

describe('statementIsPublic', () => {
  for (const block of [
    undefined,
    { Bool: { 'aws:SecureTransport': 'true' } },
    { StringEquals: { 'sns:Protocol': 'https' } },
    { StringLike: { 'sns:Endpoint': '*@example.com' } },
    { StringEquals: { 'aws:SourceAccount': '*' } },
    { StringLike: { 'aws:SourceAccount': ['111122223333', '*'] } },
    { StringNotEquals: { 'aws:SourceAccount': '111122223333' } },
    { Null: { 'aws:SourceAccount': 'false' } },
    { StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } },
    { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3' } },
    { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } },
  ])
    it(`is true with ${block === undefined ? 'no condition' : JSON.stringify(block)}`, () => {
      expect(statementIsPublic(withCondition(block))).to.equal(true);
    });

  for (const block of [
    { StringEquals: { 'AWS:SourceOwner': '111122223333' } },
    { stringequals: { 'aws:sourceaccount': ['111122223333', '444455556666'] } },
    { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3' } },
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3/*' } },
    { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:*:111122223333:alarm:*' } },
    { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::some-bucket' } },
    { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
  ])
    it(`is false with ${JSON.stringify(block)}`, () => {
      expect(statementIsPublic(withCondition(block))).to.equal(false);
    });

  it('is false for a Deny and for a named principal', () => {
    expect(statementIsPublic({ ...withCondition(undefined), allows: false })).to.equal(false);
    expect(statementIsPublic({ ...withCondition(undefined), principals: [] })).to.equal(false);
  });

  it('takes references and pseudo parameters for somebody in particular', () => {
    const arn = partial('arn:aws:sns:*:', literal('AWS::AccountId'), ':*');
    expect(
      statementIsPublic(withValue('StringEquals', 'aws:SourceAccount', partial(literal('AWS::AccountId')))),
    ).to.equal(false);
    expect(statementIsPublic(withValue('ArnLike', 'aws:SourceArn', arn))).to.equal(false);
    expect(statementIsPublic(withValue('ArnEquals', 'aws:SourceArn', reference('Rule', 'Arn')))).to.equal(
      false,
    );
  });

  it('doubts an unknown value of a key that restricts, and only of such a key', () => {
    expect(isDoubt(statementIsPublic(withValue('StringEquals', 'aws:SourceAccount', unknown)))).to.equal(
      true,
    );
    const arn = partial('arn:aws:sns:*:', gap('parameter Account'), ':*');
    expect(isDoubt(statementIsPublic(withValue('ArnLike', 'aws:SourceArn', arn)))).to.equal(true);
    expect(statementIsPublic(withValue('StringEquals', 'sns:Protocol', unknown))).to.equal(true);
  });

  it('doubts a Condition that cannot be read', () => {
    const unreadConditions = { why: 'parameter Team is not known', settle: 'a literal value' };
    expect(isDoubt(statementIsPublic({ ...withCondition(undefined), unreadConditions }))).to.equal(true);
  });
});

describe('hasRestriction', () => {
  it('sees conditions on identities and tags', () => {
    for (const [operator, key] of [
      ['StringEquals', 'aws:ResourceTag/team'],
      ['StringLike', 'AWS:PrincipalTag/team'],
      ['StringEquals', 'aws:PrincipalOrgID'],
    ] as const)
      expect(hasRestriction(withCondition({ [operator]: { [key]: 'oncall' } })), key).to.equal(true);
  });

  it('does not count conditions on anything else, null checks and wildcards', () => {
    expect(hasRestriction(withCondition({ Bool: { 'aws:SecureTransport': 'true' } }))).to.equal(false);
    expect(hasRestriction(withCondition({ Null: { 'aws:ResourceTag/team': 'false' } }))).to.equal(false);
    expect(hasRestriction(withCondition({ StringLike: { 'aws:ResourceTag/team': '*' } }))).to.equal(false);
  });
});

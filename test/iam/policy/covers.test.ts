import { expect } from 'chai';
import { resourceCovers } from '../../../src/iam/policy/arns.js';
import { actionCovers, covers, isTakenBack } from '../../../src/iam/policy/covers.js';
import { isDoubt } from '../../../src/value/tri.js';
import { condition } from '../../value/values.js';
import { gap, leaf, literal, partial, reference, statement } from '../policies.js';

const start = { Effect: 'Allow', Action: 'ssm-incidents:StartIncident', Resource: '*' };

describe('actionCovers', () => {
  it('does not look at case and knows "*"', () => {
    expect(actionCovers('*', 'ssm-incidents:*')).to.equal(true);
    expect(actionCovers('*:*', '*')).to.equal(true);
    expect(actionCovers('SSM-incidents:start*', 'ssm-incidents:StartIncident')).to.equal(true);
    expect(actionCovers('ssm-incidents:*', '*')).to.equal(false);
  });
});

describe('resourceCovers', () => {
  it('compares ARNs field by field', () => {
    expect(resourceCovers('*', 'arn:aws:ssm-incidents::1:response-plan/x')).to.equal(true);
    expect(resourceCovers('arn:*:ssm-incidents::1:*', 'arn:aws:ssm-incidents::1:response-plan/*')).to.equal(
      true,
    );
    expect(resourceCovers('arn:aws:ssm-incidents::1:*', 'arn:aws:ssm-incidents::2:response-plan/x')).to.equal(
      false,
    );
    expect(resourceCovers('arn:*:*:*:*:*', '*')).to.equal(false);
  });
});

describe('covers', () => {
  it('asks for actions, resources and principals together', () => {
    expect(covers(statement({ ...start, Action: ['a:B', 'ssm-*:*'] }), statement(start))).to.equal(true);
    expect(
      covers(statement({ ...start, Resource: 'arn:aws:ssm-incidents::1:*' }), statement(start)),
    ).to.equal(false);
    expect(covers(statement(start), statement({ ...start, Principal: '*' }))).to.equal(false);
    expect(
      covers(
        statement({ ...start, Principal: '*' }),
        statement({ ...start, Principal: { AWS: '111122223333' } }),
      ),
    ).to.equal(true);
  });

  it('reads NotAction as all the rest', () => {
    const rest = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' };
    expect(covers(statement(rest), statement(start))).to.equal(true);
    expect(covers(statement(rest), statement({ ...start, Action: '*' }))).to.equal(false);
    expect(covers(statement({ ...start, Action: '*' }), statement(rest))).to.equal(true);
    expect(covers(statement(start), statement(rest))).to.equal(false);
    expect(covers(statement(rest), statement({ ...rest, NotAction: ['iam:*', 's3:*'] }))).to.equal(true);
    expect(covers(statement({ ...rest, NotAction: ['iam:*', 's3:*'] }), statement(rest))).to.equal(false);
  });

  it('takes an outer condition only where the inner statement has it too', () => {
    const tagged = { ...start, Condition: { StringEquals: { 'aws:ResourceTag/team': ['a', 'b'] } } };
    const narrower = { ...start, Condition: { stringEquals: { 'AWS:ResourceTag/team': 'a' } } };
    expect(covers(statement(tagged), statement(start))).to.equal(false);
    expect(covers(statement(start), statement(tagged))).to.equal(true);
    expect(covers(statement(tagged), statement(narrower))).to.equal(true);
    expect(covers(statement(narrower), statement(tagged))).to.equal(false);
  });

  it('does not take what holds in one arm of a condition for what always holds', () => {
    const inProd = { ...statement(start), when: [condition('IsProd')] };
    expect(covers(inProd, statement(start))).to.equal(false);
    expect(covers(statement(start), inProd)).to.equal(true);
  });

  it('knows equal references and gaps, and doubts different ones', () => {
    const on = (value: Parameters<typeof leaf>[0]): ReturnType<typeof statement> => ({
      ...statement(start),
      resources: [leaf(value)],
    });
    const plan = (hole: Parameters<typeof partial>[0]): ReturnType<typeof partial> =>
      partial('arn:aws:ssm-incidents::', hole, ':response-plan/x');
    const account = literal('AWS::AccountId');
    expect(covers(on(reference('Plan')), on(reference('Plan')))).to.equal(true);
    expect(covers(on(plan(account)), on(plan(account)))).to.equal(true);
    expect(covers(on('arn:aws:ssm-incidents::*:*'), on(plan(account)))).to.equal(true);
    expect(isDoubt(covers(on(plan(account)), on('arn:aws:ssm-incidents::1:response-plan/x')))).to.equal(true);
    expect(
      isDoubt(covers(on(plan(gap('a dynamic reference'))), on(plan(gap('a dynamic reference'))))),
    ).to.equal(true);
    expect(covers(on(plan(account)), on('arn:aws:sns:::x'))).to.equal(false);
  });
});

describe('isTakenBack', () => {
  it('asks for a Deny that covers the whole statement', () => {
    const allow = statement(start);
    const deny = (written: object): ReturnType<typeof statement> =>
      statement({ ...start, Effect: 'Deny', ...written });
    expect(isTakenBack(allow, [allow, deny({ Action: 'ssm-incidents:*' })])).to.equal(true);
    expect(isTakenBack(allow, [allow, deny({ Resource: 'arn:aws:ssm-incidents::1:*' })])).to.equal(false);
    expect(
      isTakenBack(allow, [deny({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })]),
    ).to.equal(false);
    expect(isTakenBack(allow, [allow])).to.equal(false);
  });
});

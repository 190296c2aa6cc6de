import { expect } from 'chai';
import { coversService, isEverything, neverMatches } from '../../../src/iam/policy/arns.js';
import { isDoubt } from '../../../src/value/tri.js';
import { gap, leaf, literal, partial, reference, unknown } from '../policies.js';

const region = literal('AWS::Region');
const account = literal('AWS::AccountId');
const team = gap('parameter Team');

describe('coversService', () => {
  for (const [text, service, expected] of [
    ['*', 'ssm-incidents', true],
    ['**', 'ssm-contacts', true],
    ['arn:aws:ssm-incidents::*:*', 'ssm-incidents', true],
    ['arn:aws:ssm-incidents:*:*:*', 'ssm-incidents', true],
    ['arn:*:ssm-contacts:*:*:*', 'ssm-contacts', true],
    ['arn:aws:ssm-contacts', 'ssm-contacts', true],
    ['arn:aws:ssm-*:*:*:*/*', 'ssm-contacts', true],
    ['arn:aws:ssm-incidents::111122223333:*', 'ssm-incidents', true],
    ['arn:aws:ssm-incidents:us-east-1:*:*', 'ssm-incidents', false],
    ['arn:aws:ssm-incidents::*:*', 'ssm-contacts', false],
    ['arn:aws:ssm-incidents::*:response-plan/*', 'ssm-incidents', false],
    ['arn:aws:ssm-contacts:*:*:contact/*', 'ssm-contacts', false],
    ['my-plan', 'ssm-incidents', false],
  ] as const)
    it(`${text} ${expected ? 'covers' : 'does not cover'} ${service}`, () => {
      expect(coversService(leaf(text), service)).to.equal(expected);
    });

  it('knows that a reference is one resource, and that accounts do not narrow', () => {
    expect(coversService(leaf(reference('Plan')), 'ssm-incidents')).to.equal(false);
    expect(
      coversService(leaf(partial('arn:aws:ssm-contacts:', region, ':', account, ':*')), 'ssm-contacts'),
    ).to.equal(true);
    expect(
      coversService(
        leaf(partial('arn:aws:ssm-contacts:', region, ':', account, ':contact/', team)),
        'ssm-contacts',
      ),
    ).to.equal(false);
  });

  it('doubts what a gap can make everything', () => {
    expect(isDoubt(coversService(leaf(unknown), 'ssm-contacts'))).to.equal(true);
    expect(isDoubt(coversService(leaf(partial('arn:aws:ssm-contacts:*:*:', team)), 'ssm-contacts'))).to.equal(
      true,
    );
  });
});

describe('isEverything', () => {
  it('is true for stars alone', () => {
    expect(isEverything(leaf('*'))).to.equal(true);
    expect(isEverything(leaf('arn:aws:ssm-incidents:::*'))).to.equal(false);
    expect(isEverything(leaf(reference('Topic')))).to.equal(false);
    expect(isDoubt(isEverything(leaf(partial(team))))).to.equal(true);
  });
});

describe('neverMatches', () => {
  for (const text of [
    'arn:aws:ssm-incidents:us-east-1:111122223333:response-plan/x',
    'arn:aws:ssm-incidents:us-*:*:*',
    'arn:aws:ssm-incidents:?:*:*',
    'arn:aws:ssm-incidents:::response-plan/x',
    'arn:aws:ssm-incidents::111122223333:plan/x',
    'arn:aws:ssm-incidents::111122223333:response-plan',
    'arn:aws:ssm-contacts::111122223333:contact/x',
    'arn:aws:ssm-contacts:us-east-1::contact/x',
    'arn:aws:ssm-contacts:us-east-1:111122223333:contacts/x',
  ])
    it(`${text} matches nothing`, () => {
      expect(neverMatches(leaf(text))).to.equal(true);
    });

  for (const text of [
    '*',
    'arn:aws:ssm-incidents::111122223333:response-plan/x',
    'arn:aws:ssm-incidents:*:111122223333:incident-record/x/*',
    'arn:aws:ssm-incidents::*:r*/x',
    'arn:aws-us-gov:ssm-contacts:us-east-1:111122223333:contact-channel/x/y',
    'arn:aws:ssm-contacts:us-east-1:111122223333:contactchannel/x/y',
    'arn:aws:ssm-contacts:us-east-1:111122223333:device/x/y',
    'arn:aws:ssm-contacts',
    'arn:aws:sns:us-east-1:111122223333:x',
  ])
    it(`${text} can match`, () => {
      expect(neverMatches(leaf(text))).to.equal(false);
    });

  it('reads AWS::Region as some Region, which an ARN of ssm-incidents never has', () => {
    const suffix = [':', account, ':response-plan/', literal('Plan.Name')];
    expect(neverMatches(leaf(partial('arn:aws:ssm-incidents:', region, ...suffix)))).to.equal(true);
    expect(neverMatches(leaf(partial('arn:aws:ssm-incidents:', ...suffix)))).to.equal(false);
    expect(
      neverMatches(leaf(partial('arn:aws:ssm-contacts:', region, ':', account, ':', literal('Name')))),
    ).to.equal(false);
  });

  it('doubts a gap of which nothing is known in a deciding field', () => {
    expect(
      isDoubt(neverMatches(leaf(partial('arn:aws:ssm-incidents:', team, ':1:response-plan/x')))),
    ).to.equal(true);
    expect(isDoubt(neverMatches(leaf(partial('arn:aws:ssm-incidents::1:', team))))).to.equal(true);
    expect(neverMatches(leaf(partial('arn:aws:ssm-incidents::1:response-plan/', team)))).to.equal(false);
  });
});

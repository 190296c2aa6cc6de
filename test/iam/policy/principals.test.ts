import { expect } from 'chai';
import { isAnonymous, namesService } from '../../../src/iam/policy/principals.js';
import { isDoubt } from '../../../src/value/tri.js';
import { gap, leaf, literal, partial, statement, unknown } from '../policies.js';

const service = 'ssm-incidents.amazonaws.com';

function by(principal: object): ReturnType<typeof statement> {
  return statement({ Effect: 'Allow', Action: 'sns:Publish', Resource: '*', ...principal });
}

describe('isAnonymous', () => {
  it('is true for every way to say everybody', () => {
    for (const principal of ['*', { AWS: '*' }, { AWS: ['arn:aws:iam::111122223333:root', '*'] }])
      expect(isAnonymous(by({ Principal: principal })), JSON.stringify(principal)).to.equal(true);
    expect(isAnonymous(by({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }))).to.equal(true);
  });

  it('is false for accounts, services and policies that name no principal', () => {
    for (const principal of [{ AWS: '111122223333' }, { Service: service }, { Federated: '*' }])
      expect(isAnonymous(by({ Principal: principal })), JSON.stringify(principal)).to.equal(false);
    expect(isAnonymous(by({}))).to.equal(false);
  });

  it('doubts a principal that is not known', () => {
    const principals = [{ type: undefined, leaf: leaf(unknown) }];
    expect(isDoubt(isAnonymous({ ...by({}), principals }))).to.equal(true);
  });
});

describe('namesService', () => {
  const named = (value: Parameters<typeof leaf>[0]): ReturnType<typeof namesService> =>
    namesService({ ...by({}), principals: [{ type: 'Service', leaf: leaf(value) }] }, service);

  it('compares the whole name', () => {
    expect(named(service)).to.equal(true);
    expect(named('ssm.amazonaws.com')).to.equal(false);
    expect(namesService(by({ Principal: '*' }), service)).to.equal(false);
  });

  it('takes AWS::URLSuffix for what it is and doubts other gaps', () => {
    expect(named(partial('ssm-incidents.', literal('AWS::URLSuffix')))).to.equal(true);
    expect(named(partial('ssm.', literal('AWS::URLSuffix')))).to.equal(false);
    expect(isDoubt(named(partial(gap('parameter Service'), '.amazonaws.com')))).to.equal(true);
  });
});

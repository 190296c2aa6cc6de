import { expect } from 'chai';
import { admitsService, limitsSource, refusesService } from '../../../src/iam/policy/service-conditions.js';
import { isDoubt } from '../../../src/value/tri.js';
import { statement } from '../policies.js';

const under = (Condition: object) => statement({ Effect: 'Allow', Action: 'sns:Publish', Condition });

describe('limitsSource', () => {
  it('takes the account, the ARN and the organization of the source, whatever the case of the key', () => {
    expect(limitsSource(under({ StringEquals: { 'AWS:SourceAccount': '111122223333' } }))).to.equal(true);
    expect(limitsSource(under({ ArnLike: { 'aws:SourceArn': 'arn:aws:ssm-incidents::*:*' } }))).to.equal(
      true,
    );
    expect(limitsSource(under({ StringEquals: { 'aws:SourceOrgID': 'o-1234567890' } }))).to.equal(true);
  });

  it('takes IfExists, which a service does not evade', () => {
    const condition = { StringEqualsIfExists: { 'AWS:SourceAccount': '111122223333' } };
    expect(limitsSource(under(condition))).to.equal(true);
  });

  it('takes neither everything, nor a denial of one, nor other keys', () => {
    expect(limitsSource(under({ StringLike: { 'aws:SourceAccount': '*' } }))).to.equal(false);
    expect(limitsSource(under({ StringNotEquals: { 'aws:SourceAccount': '111122223333' } }))).to.equal(false);
    expect(limitsSource(under({ Bool: { 'aws:SecureTransport': 'true' } }))).to.equal(false);
  });
});

describe('admitsService', () => {
  it('lets a service through that says for whom it calls', () => {
    expect(admitsService(under({ StringEquals: { 'aws:SourceAccount': '111122223333' } }))).to.equal(true);
    expect(admitsService(under({ Bool: { 'aws:SecureTransport': 'true' } }))).to.equal(true);
  });

  it('refuses it where a principal of the organization or the owner is asked for', () => {
    expect(admitsService(under({ StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } }))).to.equal(false);
    expect(admitsService(under({ StringEquals: { 'AWS:SourceOwner': '111122223333' } }))).to.equal(false);
    expect(admitsService(under({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }))).to.equal(true);
  });

  it('doubts what it does not know', () => {
    expect(isDoubt(admitsService(under({ DateLessThan: { 'aws:CurrentTime': '2027-01-01' } })))).to.equal(
      true,
    );
  });
});

describe('refusesService', () => {
  it('hits services with a denial of all principals outside the organization', () => {
    expect(refusesService(under({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }))).to.equal(true);
    expect(refusesService(under({}))).to.equal(true);
  });

  it('spares them by an exception for services, and with denials of what they do not do', () => {
    const spared = {
      StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' },
      Bool: { 'aws:PrincipalIsAWSService': 'false' },
    };
    expect(refusesService(under(spared))).to.equal(false);
    expect(refusesService(under({ Bool: { 'aws:SecureTransport': 'false' } }))).to.equal(false);
    expect(refusesService(under({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }))).to.equal(false);
  });
});

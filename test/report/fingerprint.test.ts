import { expect } from 'chai';
import { fingerprint, type Evidence } from '../../src/report/fingerprint.js';

const evidence: Evidence = {
  ruleId: 'iam-wildcard-action',
  file: 'roles.yaml',
  address: 'Responder',
  keys: ['Resources', 'Responder', 'Properties', 'Policies', 0, 'PolicyDocument'],
  data: ['ssm-incidents:*'],
};

describe('fingerprint', () => {
  it('does not change with the position in a list', () => {
    const moved = evidence.keys.map((key) => (key === 0 ? 3 : key));
    expect(fingerprint({ ...evidence, keys: moved })).to.equal(fingerprint(evidence));
  });

  it('changes with the rule, the file, the resource, the path and the evidence', () => {
    const others: Evidence[] = [
      { ...evidence, ruleId: 'iam-wildcard-resource' },
      { ...evidence, file: 'other.yaml' },
      { ...evidence, address: 'Other' },
      { ...evidence, keys: ['Resources'] },
      { ...evidence, data: ['ssm-contacts:*'] },
    ];
    const prints = [evidence, ...others].map(fingerprint);
    expect(new Set(prints).size).to.equal(prints.length);
  });
});

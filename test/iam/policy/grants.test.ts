import { expect } from 'chai';
import { idOf, isSharing, isWrite, type Action } from '../../../src/iam/policy/actions.js';
import { grantsOf, reaches } from '../../../src/iam/policy/grants.js';
import { isDoubt } from '../../../src/value/tri.js';
import { gap, leaf, oneOf, partial, reference, statement, unknown } from '../policies.js';

const always = (): boolean => true;

describe('reaches', () => {
  it('asks whether a pattern names an action of a sort', () => {
    expect(reaches(leaf('ssm-contacts:Put*'), isSharing)).to.equal(true);
    expect(reaches(leaf('ssm-contacts:Get*'), isSharing)).to.equal(false);
    expect(reaches(leaf('ram:*'), isSharing, ['ram'])).to.equal(true);
  });

  it('doubts a gap only where it can make the difference', () => {
    expect(isDoubt(reaches(leaf(partial('ssm-incidents:', gap('parameter Verb'))), isWrite))).to.equal(true);
    expect(reaches(leaf(partial('s3:', gap('parameter Verb'))), isWrite)).to.equal(false);
    expect(reaches(leaf(partial('ssm-incidents:Get', gap('parameter Noun'))), isWrite)).to.equal(false);
    expect(isDoubt(reaches(leaf(unknown), isWrite))).to.equal(true);
  });

  it('takes the verdict on which all allowed values agree', () => {
    expect(reaches(leaf(oneOf('ssm-incidents:*', '*')), isWrite)).to.equal(true);
    expect(isDoubt(reaches(leaf(oneOf('ssm-incidents:*', 's3:*')), isWrite))).to.equal(true);
  });
});

describe('grantsOf', () => {
  const idsOf = (actions: readonly Action[]): string[] => actions.map(idOf);

  it('gives what each text of Action names', () => {
    const grants = grantsOf(
      statement({ Effect: 'Allow', Action: ['s3:*', 'ssm-contacts:Stop*'], Resource: '*' }),
    );
    expect(grants.map(({ actions, verdict }) => [idsOf(actions), verdict])).to.deep.equal([
      [['ssm-contacts:StopEngagement'], true],
    ]);
  });

  it('gives what NotAction leaves out', () => {
    const one = grantsOf(
      statement({ Effect: 'Allow', NotAction: ['iam:*', 'ssm-contacts:*'], Resource: '*' }),
    );
    expect(one.flatMap(({ actions }) => idsOf(actions))).to.have.lengthOf(31);
    const none = grantsOf(statement({ Effect: 'Allow', NotAction: 'ssm-*', Resource: '*' }));
    expect(none.flatMap(({ actions }) => actions)).to.have.lengthOf(71);
    expect(grantsOf(statement({ Effect: 'Allow', NotAction: 'ssm-*:*', Resource: '*' }))).to.have.lengthOf(0);
  });

  it('keeps what is not certain apart, with its doubt', () => {
    const [grant] = grantsOf({ ...statement({ Effect: 'Allow' }), actions: [leaf(reference('Topic'))] });
    expect(grant?.verdict).to.have.property('why');
    expect(grant?.actions.some(always)).to.equal(true);
  });
});

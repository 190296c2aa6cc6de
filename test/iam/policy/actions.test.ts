import { expect } from 'chai';
import {
  actionsOf,
  endangersReplicationSet,
  expand,
  idOf,
  isSensitive,
  isSharing,
  isWrite,
  needsWildcard,
} from '../../../src/iam/policy/actions.js';

function ids(pattern: string, services?: readonly string[]): string[] {
  return expand(pattern, services).map(idOf);
}

describe('expand', () => {
  it('knows the 31 and 40 actions of both services', () => {
    expect(ids('ssm-incidents:*')).to.have.lengthOf(31);
    expect(ids('ssm-contacts:*')).to.have.lengthOf(40);
    for (const pattern of ['*', '**', '*:*', 'ssm-*:*', 'SSM-*:**'])
      expect(ids(pattern)).to.have.lengthOf(71);
  });

  it('does not look at case, and takes ? for one character', () => {
    expect(ids('SSM-Incidents:startincident')).to.deep.equal(['ssm-incidents:StartIncident']);
    expect(ids('ssm-contacts:?topEngagement')).to.deep.equal(['ssm-contacts:StopEngagement']);
  });

  it('names nothing for other services, unknown actions and texts without a service', () => {
    for (const pattern of ['s3:*', 'ssm:*', 'ssm-incidents:Nothing', 'ssm-incidents', 'StartIncident', ''])
      expect(ids(pattern), pattern).to.have.lengthOf(0);
  });

  it('looks at the services that are asked for', () => {
    expect(ids('sns:Pub*', ['sns'])).to.deep.equal(['sns:Publish']);
  });
});

describe('actions', () => {
  const named = (predicate: (action: ReturnType<typeof expand>[number]) => boolean): string[] =>
    expand('*').filter(predicate).map(idOf);

  it('that need "*" are the nine of the Service Authorization Reference', () => {
    expect(named(needsWildcard)).to.have.members([
      'ssm-incidents:CreateReplicationSet',
      'ssm-incidents:CreateResponsePlan',
      'ssm-incidents:ListIncidentRecords',
      'ssm-incidents:ListReplicationSets',
      'ssm-incidents:ListResponsePlans',
      'ssm-contacts:ListContacts',
      'ssm-contacts:ListEngagements',
      'ssm-contacts:ListPreviewRotationShifts',
      'ssm-contacts:ListRotations',
    ]);
  });

  it('that share include PutContactPolicy, whose level is Write', () => {
    expect(named(isSharing)).to.include('ssm-contacts:PutContactPolicy');
    expect(actionsOf('ssm-contacts').find(({ name }) => name === 'PutContactPolicy')?.level).to.equal(
      'Write',
    );
  });

  it('that endanger the replication set are three', () => {
    expect(named(endangersReplicationSet)).to.have.lengthOf(3);
  });

  it('that write are all but Read and List; Start* reaches none that is sensitive', () => {
    expect(expand('ssm-incidents:TagResource').every(isWrite)).to.equal(true);
    expect(expand('ssm-contacts:Get*').some(isWrite)).to.equal(false);
    expect(expand('ssm-incidents:Start*').some(isSensitive)).to.equal(false);
    expect(expand('ssm-incidents:Update*').some(isSensitive)).to.equal(true);
  });
});

import { expect } from 'chai';
import { judgeDependency } from '../../../src/model/availability/replication-order.js';
import { workspaceOf } from '../workspaces.js';

describe('the order in which a deployment creates its resources', () => {
  it('is followed through thousands of resources, round circles too', () => {
    const count = 5_000;
    const topics = Array.from(
      { length: count },
      (_, index) =>
        `  T${String(index)}: { Type: AWS::SNS::Topic, DependsOn: T${String((index + 1) % count)} }`,
    );
    const plan = (name: string, dependsOn: string): string => `  ${name}:
    Type: AWS::SSMIncidents::ResponsePlan
    DependsOn: ${dependsOn}
    Properties: { Name: ${name}, IncidentTemplate: { Title: t, Impact: 1 } }`;
    const workspace = workspaceOf(
      [
        'Resources:',
        '  Set: { Type: AWS::SSMIncidents::ReplicationSet, Properties: { Regions: [{ RegionName: a }] } }',
        '  Last: { Type: AWS::SNS::Topic, DependsOn: Set }',
        ...topics,
        plan('Early', 'T0'),
        plan('Late', '[T0, Last]'),
      ].join('\n'),
    );
    const verdicts = workspace
      .all('response-plan')
      .map(({ resource }) => judgeDependency(resource, workspace).verdict);
    expect(verdicts).to.deep.equal([true, false]);
  });
});

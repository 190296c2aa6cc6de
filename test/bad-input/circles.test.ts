import { expect } from 'chai';
import { channel, expectJudged, faultyContactInYaml, lintFiles, role, withResources } from './judged.js';

describe('bad input', () => {
  describe('that goes in circles', () => {
    const circles: Record<string, Record<string, unknown>> = {
      'conditions that use each other': {
        Conditions: {
          A: { 'Fn::Not': [{ Condition: 'B' }] },
          B: { 'Fn::Or': [{ Condition: 'A' }, { Condition: 'C' }] },
          C: { Condition: 'C' },
          D: { 'Fn::Equals': [{ 'Fn::If': ['D', 'x', 'y'] }, 'x'] },
        },
      },
      'parameters that use themselves': {
        Parameters: {
          A: { Type: 'String', Default: { Ref: 'B' } },
          B: { Type: 'String', Default: { Ref: 'A' } },
        },
      },
      'mappings that use each other': {
        Mappings: {
          M: { a: { b: { 'Fn::FindInMap': ['N', 'a', 'b'] } } },
          N: { a: { b: { 'Fn::FindInMap': ['M', 'a', 'b'] } } },
        },
      },
      'a mapping whose list holds the list': {
        Mappings: { M: { a: { b: [{ 'Fn::FindInMap': ['M', 'a', 'b'] }] } } },
      },
      'a mapping whose map holds the map': {
        Mappings: { M: { a: { b: { Statement: { 'Fn::FindInMap': ['M', 'a', 'b'] } } } } },
      },
    };
    const values: Record<string, unknown> = {
      If: { 'Fn::If': ['A', 'true', { 'Fn::If': ['C', 'false', { 'Fn::If': ['D', 'a', 'b'] }] }] },
      Ref: { Ref: 'A' },
      FindInMap: { 'Fn::FindInMap': ['M', 'a', 'b'] },
    };
    for (const [name, sections] of Object.entries(circles))
      it(`${name} end`, () => {
        for (const value of Object.values(values)) {
          expectJudged(withResources(channel('DeferActivation', value), sections));
          expectJudged(withResources(role(value), sections));
        }
      });

    it('a resource that depends on such a condition is judged', () => {
      const outcome = lintFiles({
        'template.yaml': `
Conditions: { A: !Condition B, B: !Condition A }
Resources:
  Ann: { Type: AWS::SSMContacts::Contact, Condition: A, Properties: { Alias: ann, Type: PERSONAL } }`,
      });
      expectJudged(outcome);
    });

    it('imports that lead back to themselves, within a file and across files, are undecided', () => {
      const trail = (from: string): string => `
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { S3BucketName: audit, IsLogging: !ImportValue ${from} }`;
      const outcome = lintFiles({
        'a.yaml': `Outputs: { O: { Value: !ImportValue B, Export: { Name: A } } }\nResources:${trail('A')}${faultyContactInYaml}`,
        'b.yaml': `Outputs: { O: { Value: !ImportValue A, Export: { Name: B } } }\nResources:${trail('B')}`,
        'c.yaml': `Outputs: { O: { Value: !ImportValue C, Export: { Name: C } } }\nResources:${trail('C')}`,
      });
      expectJudged(outcome);
      const undecided = outcome.undecided.filter(({ ruleId }) => ruleId === 'trail-not-recording-im');
      expect(undecided.map(({ file }) => file)).to.deep.equal(['a.yaml', 'b.yaml', 'c.yaml']);
    });

    it('an exported policy that holds itself ends', () => {
      const policy =
        '{ Version: x, Statement: [{ Effect: Allow, Action: !ImportValue P, Resource: !ImportValue P }, !ImportValue P] }';
      const outcome = lintFiles({
        'a.yaml': `Outputs: { O: { Value: ${policy}, Export: { Name: P } } }\nResources:${faultyContactInYaml}`,
        'b.yaml': `
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: !ImportValue P }`,
      });
      expectJudged(outcome);
    });

    it('exports whose names are their own imports end', () => {
      expectJudged(
        lintFiles({
          'a.yaml': `Outputs: { O: { Value: x, Export: { Name: !ImportValue x } } }\nResources:${faultyContactInYaml}`,
        }),
      );
    });

    it('contacts and plans that engage each other end', () => {
      const plan = (contact: string): unknown => ({
        Type: 'AWS::SSMContacts::Plan',
        Properties: {
          ContactId: { Ref: contact },
          Stages: [
            {
              DurationInMinutes: 5,
              Targets: [{ ContactTargetInfo: { ContactId: { Ref: contact }, IsEssential: true } }],
            },
          ],
        },
      });
      expectJudged(
        withResources({
          One: plan('Two'),
          Two: plan('One'),
          Own: plan('Own'),
          Response: {
            Type: 'AWS::SSMIncidents::ResponsePlan',
            Properties: {
              Name: 'r',
              Engagements: [{ Ref: 'One' }, { Ref: 'Own' }],
              IncidentTemplate: { Title: 't', Impact: 1 },
            },
          },
        }),
      );
    });
  });
});

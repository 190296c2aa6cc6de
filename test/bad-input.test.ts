import { expect } from 'chai';
import {
  channel,
  codesOf,
  expectJudged,
  faultyContact,
  faultyContactInYaml,
  lintFiles,
  role,
  withResources,
} from './bad-input/judged.js';

describe('bad input', () => {
  describe('of the wrong type', () => {
    const resources: Record<string, unknown> = {
      'a resource that is null': { Other: null },
      'a resource that is a list': { Other: [] },
      'a resource that is a text': { Other: 'AWS::SSMContacts::Contact' },
      'Properties that are a list': { Other: { Type: 'AWS::SSMContacts::Contact', Properties: [] } },
      'Properties that are a number': { Other: { Type: 'AWS::SSMContacts::Contact', Properties: 5 } },
      'a resource without Type': { Other: { Properties: {} } },
      'a Type that is a number': { Other: { Type: 5 } },
      'a Type that is an object': { Other: { Type: { Ref: 'Ann' } } },
      'a policy that is a number': role(5),
      'a policy that is a list': role([]),
    };
    for (const [name, bad] of Object.entries(resources))
      it(`${name} is a problem, and the rest of the file is judged`, () => {
        const outcome = withResources(bad);
        expectJudged(outcome);
        expect(codesOf(outcome)).to.include('wrong-type');
      });

    it('Properties that are null or missing are no problem, because a type may need none', () => {
      for (const properties of [{ Properties: null }, {}]) {
        const outcome = withResources({ Topic: { Type: 'AWS::SNS::Topic', ...properties } });
        expectJudged(outcome);
        expect(codesOf(outcome)).to.deep.equal([]);
      }
    });

    const odd: Record<string, unknown> = {
      'a Condition that is a number': { Other: { Type: 'AWS::SNS::Topic', Condition: 5 } },
      'a Condition that is a list': { Other: { Type: 'AWS::SNS::Topic', Condition: [] } },
      'a Condition that is declared nowhere': { Other: { Type: 'AWS::SNS::Topic', Condition: 'Nowhere' } },
      'a Metadata that is a list': { Other: { Type: 'AWS::SNS::Topic', Metadata: [] } },
      'a Statement that is a number': role({ Version: '2012-10-17', Statement: 5 }),
      'a Statement that is null': role({ Statement: null }),
      'a Statement in a Statement': role({ Statement: [[[{ Effect: 'Allow' }]]] }),
      'a policy that is a text but no JSON': role('{ "Statement": '),
      'a policy that is the JSON of a number': role('5'),
      'an Action that is an object': role({ Statement: [{ Effect: 'Allow', Action: {}, Resource: '*' }] }),
      'an Action that is null': role({ Statement: [{ Effect: 'Allow', Action: null, Resource: '*' }] }),
      'an Effect that is a list': role({ Statement: [{ Effect: ['Allow'], Action: '*', Resource: '*' }] }),
      'a Principal of lists in lists': role({
        Statement: [{ Effect: 'Allow', Principal: { AWS: [['*']] } }],
      }),
      'a Condition in a statement that is a text': role({
        Statement: { Effect: 'Allow', Action: '*', Resource: 5, Condition: 'x' },
      }),
      'a channel address that is a list': channel('ChannelAddress', ['+15551230100']),
      'a contact that is an object': channel('ContactId', { Arn: 'x' }),
      'event selectors that are texts': {
        Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { IsLogging: [], EventSelectors: 'all' } },
      },
      'field selectors that are numbers': {
        Trail: {
          Type: 'AWS::CloudTrail::Trail',
          Properties: { IsLogging: {}, AdvancedEventSelectors: [{ FieldSelectors: 5 }, 5, null, [[]]] },
        },
      },
      'Regions that are a map': {
        Set: { Type: 'AWS::SSMIncidents::ReplicationSet', Properties: { Regions: { 'eu-west-1': {} } } },
      },
      'a text for a list of stages': {
        Plan: { Type: 'AWS::SSMContacts::Plan', Properties: { ContactId: 'x', Stages: 'none' } },
      },
      'names of JavaScript’s own': {
        constructor: { Type: 'AWS::SNS::Topic', Properties: { constructor: 1, toString: {} } },
        toString: { Type: 'constructor', Properties: { __proto__: null } },
        hasOwnProperty: { Type: 'AWS::SSMContacts::constructor', Properties: {} },
      },
    };
    for (const [name, bad] of Object.entries(odd))
      it(`${name} stops nothing`, () => {
        expectJudged(withResources(bad));
      });

    it('a text for Resources is a problem of that file alone', () => {
      const outcome = lintFiles({
        'bad.yaml': 'Resources: all of them',
        'good.yaml': `Resources:${faultyContactInYaml}`,
      });
      expectJudged(outcome);
      expect(outcome.problems.map(({ file, code }) => `${file ?? ''} ${code}`)).to.deep.equal([
        'bad.yaml wrong-type',
      ]);
    });

    it('sections of the wrong type are problems, and the resources are judged', () => {
      for (const section of ['Parameters', 'Mappings', 'Conditions', 'Outputs']) {
        const outcome = lintFiles({
          'template.yaml': `${section}: [1, 2]\nResources:${faultyContactInYaml}`,
        });
        expectJudged(outcome);
        expect(codesOf(outcome), section).to.deep.equal(['wrong-type']);
      }
    });

    it('entries of sections of the wrong type stop nothing', () => {
      const outcome = lintFiles({
        'template.yaml': `
Parameters: { A: 5, B: { Type: [], Default: {}, AllowedValues: x }, C: null }
Mappings: { M: [1], N: { a: 5, b: { c: null } } }
Conditions: { P: 5, Q: [], R: { 'Fn::Not': 5 }, S: { 'Fn::And': { a: b } }, T: null }
Outputs: { O: 5, P: { Export: x, Value: y }, Q: { Export: { Name: [] }, Value: y } }
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref A
      ChannelName: !FindInMap [M, a, b]
      ChannelType: !FindInMap [N, b, c]
      ChannelAddress: !Ref B
      DeferActivation: !If [R, !If [S, true, false], !If [T, !If [P, a, b], !Ref C]]${faultyContactInYaml}`,
      });
      expectJudged(outcome);
    });

    it('roots that are no object are told, or passed over', () => {
      for (const root of ['5', 'text', '- a\n- b', '', 'null', '~', '# only a comment'])
        expectJudged(lintFiles({ 'bad.yaml': root, 'good.yaml': `Resources:${faultyContactInYaml}` }));
      for (const root of ['5', '"text"', '[]', 'null'])
        expectJudged(lintFiles({ 'bad.json': root, 'good.yaml': `Resources:${faultyContactInYaml}` }));
    });
  });

  describe('with a syntax error', () => {
    const texts: Record<string, string> = {
      'cut.json': '{ "Resources": { "Ann": { "Type": "AWS::SSMCont',
      'cut.yaml': 'Resources:\n  Ann: { Type: AWS::SSMContacts::Contact, Properties: {',
      'tabs.yaml': 'Resources:\n\tAnn: x',
      'empty.json': '',
      'comma.json': '{ "Resources": {}, }',
      'alias.yaml': 'Resources: *nowhere',
      'quotes.yaml': 'Resources: "never closed',
    };
    for (const [name, text] of Object.entries(texts))
      it(`${name} is a problem with its place, and other files are judged`, () => {
        const outcome = lintFiles({ [name]: text, 'good.yaml': `Resources:${faultyContactInYaml}` });
        expectJudged(outcome);
        expect(outcome.problems.map(({ file }) => file)).to.include(name);
      });
  });

  describe('that is deep', () => {
    for (const depth of [50, 150])
      it(`a list ${String(depth)} levels deep stops nothing`, () => {
        const nested = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
        const template = JSON.stringify({ Resources: { Ann: faultyContact, Sms: {} } }).replace(
          '"Sms":{}',
          `"Sms":{"Type":"AWS::SSMContacts::ContactChannel","Properties":{"ContactId":${nested}}}`,
        );
        expectJudged(lintFiles({ 'template.json': template }));
      });

    it('a list 100,000 levels deep is a problem, in JSON and in YAML', () => {
      const nested = `{"Resources":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
      for (const name of ['deep.json', 'deep.yaml']) {
        const outcome = lintFiles({ [name]: nested, 'good.yaml': `Resources:${faultyContactInYaml}` });
        expectJudged(outcome);
        expect(outcome.problems.map(({ file }) => file)).to.deep.equal([name]);
      }
    });

    it('aliases that multiply are a problem, or end quickly', () => {
      const lines = Array.from({ length: 30 }, (_, index) => {
        const own = `a${String(index)}`;
        return index === 0
          ? `${own}: &${own} [x, x]`
          : `${own}: &${own} [*a${String(index - 1)}, *a${String(index - 1)}]`;
      });
      expectJudged(
        lintFiles({
          'bomb.yaml': `${lines.join('\n')}\nResources: {}`,
          'good.yaml': `Resources:${faultyContactInYaml}`,
        }),
      );
    });
  });
});

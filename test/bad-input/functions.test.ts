import { expect } from 'chai';
import { channel, expectJudged, faultyContactInYaml, lintFiles, role, withResources } from './judged.js';

describe('bad input', () => {
  describe('of intrinsic functions', () => {
    const malformed: Record<string, unknown> = {
      'Fn::If with two arguments': { 'Fn::If': ['C', 'true'] },
      'Fn::If with none': { 'Fn::If': [] },
      'Fn::If of a text': { 'Fn::If': 'C' },
      'Fn::If of an object': { 'Fn::If': { C: 'x' } },
      'Ref of a list': { Ref: ['Ann'] },
      'Ref of null': { Ref: null },
      'Ref of nothing that exists': { Ref: 'Nowhere' },
      'Fn::GetAtt of nothing': { 'Fn::GetAtt': [] },
      'Fn::GetAtt of one name': { 'Fn::GetAtt': ['Ann'] },
      'Fn::GetAtt of null': { 'Fn::GetAtt': null },
      'Fn::GetAtt of what is declared nowhere': { 'Fn::GetAtt': ['Nowhere', 'Arn'] },
      'Fn::Select out of range': { 'Fn::Select': [7, ['a', 'b']] },
      'Fn::Select of a negative position': { 'Fn::Select': [-1, ['a', 'b']] },
      'Fn::Select of a text': { 'Fn::Select': 'a' },
      'Fn::Select of an enormous position': { 'Fn::Select': ['99999999999999999999', ['a']] },
      'Fn::Join of a text': { 'Fn::Join': 'a' },
      'Fn::Join of maps': { 'Fn::Join': ['', [{ a: 1 }, [2], null]] },
      'Fn::Sub of a list of three': { 'Fn::Sub': ['a', {}, 'b'] },
      'Fn::Sub of an open bracket': { 'Fn::Sub': 'a ${ b' },
      'Fn::Sub of an empty name': { 'Fn::Sub': '${} ${!x} ${.} ${a.}' },
      'Fn::Split by nothing': { 'Fn::Split': ['', 'abc'] },
      'Fn::FindInMap of one name': { 'Fn::FindInMap': ['M'] },
      'Fn::ImportValue of a list': { 'Fn::ImportValue': [] },
      'Fn::Length of a text': { 'Fn::Length': 'abc' },
      'Fn::Base64 of a map': { 'Fn::Base64': {} },
      'a function that does not exist': { 'Fn::Nothing': [] },
      'Fn::Transform without a name': { 'Fn::Transform': 5 },
    };
    for (const [name, value] of Object.entries(malformed))
      it(`${name} is no finding, and stops nothing`, () => {
        expectJudged(withResources(channel('DeferActivation', value)));
        expectJudged(withResources(role(value)));
        const outcome = withResources({
          Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { S3BucketName: 'audit', IsLogging: value } },
        });
        expectJudged(outcome);
        expect(outcome.findings.filter(({ ruleId }) => ruleId === 'trail-not-recording-im')).to.deep.equal(
          [],
        );
      });

    it('a tag on an empty value, and tags that are no functions, stop nothing', () => {
      for (const value of ['!Ref', '!GetAtt', '!If', '!Sub', '!Join []', '!Nothing x', '!!binary x', '! x'])
        expectJudged(
          lintFiles({
            'template.yaml': `
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      S3BucketName: audit
      IsLogging: ${value}${faultyContactInYaml}`,
          }),
        );
    });

    it('forty conditions in one text end as undecided', () => {
      const names = Array.from({ length: 40 }, (_, index) => `C${String(index)}`);
      const parts = names.map((name) => ({ 'Fn::If': [name, 'a', 'b'] }));
      const nested = names
        .slice(20)
        .reduce<unknown>(
          (inner, name) => ({ 'Fn::If': [name, { 'Fn::Join': ['', [inner, 'x']] }, 'y'] }),
          'z',
        );
      for (const value of [{ 'Fn::Join': ['', parts] }, { 'Fn::Join': ['', [nested]] }])
        for (const bad of [
          channel('ContactId', value),
          role({ Statement: [{ Effect: 'Allow', Action: value, Resource: value }] }),
          role({ Statement: parts.map((part) => ({ Effect: part, Action: part, Resource: part })) }),
        ])
          expectJudged(withResources(bad));
      const outcome = withResources({
        Trail: {
          Type: 'AWS::CloudTrail::Trail',
          Properties: { S3BucketName: 'audit', IsLogging: { 'Fn::Join': ['', parts] } },
        },
      });
      const undecided = outcome.undecided.filter(({ ruleId }) => ruleId === 'trail-not-recording-im');
      expect(undecided.map(({ reason }) => reason)).to.deep.equal([
        'its items depend on more conditions than are followed',
      ]);
    });
  });
});

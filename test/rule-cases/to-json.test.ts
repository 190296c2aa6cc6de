import { expect } from 'chai';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { isYamlOnly, toJson } from './to-json.js';

function converted(yaml: string): unknown {
  const { root } = parseYaml(new SourceFile('a.yaml', yaml));
  if (root === undefined) expect.fail('the sample is malformed');
  return JSON.parse(toJson(root));
}

describe('YAML as JSON', () => {
  it('writes short forms as long ones', () => {
    expect(converted('[!Ref A, !GetAtt A.B.C, !GetAtt [A, B], !Condition IsProd]')).to.deep.equal([
      { Ref: 'A' },
      { 'Fn::GetAtt': ['A', 'B.C'] },
      { 'Fn::GetAtt': ['A', 'B'] },
      { Condition: 'IsProd' },
    ]);
    expect(converted("!If [IsProd, !Sub 'a-${B}', !Join ['', [!Ref C]]]")).to.deep.equal({
      'Fn::If': ['IsProd', { 'Fn::Sub': 'a-${B}' }, { 'Fn::Join': ['', [{ Ref: 'C' }]] }],
    });
  });

  it('keeps the sorts of scalars', () => {
    expect(converted('[true, "true", yes, 1.5, "1", 0123, null, ~, text]')).to.deep.equal([
      true,
      'true',
      true,
      1.5,
      '1',
      '0123',
      null,
      null,
      'text',
    ]);
  });

  it('keeps maps and lists that are empty', () => {
    expect(converted('{A: {}, B: [], C: {D: [{}]}}')).to.deep.equal({ A: {}, B: [], C: { D: [{}] } });
  });

  it('is not tried with anchors, aliases and suppressions', () => {
    for (const text of ['A: &a 1', 'A: *a', '[*a]', '<<: *a', '# incident-lint-disable-file x -- y'])
      expect(isYamlOnly(text), text).to.equal(true);
    for (const text of ["A: '*'", 'A: ssm-incidents:*', "- '*Incident*'", 'A: B # a comment', 'a && b'])
      expect(isYamlOnly(text), text).to.equal(false);
  });
});

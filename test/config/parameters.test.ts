import { expect } from 'chai';
import { loadParameters } from '../../src/config/parameters.js';
import { valuesFor } from '../../src/dialect/parameter-values.js';
import { SourceFile } from '../../src/text/source-file.js';
import { temporaryFolder } from '../temporary-folder.js';

/** The values that files give to the template of the stack Chat, and their problems as short lines. */
async function load(...texts: readonly string[]) {
  const names = texts.map((text, index) => `${String(index)}.${/^[[{]/.test(text) ? 'json' : 'yaml'}`);
  const cwd = temporaryFolder(Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ''])));
  const { values, problems } = await loadParameters(cwd, names);
  const own = valuesFor(values, { file: new SourceFile('cdk.out/Chat.template.json', '') });
  return {
    values: Object.fromEntries([...own].map(([name, { text }]) => [name, text])),
    problems: problems.map(
      ({ file, range, code, message }) => `${file ?? ''}:${String(range?.start.line)} ${code} ${message}`,
    ),
  };
}

describe('loadParameters', () => {
  const expected = { values: { Stage: 'prod', Names: 'a,b' }, problems: [] };

  for (const [shape, text] of Object.entries({
    "the AWS CLI's list": `[
      { "ParameterKey": "Stage", "ParameterValue": "prod" },
      { "ParameterKey": "Names", "ParameterValue": "a,b" },
      { "ParameterKey": "Kept", "UsePreviousValue": true }
    ]`,
    "the AWS CLI's list of assignments": '["Stage=prod", "Names=a,b"]',
    "CodePipeline's template configuration":
      '{ "Parameters": { "Stage": "prod", "Names": "a,b" }, "Tags": { "Team": "x" } }',
    'a map': '{ "Stage": "prod", "Names": ["a", "b"] }',
    'a map of stacks': '{ "Chat": { "Stage": "prod", "Names": "a,b" }, "Other": { "Stage": "test" } }',
    YAML: 'Stage: prod\nNames: [a, b]\n',
  }))
    it(`reads ${shape}`, async () => {
      expect(await load(text)).to.deep.equal(expected);
    });

  it('keeps numbers and booleans as they are written', async () => {
    expect((await load('{ "Account": 111122223333, "On": true }')).values).to.deep.equal({
      Account: '111122223333',
      On: 'true',
    });
  });

  it('takes the last of several values, and that of the stack before that for all', async () => {
    const { values } = await load('{ "Chat": { "A": "1" } }', '{ "A": "2", "B": "2" }', '{ "B": "3" }');
    expect(values).to.deep.equal({ A: '1', B: '3' });
  });

  it('tells what has none of the shapes, by its line and without its value', async () => {
    const secret = 'hunter2';
    const { problems } = await load(
      `[\n{ "ParameterKey": "A", "Value": "${secret}" },\n"${secret}"\n]`,
      `{\n"A": [["${secret}"]],\n"Chat": { "B": null } }`,
      secret,
    );
    const item = 'an item of a list of parameters needs "ParameterKey" and "ParameterValue"';
    expect(problems).to.deep.equal([
      `0.json:2 bad-configuration ${item}`,
      `0.json:3 bad-configuration ${item}`,
      '1.json:2 bad-configuration the value of parameter "A" must be a text',
      '1.json:3 bad-configuration the value of parameter "B" must be a text',
      '2.yaml:1 bad-configuration parameters are a list of keys and values, or a map',
    ]);
  });

  it('tells a file that is missing, and one that is malformed', async () => {
    expect((await loadParameters(temporaryFolder(), ['none.json'])).problems).to.deep.equal([
      { file: 'none.json', message: 'the file of --parameters does not exist', code: 'missing-file' },
    ]);
    expect((await load('{')).problems).to.deep.equal([
      '0.json:1 malformed-json a closing brace is expected here',
    ]);
  });
});

import { expect } from 'chai';
import { ExportTable } from '../../src/dialect/template.js';
import { alternatives } from '../../src/value/select.js';
import { entryOf } from '../../src/value/value.js';
import { show, yaml } from './show.js';

/** Forty templates, each of which uses the export of the next one twice. */
function chained(use: (next: string, index: number) => string): string {
  const exports = new ExportTable();
  for (let index = 0; index < 40; index += 1) {
    const value = index === 39 ? 'x' : use(`!ImportValue e${String(index + 1)}`, index);
    yaml(
      `Resources: {}\nOutputs:\n  O: { Value: ${value}, Export: { Name: e${String(index)} } }\n`,
      exports,
      `${String(index)}.yaml`,
    );
  }
  const [subject] = yaml(
    'Resources: { X: { Type: AWS::SNS::Topic, Properties: { V: !ImportValue e0 } } }',
    exports,
  ).resources;
  const entry = subject?.properties.kind === 'map' ? entryOf(subject.properties, 'V') : undefined;
  const [first] = entry === undefined ? [] : alternatives(entry.value);
  return first === undefined ? 'nothing' : show(first.value);
}

/** The value `V` of the resource `X`. */
function valueOf(template: string): string {
  const [subject] = yaml(template).resources;
  const entry = subject?.properties.kind === 'map' ? entryOf(subject.properties, 'V') : undefined;
  const [first] = entry === undefined ? [] : alternatives(entry.value);
  return first === undefined ? 'nothing' : show(first.value);
}

describe('values of very many pieces', () => {
  const resource = (value: string): string =>
    `Resources: { X: { Type: AWS::SNS::Topic, Properties: { V: ${value} } } }\n`;
  const parameters = (count: number): string =>
    ['Parameters:', ...names(count).map((name) => `  ${name}: { Type: String, Default: a }`), ''].join('\n');
  const names = (count: number): string[] =>
    Array.from({ length: count }, (_none, index) => `P${String(index)}`);

  it('end as unknown when they are the gaps of one text', () => {
    expect(valueOf(resource(`!Sub "${'${AWS::Region}'.repeat(100_000)}"`))).to.match(/^\? it is longer/);
  });

  it('end as unknown when a text rests on the default of each', () => {
    const text = names(5_000)
      .map((name) => `\${${name}}`)
      .join('');
    expect(valueOf(parameters(5_000) + resource(`!Sub "${text}"`))).to.match(/\$\{the value\}$/);
  });

  it('are items of a list that rest on one default', () => {
    const list = `!Select [59999, [${'!Ref P0, '.repeat(60_000)}]]`;
    expect(valueOf(parameters(1) + resource(list))).to.equal('"a"');
  });
});

describe('values that double from template to template', () => {
  it('end as unknown when conditions double them', () => {
    expect(chained((next, index) => `!If [C${String(index)}, ${next}, ${next}]`)).to.equal(
      '? it depends on more conditions than are followed',
    );
  });

  it('end as unknown when a text doubles', () => {
    expect(chained((next) => `!Join ["", [${next}, ${next}]]`)).to.match(/^\? it is longer|\$\{the text\}/);
  });
});

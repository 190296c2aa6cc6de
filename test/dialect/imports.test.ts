import { expect } from 'chai';
import { ExportTable } from '../../src/dialect/template.js';
import { entryOf } from '../../src/value/value.js';
import { show, yaml } from './show.js';

describe('exports and imports', () => {
  function imported(producers: readonly string[], importExpression: string): string {
    const exports = new ExportTable();
    producers.forEach((text, index) => yaml(text, exports, `producer-${String(index)}.yaml`));
    const [resource] = yaml(
      `Resources:\n  X: { Type: AWS::SNS::Topic, Properties: { V: ${importExpression} } }\n`,
      exports,
    ).resources;
    const entry = resource?.properties.kind === 'map' ? entryOf(resource.properties, 'V') : undefined;
    return entry === undefined ? 'nothing' : show(entry.value);
  }
  const producer = (name: string): string =>
    `Resources:\n  Topic: { Type: AWS::SNS::Topic }\nOutputs:\n  T: { Value: !Ref Topic, Export: { Name: ${name} } }\n`;

  it('links an import with the export of its name', () => {
    expect(imported([producer('chat')], '!ImportValue chat')).to.equal('Topic.Ref');
  });

  it('links names that differ in the name of the stack only', () => {
    expect(imported([producer('!Sub "${AWS::StackName}-chat"')], '!ImportValue web-chat')).to.equal(
      'Topic.Ref',
    );
  });

  it('does not choose between two exports of one name', () => {
    expect(imported([producer('chat'), producer('chat')], '!ImportValue chat')).to.equal(
      '? the import chat is exported by several of the scanned files',
    );
  });

  it('ends when imports go in a circle', () => {
    const circle = 'Resources: {}\nOutputs:\n  A: { Value: !ImportValue a, Export: { Name: a } }\n';
    expect(imported([circle], '!ImportValue a')).to.equal('? import a refers to itself');
  });
});

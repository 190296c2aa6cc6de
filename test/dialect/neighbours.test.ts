import { expect } from 'chai';
import { readTemplates } from '../../src/dialect/read-template.js';
import { ExportTable, type Template } from '../../src/dialect/template.js';
import type { AssemblyTemplate } from '../../src/parse/assembly-template.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { entryOf } from '../../src/value/value.js';
import { show } from './show.js';

interface Given {
  readonly text: string;
  readonly assembly?: Partial<AssemblyTemplate>;
}

const nothing: AssemblyTemplate = {
  assembly: 'cdk.out',
  environment: {},
  tags: new Map(),
  constructs: new Map(),
  nestedTemplates: new Map(),
};

function templatesOf(files: Readonly<Record<string, Given>>): Template[] {
  const documents = Object.entries(files).map(([name, { text, assembly }]) => ({
    ...parseYaml(new SourceFile(name, text)),
    ...(assembly && { assembly: { ...nothing, ...assembly } }),
  }));
  return readTemplates(documents, new ExportTable());
}

/** The values of the property V of all resources X, by the files' names. */
function valuesOf(files: Readonly<Record<string, Given>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { file, resources } of templatesOf(files)) {
    const properties = resources.find(({ name }) => name === 'X')?.properties;
    const value = properties?.kind === 'map' ? entryOf(properties, 'V')?.value : undefined;
    if (value !== undefined) values[file.path] = show(value);
  }
  return values;
}

const x = (value: string): string => `  X: { Type: AWS::SNS::Topic, Properties: { V: ${value} } }\n`;
const topic = '  Topic: { Type: AWS::SNS::Topic }\n';

function nest(name: string, parameters = '{}'): string {
  return `  ${name}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://x/y.json, Parameters: ${parameters} } }\n`;
}

const nesting = (...names: string[]): Partial<AssemblyTemplate> => ({
  nestedTemplates: new Map(names.map((name) => [name, 'child.json'])),
});

describe('nested stacks', () => {
  const child = `Parameters: { P: { Type: String, Default: own } }\nResources:\n${topic}${x('!Ref P')}Outputs: { T: { Value: !Ref Topic } }\n`;

  it('may lie beside their parent, before they are uploaded', () => {
    const local = (url: string): string => nest('Child', '{ P: given }').replace('https://x/y.json', url);
    const values = (url: string) =>
      valuesOf({
        'app/parent.yaml': { text: `Resources:\n${local(url)}${x('!GetAtt Child.Outputs.T')}` },
        'app/nested/child.yaml': { text: child },
      });
    for (const url of ['nested/child.yaml', './nested/child.yaml', '../app/nested/child.yaml'])
      expect(values(url), url).to.deep.equal({
        'app/parent.yaml': 'Topic.Ref',
        'app/nested/child.yaml': '"given"',
      });
    for (const url of ['https://x/nested/child.yaml', 's3://x/nested/child.yaml', 'child.yaml', '!Ref P'])
      expect(values(url)['app/nested/child.yaml'], url).not.to.equal('"given"');
  });

  it('may be applications of AWS SAM', () => {
    const nested = nest('Child', '{ P: given }')
      .replace('AWS::CloudFormation::Stack', 'AWS::Serverless::Application')
      .replace('TemplateURL: https://x/y.json', 'Location: child.yaml');
    expect(
      valuesOf({
        'parent.yaml': { text: `Resources:\n${nested}${x('!GetAtt Child.Outputs.T')}` },
        'child.yaml': { text: child },
      }),
    ).to.deep.equal({ 'parent.yaml': 'Topic.Ref', 'child.yaml': '"given"' });
  });

  it('are given their parameters by their parent', () => {
    const parent = { text: `Resources:\n${topic}${nest('N', '{ P: !Ref Topic }')}`, assembly: nesting('N') };
    const values = valuesOf({ 'child.json': { text: child }, 'parent.json': parent });
    expect(values['child.json']).to.equal('Topic.Ref');
  });

  it('keep the default of a parameter that their parent does not give', () => {
    const parent = { text: `Resources:\n${nest('N')}`, assembly: nesting('N') };
    const values = valuesOf({ 'child.json': { text: child }, 'parent.json': parent });
    expect(values['child.json']).to.equal('(parameter P keeps its default: "own")');
  });

  it('decide their conditions by what their parent gives', () => {
    const text = `Parameters: { P: { Type: String } }\nConditions: { C: !Equals [!Ref P, prod] }\nResources:\n${x('!If [C, a, b]')}`;
    const parent = { text: `Resources:\n${nest('N', '{ P: prod }')}`, assembly: nesting('N') };
    expect(valuesOf({ 'child.json': { text }, 'parent.json': parent })['child.json']).to.equal('"a"');
  });

  it('take one of the texts that several parents give', () => {
    const text = `Resources:\n${nest('N', '{ P: one }')}${nest('M', '{ P: two }')}`;
    const parent = { text, assembly: nesting('N', 'M') };
    const values = valuesOf({ 'child.json': { text: child }, 'parent.json': parent });
    expect(values['child.json']).to.equal('one of one, two (parameter P)');
  });

  it('hand their outputs to their parent', () => {
    const text = `Resources:\n${nest('N')}${x('!GetAtt N.Outputs.T')}`;
    const values = valuesOf({
      'child.json': { text: child },
      'parent.json': { text, assembly: nesting('N') },
    });
    expect(values['parent.json']).to.equal('Topic.Ref');
  });

  it('say which output they do not have', () => {
    const text = `Resources:\n${nest('N')}${x('!GetAtt N.Outputs.U')}`;
    const values = valuesOf({
      'child.json': { text: child },
      'parent.json': { text, assembly: nesting('N') },
    });
    expect(values['parent.json']).to.equal('? child.json has no output U');
  });

  it('end when a template is nested in itself', () => {
    const text = `Parameters: { P: { Type: String } }\nResources:\n${nest('N', '{ P: !Ref P }')}${x('!Ref P')}`;
    expect(valuesOf({ 'child.json': { text, assembly: nesting('N') } })['child.json']).to.equal(
      '? parameter P refers to itself',
    );
    const outputs = `Resources:\n${nest('N')}${x('!GetAtt N.Outputs.T')}Outputs: { T: { Value: !GetAtt N.Outputs.T } }\n`;
    expect(valuesOf({ 'child.json': { text: outputs, assembly: nesting('N') } })['child.json']).to.match(
      /^\?/,
    );
  });

  it('may declare more than is seen where their template is none of the files', () => {
    const reason = (url: string): string | undefined =>
      templatesOf({
        'parent.yaml': { text: `Resources:\n${nest('Child').replace('https://x/y.json', url)}` },
        'child.yaml': { text: child },
      })[0]?.calls?.why;
    const unread = 'the template of nested stack Child, which may declare more, is none of the scanned files';
    expect(reason('child.yaml')).to.equal(undefined);
    for (const url of ['none.yaml', 'https://bucket.s3.amazonaws.com/child.yaml', '!Ref Url'])
      expect(reason(url), url).to.equal(unread);
  });

  it('are followed only so deep', () => {
    const files: Record<string, Given> = {};
    for (let level = 0; level < 3000; level += 1)
      files[`${String(level)}.json`] = {
        text: `Parameters: { P: { Type: String } }\nResources:\n${nest('N', '{ P: !Join ["", [!Ref P, !Ref P]] }')}${x('!Ref P')}`,
        assembly: { nestedTemplates: new Map([['N', `${String(level + 1)}.json`]]) },
      };
    const values = valuesOf(files);
    expect(values['0.json']).to.equal('? parameter P has no default and no allowed values');
    expect(values['2999.json']).to.be.a('string');
  });
});

describe('the stacks of a CDK app', () => {
  const producer = `Resources:\n${topic}Outputs: { T: { Value: !Ref Topic } }\n`;
  const consumer = (more = ''): Given => ({
    text: `Resources:\n${x(`{ "Fn::GetStackOutput": { StackName: chat, OutputName: T${more} } }`)}`,
    assembly: { stackName: 'web', environment: { region: 'eu-west-1' } },
  });
  const chat = (region: string): Given => ({
    text: producer,
    assembly: { stackName: 'chat', environment: { region } },
  });

  it('read outputs of each other by the names of stack and output', () => {
    expect(valuesOf({ 'chat.json': chat('eu-west-1'), 'web.json': consumer() })['web.json']).to.equal(
      'Topic.Ref',
    );
  });

  it('read the output of the Region that they name, else of their own', () => {
    const here = { 'eu.json': chat('eu-west-1') };
    expect(valuesOf({ ...here, 'us.json': chat('us-east-1'), 'web.json': consumer() })['web.json']).to.equal(
      'Topic.Ref',
    );
    expect(valuesOf({ ...here, 'web.json': consumer(', Region: us-east-1') })['web.json']).to.equal(
      '? output T of stack chat is in none of the scanned files',
    );
  });

  it('do not read outputs of another app', () => {
    const other = { ...chat('eu-west-1'), assembly: { stackName: 'chat', assembly: 'other/cdk.out' } };
    expect(valuesOf({ 'chat.json': other, 'web.json': consumer() })['web.json']).to.match(/^\? output T/);
  });

  it('carry values to another Region by their names in Parameter Store', () => {
    const writer = `Resources:\n${topic}  W: { Type: "Custom::CrossRegionExportWriter", Properties: { WriterProps: { exports: { /cdk/exports/web/T: !Ref Topic } } } }\n`;
    const reader = `Resources:\n  R: { Type: "Custom::CrossRegionExportReader" }\n${x('{ "Fn::GetAtt": [R, /cdk/exports/web/T] }')}`;
    const values = valuesOf({
      'chat.json': { text: writer, assembly: {} },
      'web.json': { text: reader, assembly: {} },
    });
    expect(values['web.json']).to.equal('Topic.Ref');
    expect(valuesOf({ 'web.json': { text: reader, assembly: {} } })['web.json']).to.equal(
      '? the export /cdk/exports/web/T of another Region is in none of the scanned files',
    );
  });

  it('import what is exported in their own account and Region', () => {
    const exporting = (account: string): Given => ({
      text: producer.replace('!Ref Topic } }', `${account}, Export: { Name: "chat:T" } } }`),
      assembly: { environment: { account } },
    });
    const values = valuesOf({
      'one.json': exporting('111122223333'),
      'two.json': exporting('444455556666'),
      'web.json': {
        text: `Resources:\n${x('!ImportValue chat:T')}`,
        assembly: { environment: { account: '444455556666' } },
      },
    });
    expect(values['web.json']).to.equal('"444455556666"');
  });

  it('know their account, Region and name where the app says them', () => {
    const text = `Resources:\n${x('!Sub "${AWS::AccountId}/${AWS::Region}/${AWS::StackName}"')}`;
    const assembly = { stackName: 'web', environment: { account: '111122223333', region: 'eu-west-1' } };
    expect(valuesOf({ 'web.json': { text, assembly } })['web.json']).to.equal('"111122223333/eu-west-1/web"');
    expect(valuesOf({ 'web.json': { text } })['web.json']).to.equal(
      '${AWS::AccountId}/${AWS::Region}/${AWS::StackName}',
    );
  });
});

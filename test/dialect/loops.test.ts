import { expect } from 'chai';
import { ExportTable, type Template } from '../../src/dialect/template.js';
import { readTemplate } from '../../src/dialect/read-template.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { pointer } from '../../src/text/place.js';
import { SourceFile } from '../../src/text/source-file.js';
import { describe as describeAssumptions } from '../../src/value/assumption.js';
import { show, yaml } from './show.js';

const transform = 'Transform: AWS::LanguageExtensions\n';

/** The resources as lines: name, what they rest on, properties. */
function lines({ resources }: Template): string[] {
  return resources.map(({ name, when, properties }) => {
    const condition = describeAssumptions(when);
    return `${name}${condition === undefined ? '' : ` (${condition})`} ${show(properties)}`;
  });
}

function problems(template: Template): string[] {
  return template.problems.map(
    ({ range, code, message }) => `${String(range?.start.line)} ${code}: ${message}`,
  );
}

function topics(collection: string, properties = '{ TopicName: !Ref Name }', more = ''): Template {
  return yaml(`${transform}${more}
Resources:
  Fn::ForEach::Topics:
    - Name
    - ${collection}
    - Topic\${Name}:
        Type: AWS::SNS::Topic
        Properties: ${properties}
`);
}

describe('Fn::ForEach', () => {
  it('brings a resource for every item', () => {
    expect(lines(topics('[A, B]'))).to.deep.equal(['TopicA {TopicName: "A"}', 'TopicB {TopicName: "B"}']);
  });

  it('reads the transform in a list, and needs it', () => {
    const text = 'Resources:\n  Fn::ForEach::T: [N, [A], { "T${N}": { Type: AWS::SNS::Topic } }]\n';
    expect(
      lines(yaml(`Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]\n${text}`)),
    ).to.have.length(1);
    const without = yaml(text);
    expect(without.resources).to.deep.equal([]);
    expect(problems(without)).to.deep.equal([
      '2 wrong-type: Fn::ForEach needs the transform AWS::LanguageExtensions, so these Resources are not checked',
    ]);
  });

  it('puts the item into functions and plain texts, in both forms', () => {
    const properties = `
          A: !Sub 'x-\${Name}'
          B: { Ref: Name }
          C: { 'Fn::Sub': '\${Name}.\${AWS::Region}' }
          D: 'plain \${Name}'
          E: !GetAtt [!Sub 'Topic\${Name}', TopicName]
          F: !GetAtt 'Topic\${Name}.TopicName'
          G: !Ref 'Topic\${Name}'
          H: { Ref: !Sub 'Topic\${Name}' }
          I: '\${!Name} \${Names}'
          J: Name`;
    expect(lines(topics('[A]', properties))).to.deep.equal([
      'TopicA {A: "x-A", B: "A", C: A.${AWS::Region}, D: "plain A", E: TopicA.TopicName, F: TopicA.TopicName, ' +
        'G: TopicA.Ref, H: TopicA.Ref, I: "${!Name} ${Names}", J: "Name"}',
    ]);
  });

  it('keeps letters and digits only where a logical ID is meant', () => {
    const template = yaml(`${transform}
Resources:
  Fn::ForEach::T:
    - Ip
    - [10.0.0.1]
    - 'T&{Ip}': { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub '\${Ip}' } }
`);
    expect(lines(template)).to.deep.equal(['T10001 {TopicName: "10.0.0.1"}']);
  });

  it('takes the collection from a parameter, a mapping or a value that is given', () => {
    const more = `
Parameters:
  Names: { Type: CommaDelimitedList, Default: 'A,B' }
  Stage: { Type: String, AllowedValues: [prod] }
Mappings:
  Sets: { prod: { names: [C] } }`;
    expect(lines(topics('!Ref Names', '{}', more))).to.deep.equal([
      'TopicA (parameter Names keeps its default) {}',
      'TopicB (parameter Names keeps its default) {}',
    ]);
    expect(lines(topics('!FindInMap [Sets, !Ref Stage, names]', '{}', more))).to.deep.equal(['TopicC {}']);
    const { file } = topics('!Ref Names', '{}', more);
    const place = { file, span: { start: 0, end: 1 }, path: undefined };
    const given = readTemplate(parseYaml(file), new ExportTable(), {
      parameters: { everywhere: new Map([['Names', { text: 'D', place }]]), byStack: new Map() },
    });
    expect(lines(given)).to.deep.equal(['TopicD {}']);
  });

  it('goes once through a collection that is not known', () => {
    const more = 'Parameters: { Names: { Type: CommaDelimitedList } }';
    expect(
      lines(topics('!Ref Names', "{ Name: !Ref Name, Other: !Ref 'Topic${Name}' }", more)),
    ).to.deep.equal([
      'Topic${Name} {Name: ? the collection of its loop is not known before deployment, Other: Topic${Name}.Ref}',
    ]);
  });

  it('nests, and the inner collection may depend on the outer item', () => {
    const template = yaml(`${transform}
Mappings:
  Sets: { A: { names: [p, q] }, B: { names: [r] } }
Resources:
  Fn::ForEach::Outer:
    - Stage
    - [A, B]
    - Fn::ForEach::Inner\${Stage}:
        - Name
        - !FindInMap [Sets, !Ref Stage, names]
        - T\${Stage}\${Name}: { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub '\${Stage}-\${Name}' } }
`);
    expect(lines(template)).to.deep.equal([
      'TAp {TopicName: "A-p"}',
      'TAq {TopicName: "A-q"}',
      'TBr {TopicName: "B-r"}',
    ]);
  });

  it('works in properties, conditions and outputs', () => {
    const exports = new ExportTable();
    const template = yaml(
      `${transform}
Conditions:
  Fn::ForEach::Conditions:
    - Stage
    - [a, b]
    - Is\${Stage}: !Equals [!Ref AWS::AccountId, !Ref Stage]
Resources:
  T:
    Type: AWS::SNS::Topic
    Condition: Isa
    Properties:
      Fn::ForEach::Names:
        - Key
        - [TopicName, DisplayName]
        - \${Key}: !Sub 'the \${Key}'
  U:
    Type: AWS::SNS::Topic
    Properties: { TopicName: !ImportValue export-b }
Outputs:
  Fn::ForEach::Outputs:
    - Stage
    - [a, b]
    - Out\${Stage}: { Value: !Sub 'value \${Stage}', Export: { Name: !Sub 'export-\${Stage}' } }
`,
      exports,
    );
    expect(lines(template)).to.deep.equal([
      'T (Isa) {TopicName: "the TopicName", DisplayName: "the DisplayName"}',
      'U {TopicName: "value b"}',
    ]);
  });

  it('leaves what it brings where it is written', () => {
    const template = topics('[A, B]');
    const [, second] = template.resources;
    const line = template.file.positionAt(second?.place.span.start ?? 0).line;
    expect([line, pointer(second?.place.path)]).to.deep.equal([
      7,
      '/Resources/Fn::ForEach::Topics/2/Topic${Name}',
    ]);
    const { properties } = second ?? {};
    const [entry] = properties?.kind === 'map' ? properties.entries : [];
    expect(pointer(entry?.value.place.path)).to.equal(
      '/Resources/Fn::ForEach::Topics/2/Topic${Name}/Properties/TopicName',
    );
  });

  it('tells a loop of the wrong form', () => {
    const template = yaml(`${transform}Resources:\n  Fn::ForEach::A: [N, [a]]\n  Fn::ForEach::B: x\n`);
    const takes = 'Fn::ForEach takes an identifier, a collection and an object';
    expect(problems(template)).to.deep.equal([`3 wrong-type: ${takes}`, `4 wrong-type: ${takes}`]);
  });
});

describe('a loop that is too large', () => {
  const many = `[${Array.from({ length: 40 }, (_, index) => String(index)).join(', ')}]`;

  function nested(depth: number): string {
    if (depth === 0) return "{ 'T${A0}': { Type: AWS::SNS::Topic } }";
    return `{ 'Fn::ForEach::L${String(depth)}': [A${String(depth)}, ${many}, ${nested(depth - 1)}] }`;
  }

  function expectTooLarge(template: Template): void {
    expect(template.resources).to.deep.equal([]);
    expect(template.problems.map(({ code }) => code)).to.deep.equal(['too-large']);
    expect(template.isOpen?.why).to.match(/^the loop Fn::ForEach::\S+ makes more than is followed/);
  }

  it('is one problem, and what it makes may be anything', () => {
    expectTooLarge(yaml(`${transform}Resources: ${nested(6)}\n`));
  });

  it('is found by its texts, too', () => {
    const long = 'x'.repeat(100_000);
    const body = `T\${N}: { Type: AWS::SNS::Topic, Properties: { TopicName: '${'${N}'.repeat(100)}' } }`;
    expectTooLarge(
      yaml(`${transform}Resources:\n  Fn::ForEach::L:\n    - N\n    - [${long}]\n    - ${body}\n`),
    );
  });

  it('is found by collections without a body', () => {
    const items = `[${'x, '.repeat(20_000)}x]`;
    const inner = `'Fn::ForEach::I\${N}': [M, ${items}, {}]`;
    expectTooLarge(
      yaml(`${transform}Resources:\n  Fn::ForEach::L:\n    - N\n    - ${many}\n    - ${inner}\n`),
    );
  });

  it('is one problem where it stands in the properties of another loop', () => {
    const inner = `'Fn::ForEach::P': [M, ${many}, { 'k\${M}': x }]`;
    const body = `T\${N}: { Type: AWS::SNS::Topic, Properties: { ${inner} } }`;
    expectTooLarge(
      yaml(`${transform}Resources:\n  Fn::ForEach::L:\n    - N\n    - ${many}\n    - ${body}\n`),
    );
  });

  it('does not take the rest of the template away', () => {
    const template = yaml(
      `${transform}Resources:\n  Fn::ForEach::L: [A, ${many}, ${nested(2)}]\n  Kept: { Type: AWS::SNS::Topic }\n`,
    );
    expect(template.resources.map(({ name }) => name)).to.deep.equal(['Kept']);
  });
});

it('an identifier that is no name is only a text', () => {
  const text = `${transform}Resources:\n  Fn::ForEach::L: ['(a+)+$', [b], { 'T\${(a+)+$}': { Type: AWS::SNS::Topic } }]\n`;
  expect(lines(readTemplate(parseYaml(new SourceFile('t.yaml', text)), new ExportTable()))).to.deep.equal([
    'Tb absent',
  ]);
});

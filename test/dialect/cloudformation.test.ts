import { expect } from 'chai';
import { readTemplate } from '../../src/dialect/read-template.js';
import { ExportTable } from '../../src/dialect/template.js';
import { parseJson } from '../../src/parse/json.js';
import { SourceFile } from '../../src/text/source-file.js';
import { describe as describeAssumptions } from '../../src/value/assumption.js';
import { entryOf } from '../../src/value/value.js';
import { show, yaml } from './show.js';

const declarations = `
Parameters:
  Team: { Type: String, Default: web }
  Stage: { Type: String, AllowedValues: [test, production] }
  Only: { Type: String, AllowedValues: [one] }
  Free: { Type: String }
  Names: { Type: CommaDelimitedList, Default: 'ann, bob' }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /team }
Mappings:
  Channels:
    test: { id: C1, list: [a, b] }
    production: { id: C2, list: [c] }
    same: { id: C1 }
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
  NotProduction: !Not [!Condition IsProduction]
  Alias: !Condition IsProduction
  Always: !Equals [a, a]
  Never: !And [!Equals [a, b], !Condition IsProduction]
  Either: !Or [!Condition Never, !Condition Always]
  CircleA: !Condition CircleB
  CircleB: !Condition CircleA
`;

function evaluated(expression: string): string {
  const template = yaml(`${declarations}
Resources:
  Topic: { Type: AWS::SNS::Topic }
  Reader: { Type: Custom::Reader }
  Subject:
    Type: AWS::SNS::Topic
    Properties:
      Value: ${expression}
`);
  const subject = template.resources.find(({ name }) => name === 'Subject');
  const entry = subject?.properties.kind === 'map' ? entryOf(subject.properties, 'Value') : undefined;
  return entry === undefined ? 'nothing' : show(entry.value);
}

describe('CloudFormation values', () => {
  const table: readonly (readonly [expression: string, expected: string])[] = [
    ['!Ref Topic', 'Topic.Ref'],
    ['{ Ref: Topic }', 'Topic.Ref'],
    ['!GetAtt Topic.TopicArn', 'Topic.TopicArn'],
    ['{ "Fn::GetAtt": [Topic, TopicArn] }', 'Topic.TopicArn'],
    ['{ "Fn::GetAtt": Topic.TopicArn }', 'Topic.TopicArn'],
    ['!GetAtt Nested.Outputs.Arn', '? Nested is declared nowhere in the template'],
    ['!Ref Nobody', '? Nobody is declared nowhere in the template'],
    ['!Ref AWS::Region', '${AWS::Region}'],
    ['!Ref AWS::NoValue', 'absent'],
    ['!Ref Team', '(parameter Team keeps its default: "web")'],
    ['!Ref Stage', 'one of test, production (parameter Stage)'],
    ['!Ref Only', '"one"'],
    ['!Ref Free', '? parameter Free has no default and no allowed values'],
    ['!Ref Names', '(parameter Names keeps its default: ["ann", "bob"])'],
    ['!Ref Stored', '? parameter Stored is read from Parameter Store at deployment'],
    ['!Sub "${Topic}"', 'Topic.Ref'],
    ['!Sub "a-${AWS::Region}-${Topic.TopicName}"', 'a-${AWS::Region}-${Topic.TopicName}'],
    ['!Sub "${!Literal}"', '"${Literal}"'],
    ['!Sub ["${x}-${Stage}", { x: hello }]', 'one of hello-test, hello-production (parameter Stage)'],
    ['!Sub "${Team}-${Free}"', '(parameter Team keeps its default: web-${parameter Free})'],
    ['!Join ["", [ssm-incidents, ":", "*"]]', '"ssm-incidents:*"'],
    ['!Join [",", !Ref Names]', '(parameter Names keeps its default: "ann,bob")'],
    [
      '!Join ["-", [a, !If [IsProduction, b, !Ref AWS::NoValue]]]',
      '(IsProduction: "a-b" | not IsProduction: "a")',
    ],
    ['!Select [1, [a, b]]', '(always: "b")'],
    ['!Select [0, !Split [",", "a,b"]]', '(always: "a")'],
    ['!Select ["5", [a]]', '(always: ? Fn::Select is not given what it takes)'],
    [
      '!Select [4, !Split [":", !Sub "arn:aws:sns:${AWS::Region}:${AWS::AccountId}:chat"]]',
      '(always: ${AWS::AccountId})',
    ],
    ['!Split ["-", !Ref AWS::Region]', '? the text to split is not known before deployment'],
    ['!FindInMap [Channels, test, id]', '"C1"'],
    ['!FindInMap [Channels, !Ref Stage, id]', 'one of C1, C2 (mapping Channels)'],
    ['!FindInMap [Channels, nowhere, id, { DefaultValue: C9 }]', '"C9"'],
    ['!FindInMap [Channels, nowhere, id]', '? mapping Channels has no such key'],
    ['!FindInMap [Channels, production, list]', '["c"]'],
    ['!If [IsProduction, a, b]', '(IsProduction: "a" | not IsProduction: "b")'],
    ['!If [NotProduction, a, b]', '(not IsProduction: "a" | IsProduction: "b")'],
    ['!If [Alias, a, b]', '(IsProduction: "a" | not IsProduction: "b")'],
    ['!If [Always, a, b]', '"a"'],
    ['!If [Never, a, b]', '"b"'],
    ['!If [Either, a, b]', '"a"'],
    ['!If [CircleA, a, b]', '(CircleA: "a" | not CircleA: "b")'],
    ['!If [IsProduction, a]', '? Fn::If is not given what it takes'],
    ['!ImportValue nowhere', '? the import nowhere is exported by none of the scanned files'],
    ['!ImportValue { Ref: Free }', '? the name of the import is not known before deployment'],
    [
      '{ "Fn::GetStackOutput": { StackName: chat, OutputName: Topic } }',
      '? output Topic of stack chat is in none of the scanned files',
    ],
    ['!Base64 abc', '"YWJj"'],
    ['!Cidr [10.0.0.0/16, 2]', '? a block of addresses is known only at deployment'],
    ['!GetAZs ""', '? the Availability Zones of the Region is known only at deployment'],
    ['!Length [a, b]', '"2"'],
    ['!ToJsonString { a: [b] }', '{a: ["b"]}'],
    ['!Transform { Name: Macro }', '? the output of a macro is known only at deployment'],
    ['{ "Fn::Transform": { Name: Macro }, Other: 1 }', '? the output of a macro is known only at deployment'],
    ['"{{resolve:ssm:/phone}}"', '? a dynamic reference is read at deployment'],
    ['"arn:{{resolve:ssm:/x}}:y"', 'arn:${a dynamic reference}:y'],
    ['!Unheard [x]', '? Fn::Unheard is no function that can be evaluated'],
    ['yes', '"true"'],
    ['"true"', '"true"'],
    ['0123', '"0123"'],
    ['~', 'absent'],
  ];
  for (const [expression, expected] of table) {
    it(`evaluates ${expression}`, () => {
      expect(evaluated(expression)).to.equal(expected);
    });
  }

  it('never combines the two arms of one condition in a text', () => {
    expect(evaluated('!Join ["", [!If [IsProduction, a, b], !If [NotProduction, c, d]]]')).to.equal(
      '(IsProduction: "ad" | not IsProduction: "bc")',
    );
  });

  it('gives up on a text with more conditions than are followed, and says so', () => {
    const conditions = Array.from({ length: 40 }, (_, index) => `!If [Condition${String(index)}, a, b]`);
    expect(evaluated(`!Join ["", [${conditions.join(', ')}]]`)).to.equal(
      '? its items depend on more conditions than are followed',
    );
  });

  it('places a value at its arm, with its short tag', () => {
    const text = `Resources:\n  Subject:\n    Type: AWS::SNS::Topic\n    Properties:\n      Value: !If [C, x, !Ref AWS::Region]\n`;
    const [subject] = yaml(text).resources;
    const value =
      subject?.properties.kind === 'map' ? entryOf(subject.properties, 'Value')?.value : undefined;
    const arms = value?.kind === 'choice' ? value.arms.map((arm) => arm.value.place.span) : [];
    expect(arms.map(({ start, end }) => text.slice(start, end))).to.deep.equal(['x', '!Ref AWS::Region']);
  });
});

describe('CloudFormation resources', () => {
  it('leaves out a resource that literals never make, and keeps the condition of any other', () => {
    const { resources } = yaml(`${declarations}
Resources:
  Gone: { Type: AWS::SNS::Topic, Condition: Never }
  Sometimes: { Type: AWS::SNS::Topic, Condition: NotProduction }
  Here: { Type: AWS::SNS::Topic, Condition: Always }
`);
    expect(resources.map(({ name, when }) => [name, describeAssumptions(when)])).to.deep.equal([
      ['Sometimes', 'not IsProduction'],
      ['Here', undefined],
    ]);
  });

  it('tells what is of the wrong type, with its place, and reads the rest', () => {
    const text = `Parameters: []\nResources:\n  A:\n  B: [x]\n  C: { Type: 5 }\n  D: { Type: AWS::SNS::Topic, Properties: [] }\n  E: { Type: AWS::SNS::Topic }\n`;
    const { resources, problems } = yaml(text);
    expect(resources.map(({ name }) => name)).to.deep.equal(['D', 'E']);
    expect(
      problems.map(({ code, message, range }) => `${String(range?.start.line)} ${code}: ${message}`),
    ).to.deep.equal([
      '1 wrong-type: Parameters is a list, where CloudFormation takes an object',
      '3 wrong-type: resource A is null, where CloudFormation takes an object',
      '4 wrong-type: resource B is a list, where CloudFormation takes an object',
      '5 wrong-type: resource C has no Type that is a text',
      '6 wrong-type: Properties of D is a list, where CloudFormation takes an object',
    ]);
  });

  it('reads JSON as it reads YAML', () => {
    const text = JSON.stringify({
      Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'B' } } } },
    });
    const [resource] = readTemplate(
      parseJson(new SourceFile('template.json', text)),
      new ExportTable(),
    ).resources;
    expect(resource?.name).to.equal('A');
    expect(resource === undefined ? '' : show(resource.properties)).to.equal(
      '{TopicName: ? B is declared nowhere in the template}',
    );
  });
});

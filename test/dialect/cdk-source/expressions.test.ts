import { expect } from 'chai';
import { entryOf } from '../../../src/value/value.js';
import { show } from '../show.js';
import { source } from './source.js';

function evaluated(expression: string): string {
  const template = source(`
import { Aws, Fn, Stack, aws_iam as iam, aws_sns as sns, aws_ssm as ssm } from 'aws-cdk-lib';
import { elsewhere } from './elsewhere';
const team = 'web';
const names = ['ann', 'bob'];
const settings = { stage: 'test', channels: { web: 'C1' }, 'the-key': 'C2' };
const { stage, channels: { web } } = settings;
const grown = ['ann'];
grown.push('bob');
const changed = { a: 'b' };
changed.a = 'c';
const circle = [circle];
const plan = { targets: ['ann'], name: 'p' };
plan.targets.push('bob');
const cast = { targets: ['ann'] };
(cast.targets as string[]).push('bob');
const filled: string[] = [];
fill(filled);
const held = { targets: [], name: 'h' };
fill(held.targets);
const shown = ['ann'];
fill(shown);
enum Level { None = 'NONE', 'Every thing' = 'INFO' }
class Settings { static readonly level = 'ERROR'; static open = 'a'; static readonly names: string[] = []; }
let moving = 'a';
moving = 'b';
class App extends Stack {
  private readonly own = 'mine';
  readonly targets: string[] = [];
  private readonly deep = { targets: ['ann'] };
  private topic: sns.CfnTopic;
  constructor(scope: App, props: Props, isProd: boolean) {
    this.topic = new sns.CfnTopic(this, 'Topic');
    const document = new ssm.CfnParameter(this, 'Document', { type: 'String', value: 'a' });
    this.deep.targets.push('bob');
    const local = new sns.CfnTopic(this, 'Local');
    new sns.CfnTopic(this, 'Subject', { topicName: ${expression} });
  }
}`);
  const subject = template.resources.find(({ name }) => name === 'Subject');
  const entry = subject?.properties.kind === 'map' ? entryOf(subject.properties, 'topicName') : undefined;
  return entry === undefined ? 'nothing' : show(entry.value);
}

describe('expressions of a CDK app', () => {
  const table: readonly (readonly [expression: string, expected: string])[] = [
    ["'a'", '"a"'],
    ['`a`', '"a"'],
    ['5', '"5"'],
    ['-5', '"-5"'],
    ['!0', '"true"'],
    ['true', '"true"'],
    ['null', 'absent'],
    ['undefined', 'absent'],
    ['void 0', 'absent'],
    ['Aws.NO_VALUE', 'absent'],
    ['/a/', '? /a/ is computed by the program'],
    ['team', '"web"'],
    ['team as string', '"web"'],
    ['team!', '"web"'],
    ['<string>team', '"web"'],
    ["'a-' + team", '"a-web"'],
    ['`a-${team}-b`', '"a-web-b"'],
    ['`${team}-${props.name}`', 'web-${props.name}'],
    ['names', '["ann", "bob"]'],
    ['plan.targets', '? plan.targets is computed by the program'],
    ['cast.targets', '? cast.targets is computed by the program'],
    ['filled', '? filled is computed by the program'],
    ['held.targets', '? held.targets is computed by the program'],
    ['shown', '["ann"]'],
    ['this.targets', '? this.targets is computed by the program'],
    ['this.deep.targets', '? this.deep.targets is computed by the program'],
    ['Level.None', '"NONE"'],
    ["Level['Every thing']", '"INFO"'],
    ['Level.Other', '? Level.Other is computed by the program'],
    ['Settings.level', '"ERROR"'],
    ['Settings.open', '? Settings.open is computed by the program'],
    ['Settings.names', '? Settings.names is computed by the program'],
    ["['a', ...names, 'b']", '["a", "ann", "bob", "b"]'],
    ['[...names, ...elsewhere]', '["ann", "bob", ? elsewhere is computed by the program]'],
    ["[...(isProd ? ['a'] : [])]", '[(isProd: ["a"] | not isProd: [])]'],
    ['settings.stage', '"test"'],
    ["settings['the-key']", '"C2"'],
    ['settings.channels.web', '"C1"'],
    ['settings.missing', 'absent'],
    ['stage', '"test"'],
    ['web', '"C1"'],
    ['grown', '? grown is computed by the program'],
    ['changed.a', '? changed.a is computed by the program'],
    ['circle', '[? it refers to itself]'],
    ['moving', '? moving is computed by the program'],
    ['elsewhere', '? elsewhere is computed by the program'],
    ['props.channel', '? props.channel is computed by the program'],
    ['process.env.CHANNEL', '? process.env.CHANNEL is computed by the program'],
    ["isProd ? 'a' : 'b'", '(isProd: "a" | not isProd: "b")'],
    ["!isProd ? 'a' : 'b'", '(not isProd: "a" | isProd: "b")'],
    [
      "props.stage === 'prod' ? 'a' : undefined",
      `(props.stage === 'prod': "a" | not (props.stage === 'prod'): absent)`,
    ],
    ["false ? 'a' : 'b'", '"b"'],
    ["props.name ?? 'a'", '(props.name: ? props.name is computed by the program | not props.name: "a")'],
    ["team || 'a'", '"web"'],
    ["team && 'a'", '"a"'],
    ["'' || 'a'", '"a"'],
    ["isProd && 'a'", '(isProd: "a" | not isProd: absent)'],
    ['{ a: 1, ...{ b: 2 } }', '{a: "1", b: "2"}'],
    ['{ a: 1, ...(isProd ? { a: 2 } : {}) }', '{a: (isProd: "2" | not isProd: "1")}'],
    ['{ ...(isProd && { a: 2 }) }', '{a: (isProd: "2" | not isProd: absent)}'],
    ['{ a: 1, ...props.more, b: 2 }', '{a: ? props.more is computed by the program, b: "2"}'],
    ["{ [team]: 1, 'b-c': 2, [`${props.name}:sub`]: 3 }", '{web: "1", b-c: "2", ${props.name}:sub: "3"}'],
    ['{ get a() { return 1; } }', '{a: ? get a() { return 1; } is computed by the program}'],
    ['this.own', '"mine"'],
    ['this.topic.ref', 'Topic.Ref'],
    ['this.topic.attrTopicArn', 'Topic.TopicArn'],
    ['local.ref', 'Local.Ref'],
    ['local', 'Local.Ref'],
    ['local.topicName2', '? local.topicName2 is computed by the program'],
    ['document.ref', '${Document}'],
    ['document.attrArn', '${Document.Arn}'],
    ['this.region', '${AWS::Region}'],
    ['Stack.of(this).account', '${AWS::AccountId}'],
    ['`arn:${Aws.PARTITION}:sns:*`', 'arn:${AWS::Partition}:sns:*'],
    ['iam.Effect.DENY', '"Deny"'],
    ['iam.Effect.OTHER', '? iam.Effect.OTHER is computed by the program'],
    ["Fn.join('-', ['a', team])", '"a-web"'],
    ["['a', team].join('/')", '"a/web"'],
    ['JSON.stringify({ a: [team] })', '{a: ["web"]}'],
    ['Fn.toJsonString({ a: 1 })', '{a: "1"}'],
    ["Fn.importValue('x')", `? Fn.importValue('x') is computed by the program`],
    ['names.map((name) => name)', '? names.map((name) => name) is computed by the program'],
    ["names.join('-')", '"ann-bob"'],
    ['await team', '? await team is computed by the program'],
  ];
  for (const [expression, expected] of table)
    it(`evaluates ${expression}`, () => {
      expect(evaluated(expression)).to.equal(expected);
    });

  it('names no address that a condition compares with', () => {
    expect(evaluated("props.mail === 'ann@corp.example' ? 'a' : 'b'")).not.to.contain('ann@');
  });

  it('gives up on constants that double step by step', () => {
    const lines = Array.from(
      { length: 60 },
      (_, at) => `const a${String(at + 1)} = [a${String(at)}, a${String(at)}];`,
    );
    const { resources } = source(`
import { aws_sns as sns } from 'aws-cdk-lib';
const a0 = ['x'];
${lines.join('\n')}
new sns.CfnTopic(stack, 'Topic', { subscription: a60 });`);
    expect(resources).to.have.length(1);
  });
});

import { expect } from 'chai';
import { parseHcl } from '../../src/parse/hcl.js';
import { parseJson } from '../../src/parse/json.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { lintFiles, withResources } from './judged.js';

const many = 3000;

/** A template of one topic and, for each number, what `resources` makes. */
function repeated(resources: (index: number) => Record<string, unknown>): Record<string, string> {
  const all = Array.from({ length: many }, (_, index) => resources(index));
  const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
  return { 'template.json': JSON.stringify({ Resources: Object.assign(topic, ...all) as unknown }) };
}

describe('bad input', () => {
  describe('that is large', () => {
    // What takes quadratic time takes minutes; else it is a few seconds, of the processor and not of the clock.
    const most = 20_000_000;
    let before: NodeJS.CpuUsage;
    beforeEach(() => {
      before = process.cpuUsage();
    });
    afterEach(() => {
      expect(process.cpuUsage(before).user, 'microseconds').to.be.below(most);
    });

    it('is judged where thousands of response plans and chat channels have one topic', function () {
      this.timeout(300_000);
      const outcome = lintFiles(
        repeated((index) => ({
          [`Plan${String(index)}`]: {
            Type: 'AWS::SSMIncidents::ResponsePlan',
            Properties: { ChatChannel: { ChatbotSns: [{ Ref: 'Topic' }] } },
          },
          [`Slack${String(index)}`]: {
            Type: 'AWS::Chatbot::SlackChannelConfiguration',
            Properties: {
              SlackWorkspaceId: 'T07EXAMPLE',
              SlackChannelId: 'C07EXAMPLE01',
              SnsTopicArns: [{ Ref: 'Topic' }],
            },
          },
        })),
      );
      const shared = outcome.findings.filter(({ ruleId }) => ruleId === 'chat-channel-shared');
      expect(shared).to.have.length(many - 1);
    });

    it('is judged where each of many channels has a topic in common with many response plans', function () {
      this.timeout(300_000);
      const outcome = lintFiles(
        repeated((index) => ({
          [`Plan${String(index)}`]: {
            Type: 'AWS::SSMIncidents::ResponsePlan',
            Properties: { ChatChannel: { ChatbotSns: [{ Ref: 'Topic' }] } },
          },
          [`Slack${String(index)}`]: {
            Type: 'AWS::Chatbot::SlackChannelConfiguration',
            Properties: {
              SlackWorkspaceId: 'T07EXAMPLE',
              SlackChannelId: `C07EXAMPLE${String(index)}`,
              SnsTopicArns: [{ Ref: 'Topic' }],
            },
          },
        })),
      );
      const shared = outcome.findings.filter(({ ruleId }) => ruleId === 'chat-channel-shared');
      expect(shared).to.have.length(many - 1);
    });

    const numbers = Array.from({ length: 20_000 }, (_, index) => String(index));
    const managed = (statement: unknown): unknown => ({
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Statement: [statement] } },
      },
    });

    it('is judged where a statement lists thousands of actions and of resources', function () {
      this.timeout(300_000);
      const { findings } = withResources(
        managed({
          Effect: 'Allow',
          Action: numbers.map(() => 'ssm-incidents:StartIncident'),
          Resource: [...numbers.map((number) => `arn:aws:ssm-incidents::1:response-plan/p${number}`), '*'],
        }),
      );
      const unscoped = findings.filter(({ ruleId }) => ruleId === 'iam-wildcard-resource');
      expect(unscoped).to.have.length(1);
    });

    it('is judged where every resource of a long list is "*"', function () {
      this.timeout(300_000);
      const { findings } = withResources(
        managed({
          Effect: 'Allow',
          Action: numbers.slice(0, 1000).map(() => 'ssm-incidents:StartIncident'),
          Resource: numbers.map(() => '*'),
        }),
      );
      const unscoped = findings.filter(({ ruleId }) => ruleId === 'iam-wildcard-resource');
      expect(unscoped).to.have.length(1);
    });

    it('is judged where a text has tens of thousands of gaps', function () {
      this.timeout(300_000);
      const text = numbers.flatMap((number) => [
        `a${number}`,
        { Ref: 'AWS::Region' },
        { Ref: 'AWS::StackName' },
      ]);
      const outcome = withResources(managed({ Effect: 'Allow', Action: { 'Fn::Join': ['', text] } }));
      expect(outcome.problems).to.deep.equal([]);
    });

    it('is a problem where a list is longer than can be judged', () => {
      const items = (open: string, length: number, close: string): string =>
        `${open}[${Array.from({ length }, () => '1').join(',')}]${close}`;
      const problemsOf = (length: number) =>
        [
          parseJson(new SourceFile('a.json', items('{"Resources": ', length, '}'))),
          parseYaml(new SourceFile('a.yaml', items('Resources: ', length, ''))),
          parseHcl(new SourceFile('a.tf', items('locals { a = ', length, ' }'))),
        ].map(({ problems }) => problems.map(({ code, range }) => [code, range?.start.line]));
      expect(problemsOf(100_000)).to.deep.equal([[], [], []]);
      expect(problemsOf(100_001)).to.deep.equal([[['too-large', 1]], [['too-large', 1]], [['too-large', 1]]]);
    });
  });
});

import { expect } from 'chai';
import { lintFiles } from './judged.js';

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
  });
});

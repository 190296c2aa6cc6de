import { expect } from 'chai';
import { kindNamesOf } from '../../src/model/kinds.js';
import { defaultOf, isFixed, pathOf, type FieldSpec } from '../../src/model/kind.js';

const channel = 'AWS::Chatbot::SlackChannelConfiguration';
const cloudFormation = { type: channel, sourceType: channel };
const awscc = { type: channel, sourceType: 'awscc_chatbot_slack_channel_configuration' };
const aws = { type: channel, sourceType: 'aws_chatbot_slack_channel_configuration' };

describe('a field of a kind', () => {
  const field: FieldSpec = {
    cloudformation: { [channel]: 'Rules[].SnsTopicARNs[]' },
    terraform: 'rule[].topics[]',
    default: 'false',
    terraformDefault: 'true',
  };

  it('is spelled as each dialect spells it', () => {
    expect(pathOf(field, cloudFormation)).to.deep.equal(['Rules', '[]', 'SnsTopicARNs', '[]']);
    expect(pathOf(field, aws)).to.deep.equal(['rule', '[]', 'topics', '[]']);
  });

  it('has the name of awscc from that of CloudFormation', () => {
    const path = (cloudformation: string) => pathOf({ cloudformation }, awscc);
    expect(path('SlackChannelId')).to.deep.equal(['slack_channel_id']);
    expect(path('KMSKeyId')).to.deep.equal(['kms_key_id']);
    expect(path('CloudWatchLogsRoleArn')).to.deep.equal(['cloudwatch_logs_role_arn']);
    expect(path('ChatChannel.ChatbotSns[]')).to.deep.equal(['chat_channel', 'chatbot_sns', '[]']);
  });

  it('goes into a lone block, and may stay at the resource', () => {
    const path = (terraform: string) => pathOf({ terraform }, aws);
    expect(path('delivery_address[0].simple_address')).to.deep.equal([
      'delivery_address',
      '[0]',
      'simple_address',
    ]);
    expect(path('')).to.deep.equal([]);
  });

  it('is fixed where the provider has no argument for it and still a default', () => {
    const deferred = { cloudformation: 'DeferActivation', default: 'false', terraformDefault: 'true' };
    expect(isFixed(deferred, aws)).to.equal(true);
    expect(isFixed(deferred, awscc)).to.equal(false);
    expect(isFixed({ ...deferred, terraform: 'deferred' }, aws)).to.equal(false);
    expect(isFixed({ cloudformation: 'Name' }, aws)).to.equal(false);
  });

  it('is unknown to a dialect that has no such property', () => {
    expect(pathOf({ cloudformation: 'Name' }, aws)).to.equal(undefined);
    expect(pathOf({ terraform: 'name' }, awscc)).to.equal(undefined);
    expect(pathOf({ cloudformation: { 'AWS::SNS::Topic': 'TopicName' } }, cloudFormation)).to.equal(
      undefined,
    );
  });

  it('has the default of its dialect', () => {
    expect(defaultOf(field, aws)).to.equal('true');
    expect(defaultOf(field, awscc)).to.equal('false');
    expect(defaultOf({ default: 'All' }, aws)).to.equal('All');
  });
});

describe('the kinds of a resource', () => {
  it('follow from its type in its dialect', () => {
    for (const resource of [cloudFormation, awscc, aws])
      expect(kindNamesOf(resource)).to.include('chat-configuration');
    expect(kindNamesOf({ type: channel, sourceType: 'aws_s3_bucket' })).not.to.include('chat-configuration');
    expect(
      kindNamesOf({ type: 'AWS::EC2::Instance::No', sourceType: 'AWS::EC2::Instance::No' }),
    ).to.deep.equal([]);
  });
});

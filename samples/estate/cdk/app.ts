import { App, Stack } from 'aws-cdk-lib';
import { CfnSlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { CfnContact, CfnContactChannel, CfnPlan } from 'aws-cdk-lib/aws-ssmcontacts';
import { CfnReplicationSet, CfnResponsePlan } from 'aws-cdk-lib/aws-ssmincidents';

const app = new App();
const stack = new Stack(app, 'OnCall');

const regions = new CfnReplicationSet(stack, 'Regions', {
  deletionProtected: true,
  regions: [{ regionName: 'eu-central-1' }, { regionName: 'eu-west-1' }],
});

const alice = new CfnContact(stack, 'Alice', { alias: 'alice', displayName: 'Alice', type: 'PERSONAL' });
alice.addResourceDependency(regions);

const aliceSms = new CfnContactChannel(stack, 'AliceSms', {
  contactId: alice.attrArn,
  channelName: 'mobile',
  channelType: 'SMS',
  channelAddress: '+493023125014',
  deferActivation: true,
});

new CfnPlan(stack, 'AlicePlan', {
  contactId: alice.attrArn,
  stages: [
    {
      durationInMinutes: 5,
      targets: [{ channelTargetInfo: { channelId: aliceSms.attrArn, retryIntervalInMinutes: 1 } }],
    },
  ],
});

const chat = new CfnTopic(stack, 'Chat', { topicName: 'chat' });

new CfnTopicPolicy(stack, 'ChatPolicy', {
  topics: [chat.ref],
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: '*' }],
  },
});

const outage = new CfnResponsePlan(stack, 'Outage', {
  name: 'outage',
  incidentTemplate: { title: 'Outage', impact: 1 },
  engagements: [alice.attrArn],
  chatChannel: { chatbotSns: [chat.ref] },
});
outage.addResourceDependency(regions);

new CfnSlackChannelConfiguration(stack, 'Slack', {
  configurationName: 'incidents',
  slackWorkspaceId: 'T07EXAMPLE',
  slackChannelId: 'C07EXAMPLE01',
  iamRoleArn: 'arn:aws:iam::111122223333:role/chat',
  snsTopicArns: [chat.ref],
  loggingLevel: 'ERROR',
});

new CfnManagedPolicy(stack, 'Responders', {
  managedPolicyName: 'responders',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:*', Resource: '*' }],
  },
});

new CfnTrail(stack, 'Audit', {
  trailName: 'audit',
  s3BucketName: 'audit-logs',
  isLogging: true,
  isMultiRegionTrail: true,
  includeGlobalServiceEvents: true,
  enableLogFileValidation: false,
});

app.synth();

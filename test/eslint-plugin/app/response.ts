import { Stack, type App, aws_chatbot as chatbot, aws_iam as iam, aws_sns as sns } from 'aws-cdk-lib';
import * as incidents from 'aws-cdk-lib/aws-ssmincidents';
import type { OnCall } from './on-call.js';

const actions = ['ssm-incidents:*'];

/** What happens when something happens. */
export class Response extends Stack {
  constructor(app: App, id: string, onCall: OnCall) {
    super(app, id);
    const topic = new sns.CfnTopic(this, 'Updates');
    const role = new iam.CfnRole(this, 'ChatRole', {
      assumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'chatbot.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      policies: [
        {
          policyName: 'incidents',
          policyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
        },
      ],
    });
    new chatbot.CfnSlackChannelConfiguration(this, 'Slack', {
      configurationName: 'incidents',
      iamRoleArn: role.attrArn,
      slackWorkspaceId: 'T07EXAMPLE1',
      slackChannelId: 'C07EXAMPLE1',
      snsTopicArns: [topic.ref],
      guardrailPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      loggingLevel: 'NONE',
      userRoleRequired: true,
    });
    new incidents.CfnResponsePlan(this, 'Plan', {
      name: 'checkout',
      incidentTemplate: { title: 'Checkout', impact: 2 },
      chatChannel: { chatbotSns: [topic.ref] },
      engagements: [onCall.alice.attrArn],
    });
  }
}

import { App, CfnOutput, Fn, NestedStack, Stack, Stage, type StackProps } from 'aws-cdk-lib';
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { CfnContact, CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts';
import { CfnResponsePlan } from 'aws-cdk-lib/aws-ssmincidents';
import type { Construct } from 'constructs';

/** What another stack, or a nested one, hands to response plans. */
interface WithTopic {
  readonly topicArn: string;
}

class OnCall extends Stack implements WithTopic {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const alice = new CfnContact(this, 'Alice', {
      alias: 'alice',
      displayName: 'Alice',
      type: 'PERSONAL',
      plan: [],
    });
    new CfnContactChannel(this, 'AliceSms', {
      contactId: alice.ref,
      channelName: 'sms',
      channelType: 'SMS',
      channelAddress: '+12025550100',
      deferActivation: true,
    });
    const chat = new Chat(this, 'Chat');
    this.topicArn = chat.topicArn;
    const role = new Role(this, 'Responder', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['ssm-incidents:*'], resources: ['*'] }));
    new Inner(this, 'Inner', { topicArn: this.topicArn });
    new CfnOutput(this, 'ChatTopic', { value: this.topicArn });
  }
}

class Chat extends NestedStack implements WithTopic {
  readonly topicArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const topic = new Topic(this, 'Topic');
    this.topicArn = topic.topicArn;
    new SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: 'incidents',
      slackWorkspaceId: 'T07EXAMPLE',
      slackChannelId: 'C07EXAMPLE1',
      notificationTopics: [topic],
    });
  }
}

class Inner extends NestedStack {
  constructor(scope: Construct, id: string, { topicArn }: WithTopic) {
    super(scope, id);
    new Innermost(this, 'Innermost', { topicArn });
  }
}

class Innermost extends NestedStack {
  constructor(scope: Construct, id: string, { topicArn }: WithTopic) {
    super(scope, id);
    plan(this, 'Nested', topicArn);
  }
}

class Response extends Stack {
  constructor(scope: Construct, id: string, { topicArn }: WithTopic, props?: StackProps) {
    super(scope, id, props);
    plan(this, 'Plan', topicArn);
  }
}

function plan(scope: Construct, id: string, topicArn: string): void {
  new CfnResponsePlan(scope, id, {
    name: id,
    incidentTemplate: { title: 'Outage', impact: 1 },
    chatChannel: { chatbotSns: [topicArn] },
  });
}

const account = '111122223333';
const europe = { account, region: 'eu-west-1' };

/** Synthesises an app with nested stacks, a stage, and references between stacks in all their shapes. */
export function synthesizeOnCall(outdir: string, context: Readonly<Record<string, unknown>> = {}): void {
  const app = new App({ outdir, context, analyticsReporting: true });
  const onCall = new OnCall(app, 'OnCall', { env: europe, tags: { team: 'payments' } });
  new Response(app, 'Exported', onCall, { env: europe });
  new Response(app, 'Weak', { topicArn: Fn.getStackOutput(onCall.stackName, 'ChatTopic') }, { env: europe });
  const overseas = { account, region: 'us-east-1' };
  new Response(app, 'Overseas', onCall, { env: overseas, crossRegionReferences: true });
  const stage = new Stage(app, 'Prod', { env: europe });
  new Response(stage, 'Response', new OnCall(stage, 'OnCall'));
  app.synth();
}

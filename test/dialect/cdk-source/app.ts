import {
  App,
  Stack,
  aws_chatbot as chatbot,
  aws_cloudtrail as cloudtrail,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
} from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnContact, CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts';
import { CfnReplicationSet, CfnResponsePlan } from 'aws-cdk-lib/aws-ssmincidents';

// A stack with faults in its constructs of higher levels. The tests read it as a text, and run it.

const wildcards = ['ssm-incidents:*'];

/** The stack. */
export class OnCall extends Stack {
  constructor(app: App) {
    super(app, 'OnCall');
    new CfnReplicationSet(this, 'Replication', {
      regions: [{ regionName: 'eu-west-1' }, { regionName: 'eu-west-2' }],
    });
    const alice = new CfnContact(this, 'Alice', {
      alias: 'alice',
      displayName: 'Alice',
      type: 'PERSONAL',
      plan: [],
    });
    new CfnContactChannel(this, 'AliceSms', {
      contactId: alice.attrArn,
      channelName: 'mobile',
      channelType: 'SMS',
      channelAddress: '+4915123456789',
      deferActivation: true,
    });

    const runbook = new iam.Role(this, 'Runbook', {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal('ssm-incidents.amazonaws.com'),
        new iam.ServicePrincipal('ssm.amazonaws.com').withConditions({
          StringEquals: { 'aws:SourceAccount': this.account },
        }),
      ),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
      inlinePolicies: {
        contacts: new iam.PolicyDocument({
          statements: [new iam.PolicyStatement({ actions: ['ssm-contacts:*'], resources: ['*'] })],
        }),
      },
    });
    runbook.addToPolicy(new iam.PolicyStatement({ actions: wildcards, resources: ['*'] }));
    const user = new iam.User(this, 'Operator');
    const destroying = new iam.PolicyStatement({ sid: 'Destroy' });
    destroying.addActions('ssm-incidents:DeleteReplicationSet');
    destroying.addAllResources();
    user.addToPrincipalPolicy(destroying);
    const sharing = new iam.ManagedPolicy(this, 'Sharing', {
      document: new iam.PolicyDocument({
        statements: [
          iam.PolicyStatement.fromJson({
            Effect: 'Allow',
            Action: 'ssm-incidents:PutResourcePolicy',
            Resource: '*',
          }),
        ],
      }),
    });
    sharing.attachToUser(user);
    const open = new iam.Policy(this, 'Open', { roles: [runbook] });
    open.addStatements(
      new iam.PolicyStatement({ actions: ['ssm-contacts:*', 'ssm-incidents:Update*'], resources: ['*'] }),
    );

    const key = new kms.Key(this, 'Key');
    key.grantDecrypt(new iam.ServicePrincipal('sns.amazonaws.com'));
    const topic = new sns.Topic(this, 'Updates', { masterKey: key });
    topic.addSubscription(new subscriptions.UrlSubscription('https://hooks.example.com/incidents'));
    new sns.Subscription(this, 'Mail', {
      topic,
      protocol: sns.SubscriptionProtocol.EMAIL,
      endpoint: 'everybody@example.com',
    });
    topic.grantPublish(new iam.ServicePrincipal('ssm-incidents.amazonaws.com'));
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['sns:Subscribe'],
        resources: [topic.topicArn],
      }),
    );
    const health = new events.Rule(this, 'Health', {
      enabled: false,
      eventPattern: { source: ['aws.health.*'], detailType: ['AWS Health Event'] },
      targets: [new targets.SnsTopic(topic)],
    });
    health.addTarget(new targets.SnsTopic(topic));
    new events.Rule(this, 'Unheard', { eventPattern: { source: ['aws.health'] } });
    const silent = new sns.Topic(this, 'Silent');
    const slack = new chatbot.SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: 'incidents',
      slackWorkspaceId: 'T07EXAMPLE1',
      slackChannelId: 'C07EXAMPLE1',
      loggingLevel: chatbot.LoggingLevel.NONE,
      notificationTopics: [topic],
    });
    slack.addToRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
    slack.addNotificationTopic(silent);
    new CfnResponsePlan(this, 'Plan', {
      name: 'checkout',
      incidentTemplate: { title: 'Checkout', impact: 2 },
      chatChannel: { chatbotSns: [topic.topicArn, silent.topicArn] },
      engagements: [alice.attrArn],
      actions: [
        { ssmAutomation: { roleArn: runbook.roleArn, documentName: 'Restart', documentVersion: '1' } },
      ],
    });

    new cloudtrail.Trail(this, 'Trail', {
      managementEvents: cloudtrail.ReadWriteType.WRITE_ONLY,
      isMultiRegionTrail: false,
      enableFileValidation: false,
      includeGlobalServiceEvents: false,
    });
  }
}

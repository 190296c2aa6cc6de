import { Stack, type StackProps } from 'aws-cdk-lib';
import { LoggingLevel, SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The Slack channel in which incidents are worked on. */
export class Chat extends Stack {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.topic = new Topic(this, 'Topic');
    this.topic.grantPublish(new ServicePrincipal('ssm-incidents.amazonaws.com'));

    const slack = new SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: 'incidents',
      slackWorkspaceId: 'T07EXAMPLE',
      slackChannelId: 'C07EXAMPLE01',
      loggingLevel: LoggingLevel.INFO,
      notificationTopics: [this.topic],
    });
    slack.addToRolePolicy(
      new PolicyStatement({ actions: ['ssm-incidents:*'], resources: ['*'] }),
    );
  }
}

import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { CfnContact, CfnContactChannel, CfnPlan } from 'aws-cdk-lib/aws-ssmcontacts';
import { CfnReplicationSet, CfnResponsePlan } from 'aws-cdk-lib/aws-ssmincidents';
import type { Construct } from 'constructs';

export interface OnCallProps extends StackProps {
  /** Carries the updates of incidents to the chat channel. */
  readonly topic: ITopic;
}

/** Who is engaged when the shop is down. */
export class OnCall extends Stack {
  constructor(scope: Construct, id: string, props: OnCallProps) {
    super(scope, id, props);
    const regions = new CfnReplicationSet(this, 'Regions', {
      deletionProtected: true,
      regions: [{ regionName: 'eu-central-1' }, { regionName: 'eu-west-1' }],
    });

    const alice = new CfnContact(this, 'Alice', {
      alias: 'alice',
      displayName: 'Alice',
      type: 'PERSONAL',
    });
    alice.addResourceDependency(regions);
    const sms = new CfnContactChannel(this, 'AliceSms', {
      contactId: alice.attrArn,
      channelName: 'mobile',
      channelType: 'SMS',
      channelAddress: '+493023125014',
      deferActivation: true,
    });
    new CfnPlan(this, 'AlicePlan', {
      contactId: alice.attrArn,
      stages: [
        {
          durationInMinutes: 5,
          targets: [{ channelTargetInfo: { channelId: sms.attrArn, retryIntervalInMinutes: 1 } }],
        },
      ],
    });

    const outage = new CfnResponsePlan(this, 'Outage', {
      name: 'shop-outage',
      incidentTemplate: { title: 'The shop is down', impact: 1 },
      engagements: [alice.attrArn],
      chatChannel: { chatbotSns: [props.topic.topicArn] },
    });
    outage.addResourceDependency(regions);
  }
}

import { Aws, Stack, type App } from 'aws-cdk-lib';
import { CfnContact, CfnContactChannel, CfnPlan } from 'aws-cdk-lib/aws-ssmcontacts';

interface OnCallProps {
  readonly isPilot: boolean;
  readonly phone: string;
}

/** Who is called, and how. */
export class OnCall extends Stack {
  readonly alice: CfnContact;

  constructor(app: App, id: string, props: OnCallProps) {
    super(app, id);
    this.alice = new CfnContact(this, 'Alice', {
      alias: 'alice',
      displayName: 'Alice',
      type: 'PERSONAL',
      plan: [],
    });
    const shared = { contactId: this.alice.attrArn, deferActivation: props.isPilot ? true : false };
    const sms = new CfnContactChannel(this, 'Sms', {
      ...shared,
      channelName: 'mobile',
      channelType: 'SMS',
      channelAddress: props.phone,
    });
    new CfnPlan(this, 'Plan', {
      contactId: this.alice.ref,
      stages: [
        {
          durationInMinutes: 5,
          targets: [{ channelTargetInfo: { channelId: sms.attrArn, retryIntervalInMinutes: 1 } }],
        },
      ],
    });
  }

  /** Where its resources are. */
  get home(): string {
    return Aws.REGION;
  }
}

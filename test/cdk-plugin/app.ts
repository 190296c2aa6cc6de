import {
  App,
  aws_ssmcontacts as contacts,
  aws_ssmincidents as incidents,
  NestedStack,
  Stack,
  Stage,
  Validations,
  type IPolicyValidationPlugin,
} from 'aws-cdk-lib';
import { IncidentLint, type IncidentLintProps } from '../../src/cdk-plugin/index.js';

// A CDK app as users write one: its first argument is the output folder, the second what it does.

const [, , outdir = '', how = ''] = process.argv;
// What a whole estate lacks is not what this app is about.
const rules = { 'advisory-health-missing': 'off', 'im-no-resource-group': 'off' } as const;
const props: IncidentLintProps = {
  rules: { ...rules, ...(how === 'quiet' && { 'channel-unverified': 'off' }) },
};
// The compiler compares the plugin with CDK's own interface here.
const plugin: IPolicyValidationPlugin = new IncidentLint(props);
const app = new App({ outdir, ...(how === 'old' && { policyValidationBeta1: [new IncidentLint(props)] }) });
if (how !== 'old') Validations.of(app).addPlugins(plugin);

const arn = 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice';
function channel(stack: Stack, deferActivation: boolean, contactId = arn): contacts.CfnContactChannel {
  return new contacts.CfnContactChannel(stack, 'AliceSms', {
    contactId,
    channelName: 'mobile',
    channelType: 'SMS',
    channelAddress: '+4915123456789',
    deferActivation,
  });
}

const scope = how === 'stage' || how === 'nested' ? new Stage(app, 'Production') : app;
const stack = new Stack(scope, 'OnCall');
if (how === 'nested') {
  // The contact, its channel and its plan stand in three templates, and refer to each other.
  const alice = new contacts.CfnContact(stack, 'Alice', {
    alias: 'alice',
    displayName: 'Alice',
    type: 'PERSONAL',
  });
  const inner = new NestedStack(new NestedStack(stack, 'Outer'), 'Inner');
  const sms = channel(inner, true, alice.attrArn);
  new contacts.CfnPlan(new NestedStack(stack, 'Plans'), 'Plan', {
    contactId: alice.attrArn,
    stages: [
      {
        durationInMinutes: 1,
        targets: [{ channelTargetInfo: { channelId: sms.attrArn, retryIntervalInMinutes: 1 } }],
      },
    ],
  });
}
const alice = how === 'nested' ? stack : channel(stack, how !== 'clean');
if (how === 'acknowledged')
  Validations.of(alice).acknowledge({ id: 'incident-lint::channel-unverified', reason: 'a pilot' });
if (how === 'several') {
  new incidents.CfnReplicationSet(new Stack(app, 'Second'), 'Replication', {
    regions: [{ regionName: 'eu-west-1' }],
  });
}
app.synth();

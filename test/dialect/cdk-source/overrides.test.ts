import { expect } from 'chai';
import { show } from '../show.js';
import { source } from './source.js';

/** The properties of the first resource that some lines make. */
function first(lines: string): string {
  const [resource] = source(`
import { aws_cloudtrail as cloudtrail, aws_ssmcontacts as contacts } from 'aws-cdk-lib';
${lines}`).resources;
  return resource === undefined ? 'nothing' : show(resource.properties);
}

const channel = "const sms = new contacts.CfnContactChannel(stack, 'Sms', { deferActivation: true });\n";

describe('overrides in a CDK app', () => {
  const table: readonly (readonly [lines: string, expected: string])[] = [
    ['sms.deferActivation = false;', '{deferActivation: "false"}'],
    ["sms.channelType = 'SMS';", '{deferActivation: "true", channelType: "SMS"}'],
    ['if (isProd) sms.deferActivation = false;', '{deferActivation: (isProd: "false" | not isProd: "true")}'],
    ["sms.addPropertyOverride('DeferActivation', false);", '{deferActivation: "false"}'],
    [
      "sms.addPropertyOverride('ChannelAddress.Simple', 'x');",
      '{deferActivation: "true", channelAddress: ? channelAddress is computed by the program}',
    ],
    ["sms.addPropertyDeletionOverride('DeferActivation');", '{deferActivation: absent}'],
    ["sms.addOverride('Properties.DeferActivation', false);", '{deferActivation: "false"}'],
    ["sms.addDeletionOverride('Properties.DeferActivation');", '{deferActivation: absent}'],
    ["sms.addOverride('DependsOn', 'Other');", '{deferActivation: "true"}'],
    ['sms.deferActivation ||= false;', '{deferActivation: ? deferActivation is computed by the program}'],
    ['sms.deferActivation = false; sms.deferActivation = true;', '{deferActivation: "true"}'],
  ];
  for (const [lines, expected] of table)
    it(`count: ${lines}`, () => {
      expect(first(channel + lines)).to.equal(expected);
    });

  it('reach what a construct of a higher level makes', () => {
    const trail = first(`const trail = new cloudtrail.Trail(stack, 'Trail');
const cfn = trail.node.defaultChild as cloudtrail.CfnTrail;
cfn.isLogging = false;
cfn.addPropertyOverride('KMSKeyId', 'key');`);
    expect(trail).to.equal(
      '{isLogging: "false", isMultiRegionTrail: "true", enableLogFileValidation: "true", includeGlobalServiceEvents: "true", s3BucketName: ${Trail.bucket}, kmsKeyId: "key"}',
    );
  });

  it('leave a list unknown that is changed in place', () => {
    const plan = first(`class App { private readonly defer = { sms: true }; private list = [];
  constructor() { this.defer.sms = false; this.list.push('x');
    new contacts.CfnContactChannel(stack, 'Sms', { deferActivation: this.defer.sms, channelName: this.list }); } }`);
    expect(plan).to.equal(
      '{deferActivation: ? this.defer.sms is computed by the program, channelName: ? this.list is computed by the program}',
    );
  });
});

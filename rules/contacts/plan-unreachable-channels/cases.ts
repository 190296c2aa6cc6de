import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, stateOf } from '../../../test/terraform-documents.js';

/** A contact channel, indented as a resource. */
function channel(name: string, deferral: string): string {
  return `  ${name}:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: ${name}
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      DeferActivation: ${deferral}
`;
}

/** A contact and a plan of its own for it. The stages are a YAML value in flow style. */
function estate(stages: string, ...channels: readonly string[]): string {
  return `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
  AlicePlan:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: !Ref Alice
      Stages: ${stages}
${channels.join('')}`;
}

/** A target that engages a channel, which is given as a YAML value in flow style. */
function target(channelId: string): string {
  return `{ ChannelTargetInfo: { ChannelId: ${channelId}, RetryIntervalInMinutes: 1 } }`;
}

/** A stage that engages channels. */
function stage(...channelIds: readonly string[]): string {
  return `{ DurationInMinutes: 5, Targets: [${channelIds.map(target).join(', ')}] }`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const deferredSms = channel('Sms', 'true');
const activeMail = channel('Mail', 'false');
const outside = 'it has a target whose channel is not declared in the scanned files';

export default cases({
  good: [
    { name: 'a channel that is not deferred', template: estate(`[${stage('!Ref Mail')}]`, activeMail) },
    {
      name: 'one channel of two in a stage is not deferred',
      template: estate(`[${stage('!Ref Sms', '!Ref Mail')}]`, deferredSms, activeMail),
    },
    {
      name: 'a channel of a later stage is not deferred',
      template: estate(`[${stage('!Ref Sms')}, ${stage('!GetAtt Mail.Arn')}]`, deferredSms, activeMail),
    },
    {
      name: 'one channel is not deferred, whatever those of another stack are',
      template: estate(
        `[${stage('!ImportValue elsewhere', '!Ref Mail')}, ${stage('!Ref Sms')}]`,
        deferredSms,
        activeMail,
      ),
    },
    {
      name: 'trap 8: an omitted flag means that the code is sent',
      template: estate(`[${stage('!Ref Mail')}]`, channel('Mail', '!Ref AWS::NoValue')),
    },
    { name: 'no stages', template: estate('[]', deferredSms) },
    { name: 'a stage without targets', template: estate('[{ DurationInMinutes: 1 }]', deferredSms) },
    {
      name: 'an escalation plan, whose targets are contacts',
      template: `Resources:
  Escalation:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: escalation
      DisplayName: Escalation
      Type: ESCALATION
      Plan:
        - DurationInMinutes: 5
          Targets: [{ ContactTargetInfo: { ContactId: !Ref Alice, IsEssential: true } }]
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
${deferredSms}`,
    },
    {
      name: 'an on-call schedule, which has rotations',
      template: `Resources:
  Schedule:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: schedule
      DisplayName: Schedule
      Type: ONCALL_SCHEDULE
      Plan: [{ RotationIds: [!ImportValue rotation] }]
`,
    },
    {
      name: 'targets and deferral that depend on one condition',
      template:
        isProd +
        estate(
          `[${stage('!If [IsProd, !Ref Sms, !Ref Mail]')}]`,
          channel('Sms', '!If [IsProd, false, true]'),
          activeMail,
        ),
    },
    {
      name: 'a channel that is not deferred, in another file',
      template: {
        'plan.yaml': estate(`[${stage('!ImportValue alice:mail', '!Ref Sms')}]`, deferredSms),
        'channels.yaml': `Resources:
${activeMail.replace('!Ref Alice', '!ImportValue alice')}Outputs: { Mail: { Value: !Ref Mail, Export: { Name: alice:mail } } }
`,
      },
    },
    {
      name: 'trap 16: a target of Terraform’s that names no contact',
      template: planOf({
        'aws_ssmcontacts_plan.alice': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          stage: [{ duration_in_minutes: 1, target: [{ contact_target_info: [{ is_essential: true }] }] }],
        },
      }),
    },
    {
      name: 'a state in which one of the channels was activated',
      template: stateOf({
        'aws_ssmcontacts_contact_channel.sms': { arn: 'arn:sms', activation_status: 'ACTIVATED' },
        'aws_ssmcontacts_plan.alice': {
          stage: [{ target: [{ channel_target_info: [{ contact_channel_id: 'arn:sms' }] }] }],
        },
      }),
    },
  ],
  bad: [
    {
      name: 'the only channel of a plan',
      template: estate(`«[${stage('!Ref Sms')}]»`, deferredSms),
      message:
        'Every channel that "AlicePlan" engages is created inactive, so its engagement plan reaches nobody.',
      severity: 'error',
    },
    {
      name: 'trap 74: all channels of all stages, by every sort of reference',
      template: estate(
        `«[${stage('!GetAtt Sms.Arn', "{ 'Fn::GetAtt': [Voice, Arn] }")}, ${stage("!Sub '${Mail}'", "!Sub '${Sms.Arn}'", '{ Ref: Voice }')}]»`,
        deferredSms,
        channel('Voice', "'true'"),
        channel('Mail', 'yes'),
      ),
    },
    {
      name: 'a plan inside its contact, in block style',
      template: `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: PERSONAL
      Plan:
        «- DurationInMinutes: 5
          Targets:
            - ChannelTargetInfo: { ChannelId: !Ref Sms, RetryIntervalInMinutes: 1 }
        - DurationInMinutes: 0»
${deferredSms}`,
      message:
        'Every channel that "Alice" engages is created inactive, so its engagement plan reaches nobody.',
    },
    {
      name: 'both arms of a condition',
      template:
        isProd +
        estate(`«[${stage('!If [IsProd, !Ref Sms, !Ref Voice]')}]»`, deferredSms, channel('Voice', 'true')),
    },
    {
      name: 'a channel that is deferred in both arms of a condition',
      template: isProd + estate(`«[${stage('!Ref Sms')}]»`, channel('Sms', "!If [IsProd, true, 'true']")),
    },
    {
      name: 'a channel that is made under a condition, and nothing without it',
      template:
        isProd +
        estate(
          `«[${stage('!Ref Sms')}]»`,
          deferredSms.replace('    Prop', '    Condition: IsProd\n    Prop'),
        ),
    },
    {
      name: 'a deferred channel in another file',
      template: {
        'plan.yaml': estate(`«[${stage("!ImportValue 'alice:sms'")}]»`),
        'channels.yaml': `Resources:
${deferredSms.replace('!Ref Alice', "!ImportValue 'alice:contact'")}Outputs: { Sms: { Value: !GetAtt Sms.Arn, Export: { Name: alice:sms } } }
`,
      },
    },
    {
      name: 'stages by an anchor, for the inline plan and for the plan resource',
      template: `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: PERSONAL
      Plan: &stages ««[${stage('!Ref Sms')}]»»
  BobPlan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !ImportValue bob, Stages: *stages }
${deferredSms}`,
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMContacts::Plan",
      "Properties": {
        "ContactId": { "Fn::ImportValue": "alice" },
        "Stages": «[
          {
            "DurationInMinutes": "5",
            "Targets": [
              { "ChannelTargetInfo": { "ChannelId": { "Ref": "Mail" }, "RetryIntervalInMinutes": 1 } }
            ]
          }
        ]»
      }
    },
    "Mail": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": { "Fn::ImportValue": "alice" },
        "ChannelName": "Mail",
        "ChannelType": "EMAIL",
        "ChannelAddress": "alice@corp.io",
        "DeferActivation": "true"
      }
    }
  }
}`,
      message:
        'Every channel that "Plan" engages is created inactive, so its engagement plan reaches nobody.',
    },
    {
      name: 'a state in which no channel was activated',
      template: stateOf({
        'aws_ssmcontacts_contact_channel.sms': { arn: 'arn:sms', activation_status: 'NOT_ACTIVATED' },
        'aws_ssmcontacts_plan.alice': {
          stage: marked('«', [{ target: [{ channel_target_info: [{ contact_channel_id: 'arn:sms' }] }] }]),
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a channel that is deferred in one arm of a condition',
      template: isProd + estate(`«~[${stage('!Ref Sms')}]»`, channel('Sms', '!If [IsProd, false, true]')),
      when: 'not IsProd',
      severity: 'error',
    },
    {
      name: 'a target that is there in one arm of a condition',
      template:
        isProd +
        estate(
          `«~[${stage('!Ref Sms')}, !If [IsProd, ${stage('!Ref Mail')}, !Ref AWS::NoValue]]»`,
          deferredSms,
          activeMail,
        ),
      when: 'not IsProd',
    },
    {
      name: 'stages that depend on a condition',
      template:
        isProd +
        estate(`!If [IsProd, [${stage('!Ref Mail')}], «~[${stage('!Ref Sms')}]»]`, deferredSms, activeMail),
      when: 'not IsProd',
    },
    {
      name: 'targets that depend on a condition',
      template:
        isProd +
        estate(
          `«~[{ DurationInMinutes: 5, Targets: !If [IsProd, [${target('!Ref Sms')}], [${target('!Ref Mail')}]] }]»`,
          deferredSms,
          activeMail,
        ),
      when: 'IsProd',
    },
    {
      name: 'a default that defers the channel',
      template: `Parameters: { Defer: { Type: String, Default: 'true' } }
${estate(`«~[${stage('!Ref Sms')}]»`, channel('Sms', '!Ref Defer'))}`,
      when: 'parameter Defer keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a channel that is declared nowhere',
      template: estate(`«?[${stage('!ImportValue alice:mail', '!Ref Sms')}]»`, deferredSms),
      reason: 'the import alice:mail is exported by none of the scanned files',
    },
    {
      name: 'the ARN of a channel',
      template: estate(
        `«?[${stage('arn:aws:ssm-contacts:eu-central-1:111122223333:contact-channel/alice/1f0e')}]»`,
      ),
      reason: outside,
    },
    {
      name: 'trap 73: an address in place of a channel, which the reason does not repeat',
      template: estate(`«?[${stage("'+49 30 1234567'")}]»`),
      reason: outside,
    },
    {
      name: 'a channel that a custom resource makes',
      template: `${estate(`«?[${stage('!GetAtt Maker.ChannelArn')}]»`)}  Maker:
    Type: Custom::Channel
    Properties: { ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:maker }
`,
      reason: outside,
    },
    {
      name: 'a deferral that is not known',
      template: `Parameters: { Defer: { Type: String } }
${estate(`«?[${stage('!Ref Sms')}]»`, channel('Sms', '!Ref Defer'))}`,
      reason: 'parameter Defer has no default and no allowed values',
    },
    {
      name: 'a parameter that names the channel',
      template: `Parameters: { Channel: { Type: String } }
${estate(`«?[${stage('!Ref Channel')}]»`)}`,
      reason: 'parameter Channel has no default and no allowed values',
    },
    {
      name: 'stages that a macro makes',
      template: estate("«?{ 'Fn::Transform': { Name: Stages } }»"),
    },
    {
      name: 'one way known, the other not',
      template:
        isProd + estate(`«~«?[${stage('!If [IsProd, !ImportValue alice:mail, !Ref Sms]')}]»»`, deferredSms),
      when: 'not IsProd',
    },
  ],
});

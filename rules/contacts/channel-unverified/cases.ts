import { cases } from '../../../test/rule-cases.js';
import { afterApply, marked, planOf, stateOf } from '../../../test/terraform-documents.js';

/** A channel with a line of its own for its deferral, after other sections of the template. */
function channel(deferral: string, sections = ''): string {
  return `${sections}Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      ${deferral}
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

function parameter(definition: string): string {
  return channel('DeferActivation: MARK', `Parameters: { Defer: ${definition} }\n`);
}

export default cases({
  good: [
    { name: 'trap 8: an omitted flag means that the code is sent', template: channel('') },
    { name: 'an explicit false', template: channel('DeferActivation: false') },
    { name: 'a quoted false', template: channel("DeferActivation: 'false'") },
    { name: 'trap 74: no, which YAML 1.1 reads as false', template: channel('DeferActivation: no') },
    { name: 'null', template: channel('DeferActivation: null') },
    { name: 'AWS::NoValue', template: channel('DeferActivation: !Ref AWS::NoValue') },
    {
      name: 'both arms of a condition are harmless',
      template: channel('DeferActivation: !If [IsProd, false, !Ref AWS::NoValue]', isProd),
    },
    {
      name: 'a parameter whose default is false',
      template: parameter("{ Type: String, Default: 'false' }").replace('MARK', '!Ref Defer'),
    },
    {
      name: 'a parameter that only allows false',
      template: parameter("{ Type: String, AllowedValues: ['false'] }").replace('MARK', '!Ref Defer'),
    },
    {
      name: 'the arm of a condition that literals exclude',
      template: channel(
        'DeferActivation: !If [Never, true, false]',
        'Conditions: { Never: !Equals [a, b] }\n',
      ),
    },
    {
      name: 'a channel that literals keep from being made',
      template: `Conditions: { Never: !Equals [a, b] }
Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Condition: Never
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      DeferActivation: true
`,
    },
    {
      name: 'a key of the same name elsewhere',
      template: `Mappings: { Flags: { prod: { DeferActivation: true } } }
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Metadata: { DeferActivation: true }
`,
    },
    {
      name: 'as JSON, omitted',
      template: `{
  "Resources": {
    "AliceSms": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice",
        "ChannelName": "DeferActivation: true",
        "ChannelType": "SMS",
        "ChannelAddress": "+49301234567"
      }
    }
  }
}`,
    },
    {
      name: 'a state that says that the channel was activated',
      template: stateOf({
        'aws_ssmcontacts_contact_channel.sms': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          name: 'Mobile',
          type: 'SMS',
          activation_status: 'ACTIVATED',
        },
      }),
    },
    {
      name: 'a channel of the awscc provider without the argument',
      template: planOf({
        'awscc_ssmcontacts_contact_channel.sms': { channel_type: 'SMS', defer_activation: afterApply },
      }),
    },
  ],
  bad: [
    {
      name: 'trap 10: a literal true, which later edits do not undo',
      template: channel('DeferActivation: «true»'),
      message:
        'Channel "AliceSms" is created inactive: nobody is engaged through it until somebody sends its activation code and enters it.',
      severity: 'error',
    },
    { name: 'trap 74: a quoted true', template: channel('DeferActivation: «"true"»') },
    { name: 'trap 74: a capital True', template: channel("DeferActivation: «'True'»") },
    { name: 'trap 74: yes, which YAML 1.1 reads as true', template: channel('DeferActivation: «yes»') },
    { name: 'trap 74: on, which YAML 1.1 reads as true', template: channel('DeferActivation: «on»') },
    { name: 'a quoted yes', template: channel("DeferActivation: «'yes'»") },
    {
      name: 'every value that a parameter allows',
      template: parameter("{ Type: String, AllowedValues: ['true'] }").replace('MARK', '«!Ref Defer»'),
    },
    {
      name: 'a row of a mapping',
      template: channel(
        'DeferActivation: «!FindInMap [Flags, channel, defer]»',
        'Mappings: { Flags: { channel: { defer: true } } }\n',
      ),
    },
    {
      name: 'a merge key, reported where the value is written',
      template: `Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties: &channel
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      DeferActivation: ««true»»
  AliceVoice:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      <<: *channel
      ChannelType: VOICE
`,
    },
    {
      name: 'an alias',
      template: `Metadata: { Deferral: &deferral «true» }
Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      DeferActivation: *deferral
`,
    },
    {
      name: 'an import of a flag that another stack exports',
      template: {
        'flags.yaml': `Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Defer: { Value: 'true', Export: { Name: flags:defer } } }
`,
        'oncall.yaml': channel("DeferActivation: «!ImportValue 'flags:defer'»"),
      },
    },
    {
      name: 'as JSON, with the text "true"',
      template: `{
  "Resources": {
    "AliceSms": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": { "Fn::GetAtt": ["Alice", "Arn"] },
        "ChannelName": "Mobile",
        "ChannelType": "SMS",
        "ChannelAddress": "+49301234567",
        "DeferActivation": «"true"»
      }
    },
    "Alice": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "alice", "DisplayName": "Alice", "Type": "PERSONAL" }
    }
  }
}`,
    },
    {
      name: 'traps 7 and 9: the aws provider defers every channel that it adds',
      template: planOf({
        '«aws_ssmcontacts_contact_channel.sms»': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          name: 'Mobile',
          type: 'SMS',
          activation_status: afterApply,
        },
      }),
      severity: 'warning',
    },
    {
      name: 'a state that says that the channel was never activated',
      template: stateOf({
        '«aws_ssmcontacts_contact_channel.sms»': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          name: 'Mobile',
          type: 'SMS',
          activation_status: 'NOT_ACTIVATED',
        },
      }),
    },
    {
      name: 'a deferral in the awscc provider',
      template: planOf({
        'awscc_ssmcontacts_contact_channel.sms': { channel_type: 'SMS', defer_activation: marked('«', true) },
      }),
    },
    {
      name: 'trap 7: Terraform: the aws provider defers every channel, each instance of it',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact_channel" ««"email"»» {
  for_each   = { ann = "ann@corp.test", bob = "bob@corp.test" }
  contact_id = "arn:aws:ssm-contacts:eu-west-1:111122223333:contact/\${each.key}"
  name       = "email"
  type       = "EMAIL"
  delivery_address {
    simple_address = each.value
  }
}
`,
      },
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'a template that a macro of the account’s own may change',
      template: `Transform: [Own]
Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      DeferActivation: «~true»
`,
      when: 'the macro Own leaves it as it is',
    },
    {
      name: 'one arm of a condition',
      template: channel('DeferActivation: !If [IsProd, false, «~true»]', isProd),
      when: 'not IsProd',
      severity: 'error',
    },
    {
      name: 'trap 74: one arm of a condition in the long form',
      template: channel("DeferActivation: { 'Fn::If': [IsProd, «~true», { Ref: AWS::NoValue }] }", isProd),
      when: 'IsProd',
    },
    {
      name: 'a channel that is made under a condition',
      template: `${isProd}Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Condition: IsProd
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      DeferActivation: «~true»
`,
      when: 'IsProd',
    },
    {
      name: 'a parameter whose default is true',
      template: parameter("{ Type: String, Default: 'true' }").replace('MARK', '«~!Ref Defer»'),
      when: 'parameter Defer keeps its default',
    },
    {
      name: 'Terraform: a channel of the aws provider that is made under a condition',
      template: {
        'main.tf': `
variable "on_call" {
  default = true
}

resource "aws_ssmcontacts_contact_channel" «~"email"» {
  count      = var.on_call ? 1 : 0
  contact_id = "arn:aws:ssm-contacts:eu-west-1:111122223333:contact/ann"
  name       = "email"
  type       = "EMAIL"
  delivery_address {
    simple_address = "ann@corp.test"
  }
}
`,
      },
      severity: 'warning',
      when: 'var.on_call',
    },
  ],
  undecided: [
    {
      name: 'a parameter without a default',
      template: parameter('{ Type: String }').replace('MARK', '«?!Ref Defer»'),
      reason: 'parameter Defer has no default and no allowed values',
    },
    {
      name: 'a parameter that allows both',
      template: parameter("{ Type: String, AllowedValues: ['true', 'false'], Default: 'true' }").replace(
        'MARK',
        '«?!Ref Defer»',
      ),
      reason: 'parameter Defer allows values that pass and values that do not',
    },
    {
      name: 'a row of a mapping that only deployment knows',
      template: channel(
        'DeferActivation: «?!FindInMap [Flags, !Ref AWS::AccountId, defer]»',
        "Mappings: { Flags: { '111122223333': { defer: true }, '444455556666': { defer: false } } }\n",
      ),
    },
    {
      name: 'a dynamic reference',
      template: channel("DeferActivation: «?'{{resolve:ssm:defer}}'»"),
    },
    {
      name: 'an import that no scanned file exports',
      template: channel('DeferActivation: «?!ImportValue defer»'),
    },
  ],
});

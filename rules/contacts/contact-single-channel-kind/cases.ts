import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A channel, with further lines before its properties. */
function channel(name: string, type: string, owner = '!Ref Ann', attributes = ''): string {
  return `  ${name}:
    Type: AWS::SSMContacts::ContactChannel
${attributes}    Properties:
      ContactId: ${owner}
      ChannelName: ${name}
      ChannelType: ${type}
      ChannelAddress: '{{resolve:ssm:/oncall/ann}}'
`;
}

/** A contact whose key carries the mark, with its channels. */
function template(key: string, ...channels: readonly string[]): string {
  return `Resources:
  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL }
${channels.join('')}`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const named = 'Parameters: { Name: { Type: String } }\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann';

export default cases({
  good: [
    {
      name: 'two types',
      template: template('Ann', channel('Sms', 'SMS'), channel('Mail', 'EMAIL', '!GetAtt Ann.Arn')),
    },
    { name: 'no channel, of which another rule tells', template: template('Ann') },
    {
      name: 'channels of several files',
      template: {
        'ann.yaml': template('Ann', channel('Sms', 'SMS')),
        'mail.yaml': `Resources:\n${channel('Mail', 'EMAIL', arn)}`,
      },
    },
    {
      name: 'a type that depends on a condition, and is another one in both arms',
      template:
        isProd + template('Ann', channel('Phone', '!If [IsProd, SMS, VOICE]'), channel('Mail', 'EMAIL')),
    },
    {
      name: 'in a plan of Terraform’s',
      template: planOf({
        'aws_ssmcontacts_contact.ann': { alias: 'ann', type: 'PERSONAL' },
        'aws_ssmcontacts_contact_channel.sms': {
          contact_id: ref('aws_ssmcontacts_contact.ann.arn'),
          type: 'SMS',
        },
        'aws_ssmcontacts_contact_channel.voice': {
          contact_id: ref('aws_ssmcontacts_contact.ann.arn'),
          type: 'VOICE',
        },
      }),
    },
  ],
  bad: [
    {
      name: 'a mailbox only',
      template: template('«Ann»', channel('Mail', 'EMAIL')),
      message:
        'All channels of "Ann" are of one type, so whatever disturbs it keeps this person from being reached.',
      severity: 'info',
    },
    {
      name: 'two phones for messages',
      template: template('«Ann»', channel('Sms', 'SMS'), channel('Other', 'SMS', arn)),
    },
    {
      name: 'one type in both arms of a condition',
      template: isProd + template('«Ann»', channel('Phone', '!If [IsProd, SMS, SMS]')),
    },
    {
      name: 'one channel, whatever its type',
      template: named + template('«Ann»', channel('Phone', '!Ref Name')),
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    «"Ann"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL" }
    },
    "Voice": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": { "Fn::GetAtt": ["Ann", "Arn"] },
        "ChannelName": "Voice",
        "ChannelType": "VOICE",
        "ChannelAddress": "{{resolve:ssm:/oncall/ann}}"
      }
    }
  }
}`,
    },
    {
      name: 'in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"ann"» {
  alias = "ann"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact_channel" "mail" {
  contact_id = aws_ssmcontacts_contact.ann.arn
  name       = "Mail"
  type       = "EMAIL"
  delivery_address {
    simple_address = "ann@corp.io"
  }
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'a second type under a condition',
      template:
        isProd +
        template(
          '«~Ann»',
          channel('Sms', 'SMS'),
          channel('Mail', 'EMAIL', '!Ref Ann', '    Condition: IsProd\n'),
        ),
      when: 'not IsProd',
    },
    {
      name: 'the same type in one arm of a condition',
      template:
        isProd + template('«~Ann»', channel('Sms', 'SMS'), channel('Phone', '!If [IsProd, SMS, VOICE]')),
      when: 'IsProd',
    },
  ],
  undecided: [
    {
      name: 'a channel of a contact that a parameter names',
      template: named + template('«?Ann»', channel('Sms', 'SMS'), channel('Mail', 'EMAIL', '!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'a type that a parameter gives',
      template: named + template('«?Ann»', channel('Sms', 'SMS'), channel('Phone', '!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
  ],
});

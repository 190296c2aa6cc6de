import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, ref, stateOf } from '../../../test/terraform-documents.js';

/** A channel of a contact. */
function channel(name: string, owner: string, address: string, type = 'SMS'): string {
  return `  ${name}:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: ${owner}
      ChannelName: ${name}
      ChannelType: ${type}
      ChannelAddress: ${address}
`;
}

function template(...resources: readonly string[]): string {
  return `Resources:
  Ann:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL }
  Bob:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: bob, DisplayName: Bob, Type: PERSONAL }
${resources.join('')}`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const phones = 'Parameters: { Phone: { Type: String }, Other: { Type: String } }\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/';
const anns = channel('AnnSms', '!Ref Ann', "'+49301234567'");

export default cases({
  good: [
    { name: 'two phones', template: template(anns, channel('BobSms', '!Ref Bob', "'+49301234568'")) },
    {
      name: 'one phone that is called and gets messages',
      template: template(anns, channel('AnnVoice', '!GetAtt Ann.Arn', "'+49301234567'", 'VOICE')),
    },
    {
      name: 'a placeholder, of which other rules tell',
      template: template(
        channel('AnnMail', '!Ref Ann', 'oncall@example.com', 'EMAIL'),
        channel('BobMail', '!Ref Bob', 'oncall@example.com', 'EMAIL'),
      ),
    },
    {
      name: 'one phone that belongs to one or the other',
      template:
        isProd +
        template(
          channel('AnnSms', '!Ref Ann', "!If [IsProd, '+49301234567', '+49301234568']"),
          channel('BobSms', '!Ref Bob', "!If [IsProd, '+49301234568', '+49301234567']"),
        ),
    },
    {
      name: 'a parameter for the only contact',
      template: phones + template(channel('AnnSms', '!Ref Ann', '!Ref Phone')),
    },
    {
      name: 'one contact with a stack in each of two Regions',
      template: { 'frankfurt.yaml': template(anns), 'ireland.yaml': template(anns) },
    },
    {
      name: 'a state and a plan that both tell of one channel',
      template: {
        'state.json': stateOf({
          'aws_ssmcontacts_contact_channel.sms': {
            arn: 'arn:sms',
            contact_id: `${arn}ann`,
            type: 'SMS',
            delivery_address: [{ simple_address: '+49301234567' }],
          },
        }),
        'plan.json': planOf({
          'aws_ssmcontacts_contact_channel.sms': {
            arn: 'arn:sms',
            contact_id: `${arn}ann`,
            type: 'SMS',
            delivery_address: [{ simple_address: '+49301234567' }],
          },
        }),
      },
    },
  ],
  bad: [
    {
      name: 'one phone for two people, written in two ways',
      template: template(anns, channel('BobSms', '!Ref Bob', "«'+49 (30) 123-45.67'»")),
      message:
        'Channel "BobSms" has the same address as "AnnSms", a channel of another contact, so one device stands for both.',
      severity: 'warning',
    },
    {
      name: 'one phone of two people, for a call and a message',
      template: template(anns, channel('BobVoice', '!Ref Bob', "«'+49301234567'»", 'VOICE')),
    },
    {
      name: 'one mailbox in capitals',
      template: template(
        channel('AnnMail', '!Ref Ann', 'duty@corp.io', 'EMAIL'),
        channel('BobMail', '!Ref Bob', '«Duty@CORP.io»', 'EMAIL'),
      ),
    },
    {
      name: 'three people with one phone, two findings',
      template: template(
        anns,
        channel('BobSms', '!Ref Bob', "«'+49301234567'»"),
        channel('CarolSms', `${arn}carol`, "«'+49301234567'»"),
      ),
    },
    {
      name: 'one channel twice for a contact is only told',
      template: template(anns, channel('AnnToo', '!Ref Ann', "«'+49301234567'»")),
      message:
        'Channel "AnnToo" has the same address as "AnnSms", a channel of the same type, so it adds nothing.',
      severity: 'info',
    },
    {
      name: 'trap 73: one parameter for two people, whose value is never printed',
      template:
        phones.replace('{ Type: String }', '{ Type: String, NoEcho: true }') +
        template(channel('AnnSms', '!Ref Ann', '!Ref Phone'), channel('BobSms', '!Ref Bob', '«!Ref Phone»')),
    },
    {
      name: 'a phone of another file',
      template: {
        'ann.yaml': template(anns),
        'bob.yaml': `Resources:\n${channel('BobSms', `${arn}bob`, "«'+49301234567'»")}`,
      },
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    "AnnMail": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "${arn}ann",
        "ChannelName": "Mail",
        "ChannelType": "EMAIL",
        "ChannelAddress": "duty@corp.io"
      }
    },
    "BobMail": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "${arn}bob",
        "ChannelName": "Mail",
        "ChannelType": "EMAIL",
        "ChannelAddress": «{ "Fn::Join": ["@", ["duty", "corp.io"]] }»
      }
    }
  }
}`,
    },
    {
      name: 'in a plan of Terraform’s',
      template: planOf({
        'aws_ssmcontacts_contact.ann': { alias: 'ann', type: 'PERSONAL' },
        'aws_ssmcontacts_contact.bob': { alias: 'bob', type: 'PERSONAL' },
        'aws_ssmcontacts_contact_channel.ann': {
          contact_id: ref('aws_ssmcontacts_contact.ann.arn'),
          type: 'SMS',
          delivery_address: [{ simple_address: '+49301234567' }],
        },
        'aws_ssmcontacts_contact_channel.bob': {
          contact_id: ref('aws_ssmcontacts_contact.bob.arn'),
          type: 'SMS',
          delivery_address: [{ simple_address: marked('«', '+49301234567') }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a phone of somebody else in one arm of a condition',
      template:
        isProd +
        template(anns, channel('BobSms', '!Ref Bob', "!If [IsProd, '+49301234568', «~'+49301234567'»]")),
      when: 'not IsProd',
    },
    {
      name: 'a default that is the phone of somebody else',
      template:
        "Parameters: { Phone: { Type: String, Default: '+49301234567' } }\n" +
        template(anns, channel('BobSms', '!Ref Bob', '«~!Ref Phone»')),
      when: 'parameter Phone keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter beside the phone of somebody else',
      template: phones + template(anns, channel('BobSms', '!Ref Bob', '«?!Ref Phone»')),
      reason: 'parameter Phone has no default and no allowed values',
    },
    {
      name: 'a parameter for each',
      template:
        phones +
        template(
          channel('AnnSms', '!Ref Ann', '«?!Ref Phone»'),
          channel('BobSms', '!Ref Bob', '«?!Ref Other»'),
        ),
    },
    {
      name: 'one phone, and a contact that is imported from elsewhere',
      template: template(anns, channel('Sms', '!ImportValue somebody', "«?'+49301234567'»")),
      reason: 'the import somebody is exported by none of the scanned files',
    },
  ],
});

import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

function contact(name: string, type = 'PERSONAL', plan = ''): string {
  return `  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: ${name.toLowerCase()}
      DisplayName: ${name}
      Type: ${type}
${plan === '' ? '' : `      Plan: ${plan}\n`}`;
}

function channel(name: string, contactId: string): string {
  return `  ${name}:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: ${contactId}
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '{{resolve:ssm:/oncall/sms}}'
`;
}

/** Stages that engage a channel. */
function stages(channelId: string): string {
  return `[{ DurationInMinutes: 5, Targets: [{ ChannelTargetInfo: { ChannelId: ${channelId}, RetryIntervalInMinutes: 1 } }] }]`;
}

/** An engagement plan of its own. */
function plan(contactId: string, channelId: string): string {
  return `  Plan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: ${contactId}, Stages: ${stages(channelId)} }
`;
}

function template(...resources: readonly string[]): string {
  return `Resources:\n${resources.join('')}`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const people = 'Parameters: { Ann: { Type: String }, Bob: { Type: String } }\n';
const both = contact('Ann') + contact('Bob');
const bobsPhone = channel('BobSms', '!Ref Bob');
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann';
const channelArn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact-channel/bob/1f0e';

export default cases({
  good: [
    { name: 'an own channel', template: template(both, plan('!Ref Bob', '!GetAtt BobSms.Arn'), bobsPhone) },
    {
      name: 'an own channel, inline',
      template: template(contact('Bob', 'PERSONAL', stages('!Ref BobSms')), bobsPhone),
    },
    {
      name: 'a contact that both name by its ARN',
      template: template(plan(arn, '!Ref AnnSms'), channel('AnnSms', arn)),
    },
    {
      name: 'the ARN of an own channel',
      template: template(contact('Bob', 'PERSONAL', stages(channelArn))),
    },
    {
      name: 'a contact that both import',
      template: template(plan('!ImportValue ann', '!Ref AnnSms'), channel('AnnSms', '!ImportValue ann')),
    },
    {
      name: 'a contact that one parameter gives to both',
      template: people + template(plan('!Ref Ann', '!Ref AnnSms'), channel('AnnSms', '!Ref Ann')),
    },
    {
      name: 'trap 12: a channel whose contact is named by the plan',
      template: template(contact('Ann'), plan('!Ref Ann', '!Ref AnnSms'), channel('AnnSms', '!Ref Plan')),
    },
    {
      name: 'plan and channel that go to the same person in each arm of a condition',
      template:
        isProd +
        template(
          both,
          plan('!If [IsProd, !Ref Ann, !Ref Bob]', '!Ref Sms'),
          channel('Sms', '!If [IsProd, !Ref Ann, !Ref Bob]'),
        ),
    },
    {
      name: 'an escalation plan, which should not engage channels at all',
      template: template(
        contact('Escalation', 'ESCALATION'),
        contact('Bob'),
        plan('!Ref Escalation', '!Ref BobSms'),
        bobsPhone,
      ),
    },
  ],
  bad: [
    {
      name: 'the phone of somebody else',
      template: template(both, plan('!Ref Ann', '«!Ref BobSms»'), bobsPhone),
      message: '"Plan" engages "BobSms", a channel of another contact, so the wrong person is called.',
      severity: 'error',
    },
    {
      name: 'the phone of somebody else, inline',
      template: template(
        contact('Ann', 'PERSONAL', stages("«!Sub '${BobSms.Arn}'»")),
        contact('Bob'),
        bobsPhone,
      ),
    },
    {
      name: 'the ARN of a channel that tells whose it is',
      template: template(contact('Ann', 'PERSONAL', stages(`«${channelArn}»`))),
    },
    {
      name: 'contacts that are declared elsewhere, by their ARNs',
      template: template(plan(arn, '«!Ref BobSms»'), channel('BobSms', arn.replace('ann', 'bob'))),
    },
    {
      name: 'a channel of another file',
      template: {
        'ann.yaml': template(contact('Ann', 'PERSONAL', stages("«!ImportValue 'bob:sms'»"))),
        'bob.yaml': `${template(contact('Bob'), bobsPhone)}Outputs: { Sms: { Value: !Ref BobSms, Export: { Name: bob:sms } } }\n`,
      },
    },
    {
      name: 'both arms of a condition',
      template:
        isProd +
        template(
          both,
          contact('Carol'),
          plan('!If [IsProd, !Ref Ann, !Ref Carol]', '«!Ref BobSms»'),
          bobsPhone,
        ),
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    "AnnPlan": {
      "Type": "AWS::SSMContacts::Plan",
      "Properties": {
        "ContactId": "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann",
        "Stages": [
          {
            "DurationInMinutes": 5,
            "Targets": [
              {
                "ChannelTargetInfo": {
                  "ChannelId": «{ "Fn::GetAtt": ["BobMail", "Arn"] }»,
                  "RetryIntervalInMinutes": 1
                }
              }
            ]
          }
        ]
      }
    },
    "BobMail": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/bob",
        "ChannelName": "Mail",
        "ChannelType": "EMAIL",
        "ChannelAddress": "bob@corp.io"
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
        'aws_ssmcontacts_contact_channel.bob': {
          contact_id: ref('aws_ssmcontacts_contact.bob.arn'),
          type: 'SMS',
        },
        'aws_ssmcontacts_plan.ann': {
          contact_id: ref('aws_ssmcontacts_contact.ann.arn'),
          stage: [
            {
              duration_in_minutes: 1,
              target: [
                {
                  channel_target_info: [
                    { contact_channel_id: ref('«aws_ssmcontacts_contact_channel.bob.arn»') },
                  ],
                },
              ],
            },
          ],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'the channel of another contact in one arm of a condition',
      template:
        isProd +
        template(
          both,
          plan('!Ref Ann', '!If [IsProd, !Ref AnnSms, «~!Ref BobSms»]'),
          channel('AnnSms', '!Ref Ann'),
          bobsPhone,
        ),
      when: 'not IsProd',
    },
    {
      name: 'a channel that belongs to another contact in one arm of a condition',
      template:
        isProd +
        template(both, plan('!Ref Ann', '«~!Ref Sms»'), channel('Sms', '!If [IsProd, !Ref Ann, !Ref Bob]')),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'contacts that different parameters give, once for both channels',
      template:
        people +
        template(
          plan('!Ref Ann', '«?!Ref BobSms»').replace(
            / \}\] \}\] \}\n/,
            ' }, { ChannelTargetInfo: { ChannelId: !Ref BobMail, RetryIntervalInMinutes: 1 } }] }] }\n',
          ),
          bobsPhone,
          channel('BobMail', '!Ref Bob'),
        ),
      reason: 'parameter Ann has no default and no allowed values',
    },
    {
      name: 'a channel that is declared elsewhere',
      template: template(contact('Ann', 'PERSONAL', stages('«?!ImportValue sms»'))),
      reason: 'the import sms is exported by none of the scanned files',
    },
    {
      name: 'trap 73: an address in place of a channel, which the reason does not repeat',
      template: template(contact('Ann', 'PERSONAL', stages("«?'+49 30 1234567'»"))),
      reason: 'the channel or a contact is declared outside the scanned files',
    },
  ],
});

import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

/** A contact; the key carries the mark. */
function contact(key: string, type = 'PERSONAL', alias = 'alice'): string {
  return `  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ${alias}, DisplayName: Somebody, Type: ${type} }
`;
}

/** A channel of a contact, with further lines before its properties. */
function channel(contactId: string, attributes = ''): string {
  return `  Mobile:
    Type: AWS::SSMContacts::ContactChannel
${attributes}    Properties:
      ContactId: ${contactId}
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '{{resolve:ssm:/oncall/alice/sms}}'
`;
}

function template(...resources: readonly string[]): string {
  return `Resources:\n${resources.join('')}`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const byName = 'Parameters: { Name: { Type: String } }\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice';
const onlyInProd = '    Condition: IsProd\n';

export default cases({
  good: [
    { name: 'a channel by Ref', template: template(contact('Alice'), channel('!Ref Alice')) },
    {
      name: 'a channel by the long Fn::GetAtt',
      template: template(contact('Alice'), channel('{ Fn::GetAtt: [Alice, Arn] }')),
    },
    { name: 'a channel by Fn::Sub', template: template(contact('Alice'), channel("!Sub '${Alice.Arn}'")) },
    { name: 'a channel by the ARN', template: template(contact('Alice'), channel(arn)) },
    {
      name: 'a channel by the ARN of whatever account',
      template: template(
        contact('Alice'),
        channel("!Sub 'arn:${AWS::Partition}:ssm-contacts:${AWS::Region}:${AWS::AccountId}:contact/alice'"),
      ),
    },
    {
      name: 'one channel by ARN for the contact of two Regions, each in a template of its own',
      template: {
        'frankfurt.yaml': template(contact('Alice')),
        'ireland.yaml': template(contact('AliceToo')),
        'channels.yaml': template(channel(arn)),
      },
    },
    {
      name: 'trap 12: a channel by the Ref of the engagement plan, which is the ARN of the contact',
      template: template(
        contact('Alice'),
        channel('!Ref AlicePlan'),
        `  AlicePlan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !Ref Alice, Stages: [{ DurationInMinutes: 1 }] }
`,
      ),
    },
    { name: 'an escalation plan needs none', template: template(contact('Escalation', 'ESCALATION')) },
    { name: 'an on-call schedule needs none', template: template(contact('Duty', 'ONCALL_SCHEDULE')) },
    {
      name: 'a channel in another file',
      template: {
        'people.yaml': `${template(contact('Alice'))}Outputs: { Alice: { Value: !Ref Alice, Export: { Name: alice } } }\n`,
        'channels.yaml': template(channel('!ImportValue alice')),
      },
    },
    {
      name: 'contact and channel under one condition',
      template:
        isProd +
        template(
          contact('Alice').replace('    Prop', `${onlyInProd}    Prop`),
          channel('!Ref Alice', onlyInProd),
        ),
    },
    {
      name: 'a channel in each arm of a condition',
      template:
        isProd.replace(' }\n', ', IsTest: !Not [!Condition IsProd] }\n') +
        template(
          contact('Alice'),
          channel('!Ref Alice', onlyInProd),
          channel('!Ref Alice', '    Condition: IsTest\n').replace('Mobile:', 'Voice:'),
        ),
    },
    {
      name: 'a plan of Terraform’s with a channel',
      template: planOf({
        'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL' },
        'aws_ssmcontacts_contact_channel.sms': {
          contact_id: ref('aws_ssmcontacts_contact.alice.arn'),
          type: 'SMS',
        },
      }),
    },
    {
      name: 'a state and a plan that both tell of the contact',
      template: {
        'state.json': stateOf({
          'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL', arn },
        }),
        'plan.json': planOf({
          'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL', arn },
          'aws_ssmcontacts_contact_channel.sms': { contact_id: arn, type: 'SMS' },
        }),
      },
    },
  ],
  bad: [
    {
      name: 'a person alone',
      template: template(contact('«Alice»')),
      message: 'No contact channel belongs to "Alice", so there is no way to engage this person.',
      severity: 'error',
    },
    {
      name: 'a channel of somebody else',
      template: template(contact('«Alice»'), contact('Bob', 'PERSONAL', 'bob'), channel('!Ref Bob')),
    },
    {
      name: 'channels of somebody who is declared elsewhere',
      template: template(contact('«Alice»'), channel(arn.replace('alice', 'bob'))),
    },
    {
      name: 'as JSON, with a plan that no channel is there for',
      template: `{
  "Resources": {
    «"Alice"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": {
        "Alias": "alice",
        "DisplayName": "Alice",
        "Type": "PERSONAL",
        "Plan": [{ "DurationInMinutes": 5 }]
      }
    }
  }
}`,
    },
    {
      name: 'a person in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"alice"» {
  alias = "alice"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact" "bob" {
  alias = "bob"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact_channel" "bob" {
  contact_id = aws_ssmcontacts_contact.bob.arn
  name       = "Mobile"
  type       = "SMS"
  delivery_address {
    simple_address = "+49301234567"
  }
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'a person under a condition',
      template: isProd + template(contact('«~Alice»').replace('    Prop', `${onlyInProd}    Prop`)),
      when: 'IsProd',
    },
    {
      name: 'a channel under a condition',
      template: isProd + template(contact('«~Alice»'), channel('!Ref Alice', onlyInProd)),
      when: 'not IsProd',
    },
    {
      name: 'a channel that belongs to one or the other',
      template:
        isProd +
        template(
          contact('«~Alice»'),
          contact('«~Bob»', 'PERSONAL', 'bob'),
          channel('!If [IsProd, !Ref Alice, !Ref Bob]'),
        ),
      when: ['not IsProd', 'IsProd'],
    },
    {
      name: 'a person in one arm of a condition',
      template: isProd + template(contact('«~Alice»', '!If [IsProd, PERSONAL, ESCALATION]')),
      when: 'IsProd',
    },
    {
      name: 'a default that makes it a person',
      template:
        'Parameters: { Kind: { Type: String, Default: PERSONAL } }\n' +
        template(contact('«~Alice»', '!Ref Kind')),
      when: 'parameter Kind keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a channel of a contact that a parameter names',
      template: byName + template(contact('«?Alice»'), channel('!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'a channel of a contact that is imported from elsewhere',
      template: template(contact('«?Alice»'), channel('!ImportValue alice')),
      reason: 'the import alice is exported by none of the scanned files',
    },
    {
      name: 'a contact whose alias only deployment knows, and a channel by ARN',
      template: byName + template(contact('«?Alice»', 'PERSONAL', '!Ref Name'), channel(arn)),
    },
    {
      name: 'trap 24: a bare name in place of an ARN',
      template: template(contact('«?Alice»'), channel('Alice')),
      invalid: true,
    },
    {
      name: 'a type that is not known',
      template: byName + template(contact('«?Alice»', '!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
  ],
});

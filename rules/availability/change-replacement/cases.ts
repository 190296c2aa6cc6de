import { cases } from '../../../test/rule-cases.js';

/** A contact with a channel; their properties are indented by six blanks. */
function estate(contact: string, channel: string): string {
  return `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      ${contact}
      DisplayName: Alice
      Type: PERSONAL
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: mobile
      ${channel}
      ChannelAddress: '+4915123456789'
`;
}

const before = estate('Alias: alice', 'ChannelType: SMS');

const plan = (name: string, more = ''): string => `Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan${more}
    Properties:
      Name: ${name}
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
`;

const topic = '  Topic: { Type: AWS::SNS::Topic }\n';

/** A contact and a channel of hers in Terraform. */
const alice = (alias = '"alice"'): string => `resource "aws_ssmcontacts_contact" "alice" {
  alias = ${alias}
  type  = "PERSONAL"
}
`;
const sms = (name = 'sms', type = 'SMS'): string => `resource "aws_ssmcontacts_contact_channel" "${name}" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  name       = "mobile"
  type       = "${type}"
  delivery_address {
    simple_address = "+4915123456789"
  }
}
`;
const moved = (from: string, to: string): string => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;

export default cases({
  good: [
    {
      name: 'a resource of Terraform in another file of its module',
      base: { 'main.tf': alice() + sms(), 'channels.tf': '' },
      template: { 'main.tf': alice(), 'channels.tf': `# from main.tf\n${sms()}` },
    },
    {
      name: 'another address that a moved block tells, and another of what it refers to',
      base: { 'main.tf': alice() + sms() },
      template: {
        'main.tf': (alice() + sms('mobile')).replaceAll(/(contact"? ?"?\.?)alice(?="? ?[.{])/g, '$1al'),
        'moved.tf': `${moved('aws_ssmcontacts_contact_channel.sms', 'aws_ssmcontacts_contact_channel.mobile')}${moved('aws_ssmcontacts_contact.alice', 'aws_ssmcontacts_contact.al')}`,
      },
    },
    {
      name: 'a module that a moved block renames',
      base: { 'main.tf': 'module "old" { source = "./on-call" }\n', 'on-call/main.tf': alice() + sms() },
      template: {
        'main.tf': `module "new" { source = "./on-call" }\n${moved('module.old', 'module.new')}`,
        'on-call/main.tf': alice() + sms(),
      },
    },
    {
      name: 'a count of one, for which Terraform moves the resource itself',
      base: { 'main.tf': alice() + sms() },
      template: { 'main.tf': alice() + sms().replace('{', '{\n  count      = 1') },
    },
    {
      name: 'a resource that Terraform forgets and leaves in the account, which is JSON',
      base: {
        'main.tf': alice(),
        'channel.tf.json':
          '{ "resource": { "aws_ssmcontacts_contact_channel": { "sms": { "contact_id": "${aws_ssmcontacts_contact.alice.arn}", "name": "mobile", "type": "SMS", "delivery_address": { "simple_address": "+4915123456789" } } } } }',
      },
      template: {
        'main.tf': alice(),
        'channel.tf.json':
          '{ "removed": { "from": "aws_ssmcontacts_contact_channel.sms", "lifecycle": { "destroy": false } } }',
      },
    },
    {
      name: 'a channel of Terraform with another name, which is changed in place',
      base: { 'main.tf': alice('var.alias') + sms() },
      template: { 'main.tf': alice('var.alias') + sms().replace('"mobile"', '"phone"') },
    },
    {
      name: 'a name that is changed in place',
      base: before,
      template: before.replace('DisplayName: Alice', 'DisplayName: Alice A'),
    },
    {
      name: 'another spelling of the same reference',
      base: before,
      template: before.replace('!Ref Alice', '!GetAtt Alice.Arn'),
    },
    {
      name: 'something else is deleted',
      base: `${before}${topic}`,
      template: before,
    },
    {
      name: 'a channel is added',
      base: before.slice(0, before.indexOf('  AliceSms')),
      template: before,
    },
    {
      name: 'a response plan that is kept in the account',
      base: `${plan('web', '\n    DeletionPolicy: Retain')}${topic}`,
      template: `Resources:\n${topic}`,
    },
  ],
  bad: [
    {
      name: 'another type of channel in Terraform',
      base: { 'main.tf': alice() + sms() },
      template: { 'main.tf': alice() + sms('sms', 'VOICE').replace('"sms"', '«"sms"»') },
    },
    {
      name: 'another alias by a variable, in a file that stays as it is',
      base: {
        'main.tf': alice('var.alias'),
        'a.tf': 'variable "alias" {}\n',
        'terraform.tfvars': 'alias = "alice"\n',
      },
      template: {
        'main.tf': alice('var.alias').replace('"alice"', '«"alice"»'),
        'a.tf': 'variable "alias" {}\n',
        'terraform.tfvars': 'alias = "al"\n',
      },
    },
    {
      name: 'another address without a moved block',
      base: { 'main.tf': alice() + sms() },
      template: { 'main.tf': `«${alice().replace('{', '{»')}${sms('mobile')}` },
      message:
        'This change deletes "aws_ssmcontacts_contact_channel.sms": its new device has to be activated before it is engaged again.',
    },
    {
      name: 'one of two root modules loses what the other keeps',
      base: { 'dev/main.tf': alice(), 'prod/main.tf': alice() },
      template: { 'dev/main.tf': '«# nothing here»\n', 'prod/main.tf': alice() },
    },
    {
      name: 'another type of channel',
      base: before,
      template: before
        .replace('ChannelType: SMS', 'ChannelType: VOICE')
        .replace('  AliceSms', '  «AliceSms»'),
      message:
        'This change replaces "AliceSms": its new device has to be activated before it is engaged again.',
    },
    {
      name: 'another alias of a contact',
      base: before,
      template: before.replace('Alias: alice', 'Alias: al').replace('  Alice:', '  «Alice»:'),
    },
    {
      name: 'a response plan of another name, which is JSON',
      base: '{ "Resources": { "Plan": { "Type": "AWS::SSMIncidents::ResponsePlan", "Properties": { "Name": "web", "IncidentTemplate": { "Title": "Down", "Impact": 1 } } } } }',
      template:
        '{ "Resources": { «"Plan"»: { "Type": "AWS::SSMIncidents::ResponsePlan", "Properties": { "Name": "shop", "IncidentTemplate": { "Title": "Down", "Impact": 1 } } } } }',
      message: 'This change replaces "Plan": alarms and rules that name its ARN start no incident any more.',
    },
    {
      name: 'another logical ID, which deletes and creates',
      base: plan('web'),
      template: plan('web').replace('  Plan:', '  WebPlan:').replace('Resources:', '«Resources:»'),
      message: 'This change deletes "Plan": alarms and rules that name its ARN start no incident any more.',
    },
    {
      name: 'a replication set that is gone',
      base: `Resources:
  Replication: { Type: AWS::SSMIncidents::ReplicationSet, Properties: { Regions: [{ RegionName: eu-west-1 }] } }
${topic}`,
      template: `«Resources:»\n${topic}`,
      message: 'This change deletes "Replication": all data of Incident Manager in its Regions is deleted.',
    },
    {
      name: 'a file of several that is gone',
      base: { 'a.yaml': `Resources:\n${topic}`, 'b.yaml': plan('web') },
      template: { 'a.yaml': `Resources:\n${topic}`, 'b.yaml': '«Resources: {}»' },
    },
  ],
  undecided: [
    {
      name: 'a variable becomes a literal in Terraform',
      base: { 'main.tf': alice('var.alias') + sms() },
      template: { 'main.tf': alice().replace('"alice"', '«?"alice"»') + sms() },
    },
  ],
});

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

export default cases({
  good: [
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
  alwaysCertain: 'of the properties of these types, AWS replaces always or never',
});

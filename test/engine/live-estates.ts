import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const samples = path.join(import.meta.dirname, '../../samples');

/** Templates that nest, export and import, and a configuration of Terraform's. */
export const links = {
  'parent.yaml': `Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./child.yaml, Parameters: { Defer: true } }
  Contact:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: a, DisplayName: A, Type: PERSONAL, Plan: [] }
Outputs:
  Contact: { Value: !Ref Contact, Export: { Name: contact } }
`,
  'child.yaml': `Parameters: { Defer: { Type: String, Default: false } }
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !ImportValue contact
      ChannelName: sms
      ChannelType: SMS
      ChannelAddress: '+12065550100'
      DeferActivation: !Ref Defer
`,
  'plan.yaml': `Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: plan
      IncidentTemplate: { Title: Broken, Impact: 1 }
      Engagements: [!ImportValue contact]
      ChatChannel: { ChatbotSns: [!ImportValue topic] }
`,
  'topic.yaml': `Resources:
  Topic: { Type: AWS::SNS::Topic }
Outputs:
  Topic: { Value: !Ref Topic, Export: { Name: topic } }
`,
  'main.tf': `resource "aws_ssmcontacts_contact" "a" {
  alias = var.alias
  type  = "PERSONAL"
}
`,
  'variables.tf': `variable "alias" { default = "a" }
`,
};

/** One of several teams that share a channel, an address, a role and a topic with the next one. */
function team(number: number): string {
  const next = String(number + 1);
  const own = String(number);
  return `Resources:
  Contact:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: team${own}, DisplayName: A, Type: PERSONAL, Plan: [] }
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Contact
      ChannelName: sms
      ChannelType: SMS
      ChannelAddress: '+1206555010${String(Math.floor(number / 2))}'
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: team${own}
      IncidentTemplate: { Title: Broken, Impact: 1 }
      Engagements: ['arn:aws:ssm-contacts:eu-central-1:111122223333:contact/team${next}']
      ChatChannel: { ChatbotSns: [!Ref Topic, 'arn:aws:sns:eu-central-1:111122223333:team${next}'] }
      Tags: [{ Key: team, Value: team${own} }]
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicName: team${own} }
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: 'sns:*', Resource: !Ref Topic }] }
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: team${own}
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: chatbot.amazonaws.com }, Action: sts:AssumeRole }]
  Chat:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: team${own}
      IamRoleArn: arn:aws:iam::111122223333:role/team${next}
      SlackChannelId: C000000${String(Math.floor(number / 2))}
      SlackWorkspaceId: T01234567
      SnsTopicArns: [!Ref Topic]
  Group:
    Type: AWS::ResourceGroups::Group
    Properties:
      Name: team${own}
      ResourceQuery:
        Type: TAG_FILTERS_1_0
        Query: { TagFilters: [{ Key: team, Values: [team${next}] }] }
`;
}

/** A bucket and a key whose policies stand in other files, and a file that may be malformed. */
const policies = {
  'trail.yaml': `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: { BucketName: my-trail-logs }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: !Ref Logs }
  Key:
    Type: AWS::KMS::Key
  Topic:
    Type: AWS::SNS::Topic
    Properties: { KmsMasterKeyId: !Ref Key }
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: plan
      IncidentTemplate: { Title: Broken, Impact: 1 }
      ChatChannel: { ChatbotSns: [!Ref Topic] }
`,
  'policy.yaml': `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: my-trail-logs
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: '*', Action: ['s3:PutObject', 's3:GetBucketAcl'], Resource: '*' }
`,
  'other.yaml': `Resources:
  Topic: { Type: AWS::SNS::Topic }
`,
};

/** Templates from the samples whose files belong together. */
export const estates: readonly (readonly [name: string, fill: (folder: string) => void])[] = [
  [
    'templates that nest, export and import',
    (folder) => {
      for (const [name, text] of Object.entries(links)) writeFileSync(path.join(folder, name), text);
    },
  ],
  [
    'teams that share what they have',
    (folder) => {
      for (const number of [1, 2, 3, 4])
        writeFileSync(path.join(folder, `${String(number)}.yaml`), team(number));
    },
  ],
  [
    'policies beside what they are for',
    (folder) => {
      for (const [name, text] of Object.entries(policies)) writeFileSync(path.join(folder, name), text);
    },
  ],
  ...['cloudformation/several-stacks', 'terraform', 'estate'].map(
    (name) =>
      [
        `the sample ${name}`,
        (folder: string) => {
          cpSync(path.join(samples, name), folder, { recursive: true });
        },
      ] as const,
  ),
];

import { incidentPlan, isProduction } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';

/** The chat topic of a response plan with a key, and what follows. */
function encrypted(key: string, more = '', sections = '', plan = incidentPlan('Plan', '!Ref Topic')): string {
  return `${sections}Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: ${key} } }
${plan}${more}`;
}

/** A key with one statement. */
function key(statement: string): string {
  return `  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - { Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }
          - ${statement}
`;
}

const granting =
  "{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*' }";

export default cases({
  good: [
    { name: 'a key that lets the service in', template: encrypted('!Ref Key', key(granting)) },
    {
      name: 'through an alias of the workspace, by reference',
      template: encrypted(
        '!Ref Alias',
        `${key(granting)}  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/chat, TargetKeyId: !Ref Key } }\n`,
      ),
    },
    {
      name: 'through an alias by its name',
      template: encrypted(
        'alias/chat',
        `${key(granting)}  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/chat, TargetKeyId: !GetAtt Key.Arn } }\n`,
      ),
    },
    {
      name: 'two statements, one for each action, with the account as a condition',
      template: encrypted(
        '!GetAtt Key.Arn',
        `${key("{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'kms:Decrypt', Resource: '*' }")}          - { Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'kms:Generate*', Resource: '*', Condition: { StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } } }\n`,
      ),
    },
    {
      name: 'through an alias by an ARN with gaps, and everything but deletion allowed',
      template: encrypted(
        "!Sub 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/chat'",
        `${key("{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, NotAction: 'kms:ScheduleKeyDeletion', Resource: '*' }")}  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/chat, TargetKeyId: !Ref Key } }\n`,
      ),
    },
    {
      name: 'a key that exists under the very condition of the topic',
      template: `${isProduction}Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !If [IsProduction, !Ref Key, !Ref AWS::NoValue] } }
${incidentPlan('Plan', '!Ref Topic')}${key(granting).replace('Type:', 'Condition: IsProduction\n    Type:')}`,
    },
    {
      name: 'trap 49: a topic that is not encrypted',
      template: `Resources:\n  Topic: { Type: AWS::SNS::Topic }\n${incidentPlan('Plan', '!Ref Topic')}`,
    },
    {
      name: 'a topic of something else, written as JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic", "Properties": { "KmsMasterKeyId": "alias/aws/sns" } }
  }
}`,
    },
  ],
  bad: [
    {
      name: 'trap 49: AWS’s own key for SNS',
      template: encrypted('«alias/aws/sns»'),
      message:
        'Chat topic "Topic" is encrypted with AWS’s own key for SNS, which no service can publish with, so nothing of an incident reaches the chat channel.',
    },
    {
      name: 'AWS’s own key by its ARN',
      template: encrypted("«!Sub 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/sns'»"),
    },
    {
      name: 'a key for the account only',
      template: encrypted(
        '«!Ref Key»',
        key("{ Effect: Allow, Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' }"),
      ),
      message:
        'Chat topic "Topic" is encrypted with a key that does not let Incident Manager use it, so nothing of an incident reaches the chat channel.',
    },
    {
      name: 'a key that lets the service encrypt but not decrypt',
      template: encrypted(
        '«!Ref Key»',
        key(granting.replace("['kms:GenerateDataKey*', 'kms:Decrypt']", "'kms:GenerateDataKey*'")),
      ),
    },
    {
      name: 'another service',
      template: encrypted('«!Ref Key»', key(granting.replace('ssm-incidents', 'cloudwatch'))),
    },
    {
      name: 'the key in another file, written as JSON',
      template: {
        'key.yaml': `Resources:\n${key(granting.replace('Allow', 'Deny'))}Outputs:\n  Key: { Value: !GetAtt Key.Arn, Export: { Name: chat-key } }\n`,
        'topic.json': `{
  "Resources": {
    "Topic": {
      "Type": "AWS::SNS::Topic",
      "Properties": { "KmsMasterKeyId": «{ "Fn::ImportValue": "chat-key" }» }
    },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [{ "Ref": "Topic" }] }
      }
    }
  }
}`,
      },
    },
    {
      name: 'a key policy of its own in Terraform',
      template: {
        'main.tf': `
resource "aws_kms_key" "chat" {}
resource "aws_kms_key_policy" "chat" {
  key_id = aws_kms_key.chat.key_id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_sns_topic" "chat" {
  name              = "chat"
  kms_master_key_id = «aws_kms_key.chat.arn»
}
resource "aws_ssmincidents_response_plan" "web" {
  name         = "web"
  chat_channel = [aws_sns_topic.chat.arn]
  incident_template {
    title  = "No answer"
    impact = 1
  }
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'AWS’s own key in one arm of a condition',
      template: encrypted('!If [IsProduction, !Ref Key, «~alias/aws/sns»]', key(granting), isProduction),
      when: 'not IsProduction',
    },
    {
      name: 'an alias whose second key keeps the service out',
      template: encrypted(
        '«~!Ref Alias»',
        `${key(granting)}  Other: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: { Effect: Allow, Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' } } } }
  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/chat, TargetKeyId: !If [IsProduction, !Ref Key, !Ref Other] } }
`,
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a grant in one arm of a condition',
      template: encrypted(
        '«~!Ref Key»',
        key(`!If [IsProduction, ${granting}, !Ref AWS::NoValue]`),
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default is AWS’s own key',
      template: encrypted(
        '«~!Ref KeyId»',
        '',
        'Parameters: { KeyId: { Type: String, Default: alias/aws/sns } }\n',
      ),
      when: 'parameter KeyId keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a key of elsewhere',
      template: encrypted('«?1234abcd-12ab-34cd-56ef-1234567890ab»'),
      reason: 'the key is declared outside the scanned files',
    },
    {
      name: 'a key that only a parameter gives',
      template: encrypted('«?!Ref KeyId»', '', 'Parameters: { KeyId: { Type: String } }\n'),
    },
    {
      name: 'a key policy of its own, for a key that only a variable names',
      template: {
        'main.tf': `
variable "key" { type = string }
resource "aws_kms_key" "chat" {}
resource "aws_kms_key_policy" "chat" {
  key_id = var.key
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_sns_topic" "chat" {
  name              = "chat"
  kms_master_key_id = «?aws_kms_key.chat.arn»
}
resource "aws_ssmincidents_response_plan" "web" {
  name         = "web"
  chat_channel = [aws_sns_topic.chat.arn]
  incident_template {
    title  = "No answer"
    impact = 1
  }
}
`,
      },
    },
    {
      name: 'a topic that may be the chat topic of a plan',
      template: encrypted(
        '«?alias/aws/sns»',
        '',
        'Parameters: { Chat: { Type: String } }\n',
        incidentPlan('Plan', '!Ref Chat'),
      ),
    },
  ],
});

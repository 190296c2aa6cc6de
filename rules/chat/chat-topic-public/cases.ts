import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A topic policy with one statement, on the topic of a response plan. */
function opened(statement: string, resources = incidentPlan('Plan', '!Ref Topic'), sections = ''): string {
  return `${sections}Resources:
${topic}${resources}  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Statement:
          - ${statement}
`;
}

const toEverybody = "Effect: Allow, Action: 'sns:Subscribe', Resource: !Ref Topic";

export default cases({
  good: [
    {
      name: 'trap 37: the service with StringEqualsIfExists',
      template: opened(
        "{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'sns:Publish', Resource: !Ref Topic, Condition: { StringEqualsIfExists: { 'AWS:SourceAccount': !Ref AWS::AccountId } } }",
      ),
    },
    {
      name: 'trap 38: the default policy of SNS',
      template: opened(
        `{ ${toEverybody.replace("'sns:Subscribe'", '[SNS:Publish, SNS:Subscribe]')}, Principal: { AWS: '*' }, Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } }`,
      ),
    },
    {
      name: 'trap 40: everybody in the organization',
      template: opened(
        `{ ${toEverybody}, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': o-1234567890 } } }`,
      ),
    },
    {
      name: 'a Deny',
      template: opened("{ Effect: Deny, Principal: '*', Action: 'sns:*', Resource: !Ref Topic }"),
    },
    { name: 'one account', template: opened(`{ ${toEverybody}, Principal: { AWS: '111122223333' } }`) },
    {
      name: 'a topic that carries no incidents',
      template: opened(`{ ${toEverybody}, Principal: '*' }`, ''),
    },
    {
      name: 'a source ARN with the account of the deployment',
      template: opened(
        `{ ${toEverybody}, Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': !Sub 'arn:aws:cloudwatch:*:\${AWS::AccountId}:alarm:*' } } }`,
      ),
    },
    {
      name: 'Terraform: everybody under a condition on the account',
      template: {
        'main.tf': `
variable "guests" {
  default = false
}

resource "aws_sns_topic" "incidents" {
  name = "incidents"
}

resource "aws_ssmincidents_response_plan" "outage" {
  name         = "outage"
  chat_channel = [aws_sns_topic.incidents.arn]
  incident_template {
    title  = "Outage"
    impact = 1
  }
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.incidents.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "own" {
  arn    = aws_sns_topic.incidents.arn
  policy = data.aws_iam_policy_document.own.json
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a topic by the same parameter as in the plan',
      template: opened(
        `{ ${toEverybody}, Principal: «'*'» }`,
        incidentPlan('Plan', '!Ref Chat'),
        'Parameters: { Chat: { Type: String } }\n',
      ).replace('Topics: [!Ref Topic]', 'Topics: [!Ref Chat]'),
    },
    {
      name: 'everybody after a principal that only a parameter gives',
      template: opened(
        `{ ${toEverybody}, Principal: { AWS: [!Ref Account, «'*'»] } }`,
        incidentPlan('Plan', '!Ref Topic'),
        'Parameters: { Account: { Type: String } }\n',
      ),
    },
    {
      name: 'everybody may subscribe',
      template: opened(`{ ${toEverybody}, Principal: «'*'» }`),
      message:
        'Everybody can use topic "Topic", which carries incidents: this principal is anyone, and no condition limits it.',
    },
    { name: 'everybody by AWS', template: opened(`{ ${toEverybody}, Principal: { AWS: [«'*'»] } }`) },
    {
      name: 'trap 38: case does not count',
      template: opened(`{ ${toEverybody.replace('sns:Subscribe', 'SNS:PUBLISH')}, Principal: «'*'» }`),
    },
    {
      name: 'trap 37: …IfExists is worthless for everybody',
      template: opened(
        `{ ${toEverybody}, Principal: «'*'», Condition: { StringEqualsIfExists: { 'AWS:SourceAccount': '111122223333' } } }`,
      ),
    },
    {
      name: 'a condition that limits nobody',
      template: opened(
        `{ ${toEverybody}, Principal: «'*'», Condition: { Bool: { 'aws:SecureTransport': 'true' } } }`,
      ),
    },
    {
      name: 'everybody but one',
      template: opened(`{ ${toEverybody}, NotPrincipal: { AWS: «'111122223333'» } }`),
    },
    {
      name: 'a chat channel’s topic that no response plan uses, which is milder',
      template: opened(`{ ${toEverybody}, Principal: «'*'» }`, slack('SnsTopicArns: [!Ref Topic]')),
      severity: 'warning',
    },
    {
      name: 'trap 41: a policy as JSON text for several topics, written as JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Other": { "Type": "AWS::SNS::Topic" },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": {
          "Title": "The web shop does not answer",
          "Impact": 1,
          "NotificationTargets": [{ "SnsTopicArn": { "Ref": "Topic" } }]
        }
      }
    },
    "TopicPolicy": {
      "Type": "AWS::SNS::TopicPolicy",
      "Properties": {
        "Topics": [{ "Ref": "Other" }, { "Ref": "Topic" }],
        "PolicyDocument": «"{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"sns:*\\", \\"Resource\\": \\"*\\"}}"»
      }
    }
  }
}`,
    },
    {
      name: 'a topic of another file',
      template: {
        'plan.yaml': `Resources:\n${incidentPlan('Plan', '!ImportValue incident-topic')}`,
        'topic.yaml': `${opened(`{ ${toEverybody}, Principal: «'*'» }`, '')}Outputs:\n  Topic: { Value: !Ref Topic, Export: { Name: incident-topic } }\n`,
      },
    },
    {
      name: 'a policy of its own in a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_sns_topic_policy.chat': {
          arn: ref('aws_sns_topic.chat.arn'),
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: '*' }] })}»`,
        },
      }),
    },
    {
      name: 'a policy inside of the topic',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': {
          name: 'chat',
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: '*' }] })}»`,
        },
      }),
    },
    {
      name: 'Terraform: a topic policy from a document, and a conditional statement of it',
      template: {
        'main.tf': `
variable "guests" {
  default = false
}

resource "aws_sns_topic" "incidents" {
  name = "incidents"
}

resource "aws_ssmincidents_response_plan" "outage" {
  name         = "outage"
  chat_channel = [aws_sns_topic.incidents.arn]
  incident_template {
    title  = "Outage"
    impact = 1
  }
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.incidents.arn]
    principals {
      type        = "AWS"
      identifiers = [«"*"»]
    }
  }

  dynamic "statement" {
    for_each = var.guests ? ["sns:Subscribe"] : []
    content {
      actions   = [statement.value]
      resources = ["*"]
      principals {
        type        = "*"
        identifiers = [«~"*"»]
      }
    }
  }
}

resource "aws_sns_topic_policy" "open" {
  arn    = aws_sns_topic.incidents.arn
  policy = data.aws_iam_policy_document.open.json
}
`,
      },
      when: 'var.guests',
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: opened(
        `{ ${toEverybody}, Principal: !If [IsProduction, { AWS: '111122223333' }, «~'*'»] }`,
        incidentPlan('Plan', '!Ref Topic'),
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a topic that may be the one which the plan names by a parameter',
      template: opened(
        `{ ${toEverybody}, Principal: «?'*'» }`,
        incidentPlan('Plan', '!Ref Chat'),
        'Parameters: { Chat: { Type: String } }\n',
      ),
    },
    {
      name: 'a topic of another stack, which may be the plan’s',
      template: opened(`{ ${toEverybody}, Principal: «?'*'» }`).replace(
        'Topics: [!Ref Topic]',
        'Topics: [!ImportValue incidents]',
      ),
    },
    {
      name: 'a condition whose value only deployment knows',
      template: opened(
        `{ ${toEverybody}, Principal: «?'*'», Condition: { StringEquals: { 'aws:SourceAccount': !Ref Account } } }`,
        incidentPlan('Plan', '!Ref Topic'),
        'Parameters: { Account: { Type: String } }\n',
      ),
    },
    {
      name: 'a policy that a plan computes',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_sns_topic_policy.chat': {
          arn: ref('aws_sns_topic.chat.arn'),
          policy: ref('«?data.aws_iam_policy_document.chat.json»'),
        },
      }),
    },
  ],
});

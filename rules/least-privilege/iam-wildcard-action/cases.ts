import {
  actionParameter,
  allowing,
  isProduction,
  policyTemplate,
  responsePlan,
} from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

const sensitive = 'permission, sharing or deleting';

export default cases({
  good: [
    {
      name: 'everything on a resource of another service, by its ARN and by reference',
      template: policyTemplate(
        `${allowing("'*'", 'arn:aws:s3:::pages/*')}
${allowing("'*'", "!Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs'")}
${allowing("'*'", '[!GetAtt Topic.TopicArn]')}
${allowing("'*'", "!Sub '${Topic}:x'")}`,
        `${responsePlan}  Topic: { Type: AWS::SNS::Topic }\n`,
      ),
    },
    {
      name: 'a SAM function whose policies are names and templates',
      template: `Transform: AWS::Serverless-2016-10-31
Resources:
  Page:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - S3ReadPolicy: { BucketName: pages }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { Policies: AWSXRayDaemonWriteAccess }
`,
    },
    {
      name: 'named actions',
      template: policyTemplate(allowing('[ssm-incidents:StartIncident, ssm-incidents:GetResponsePlan]')),
    },
    {
      name: 'a wildcard that reaches reading only',
      template: policyTemplate(allowing("[ssm-incidents:Get*, 'ssm-contacts:List*']")),
    },
    { name: 'another service as a whole', template: policyTemplate(allowing("'ssm:*'")) },
    {
      name: 'everything, in a template and a role that have nothing to do with Incident Manager',
      template: policyTemplate(allowing("'*'", "'*'"), ''),
    },
    {
      name: 'a Deny',
      template: policyTemplate("- { Effect: Deny, Action: 'ssm-incidents:*', Resource: '*' }"),
    },
    {
      name: 'a wildcard that a Deny of the same document takes back',
      template: policyTemplate(
        `${allowing("'ssm-incidents:*'")}\n- { Effect: Deny, Action: 'ssm-*:*', Resource: '*' }`,
      ),
    },
    {
      name: 'a parameter whose default is harmless',
      template: policyTemplate(
        allowing('!Ref Action'),
        responsePlan,
        actionParameter("{ Type: String, Default: 's3:GetObject' }"),
      ),
    },
    {
      name: 'trap 32: the managed policy that AWS recommends for chat',
      template: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: chatbot.amazonaws.com }, Action: 'sts:AssumeRole' }] }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSIncidentManagerResolverAccess]
${responsePlan}`,
    },
    {
      name: 'Terraform: a document whose wildcard is overridden',
      template: {
        'main.tf': `
data "aws_iam_policy_document" "wide" {
  statement {
    sid       = "Incidents"
    actions   = ["ssm-incidents:*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "narrow" {
  source_policy_documents = [data.aws_iam_policy_document.wide.json]
  override_policy_documents = [jsonencode({
    Statement = [{ Sid = "Incidents", Effect = "Allow", Action = "ssm-incidents:GetTimelineEvent", Resource = "*" }]
  })]
}

resource "aws_iam_policy" "responders" {
  policy = data.aws_iam_policy_document.narrow.json
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'everything on an ARN of Incident Manager, in a template without any resource of it',
      template: policyTemplate(
        allowing("«'*'»", 'arn:aws:ssm-incidents::111122223333:response-plan/web'),
        '  Topic: { Type: AWS::SNS::Topic }\n',
      ),
    },
    {
      name: 'everything on what may be a response plan, among resources of another service',
      template: policyTemplate(
        `${allowing("«'*'»", "[!Ref Plan, 'arn:aws:s3:::pages/*']")}
${allowing("«'*'»", "'arn:aws:ssm-*:*:*:*'")}
${allowing("«'*'»", '!ImportValue Plan')}`,
      ),
    },
    {
      name: 'the document of a SAM function, in a list and alone',
      template: `Transform: AWS::Serverless-2016-10-31
Resources:
  Page:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - Statement: [{ Effect: Allow, Action: «'ssm-incidents:*'», Resource: '*' }]
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Policies: { Statement: { Effect: Allow, Action: [«'ssm-contacts:*'»], Resource: '*' } }
`,
    },
    { name: 'everything, beside a response plan', template: policyTemplate(allowing("«'*'»", "'*'")) },
    {
      name: 'a whole service with a hyphen, without any other resource',
      template: policyTemplate(allowing("«'ssm-incidents:*'»"), ''),
      message: `"Responders" allows "ssm-incidents:*", a wildcard that reaches ${sensitive} actions of Incident Manager.`,
    },
    { name: 'both services by one glob', template: policyTemplate(allowing("[«'ssm-*:*'»]")) },
    { name: 'trap 38: case does not count', template: policyTemplate(allowing("«'SSM-Contacts:PUT*'»")) },
    {
      name: 'a question mark',
      template: policyTemplate(allowing("«'ssm-incidents:Delete????????Record'»")),
    },
    {
      name: 'a wildcard that reaches changes and nothing worse',
      template: policyTemplate(allowing("«'ssm-incidents:Start*'»")),
      severity: 'warning',
    },
    {
      name: 'a condition on tags, which makes it milder',
      template: policyTemplate(`${allowing("«'ssm-incidents:*'»")}
  Condition: { StringEquals: { 'aws:ResourceTag/team': web } }`),
      severity: 'warning',
    },
    {
      name: 'the second of two statements',
      template: policyTemplate(
        `${allowing('ssm-incidents:GetResponsePlan')}\n${allowing("«'ssm-contacts:*'»")}`,
      ),
    },
    {
      name: 'trap 41: a lone statement object, written as JSON',
      template: `{
  "Resources": {
    "Responders": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": {
          "Statement": { "Effect": "Allow", "Action": «"ssm-incidents:*"», "Resource": "*" }
        }
      }
    }
  }
}`,
    },
    {
      name: 'a function that builds the wildcard',
      template: policyTemplate(allowing("«!Join [':', [ssm-incidents, '*']]»")),
    },
    {
      name: 'a permission set with its policy as JSON text',
      template: `Resources:
  Set:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: responders
      InstanceArn: arn:aws:sso:::instance/ssoins-1234567890123456
      InlinePolicy: «'{"Statement":[{"Effect":"Allow","Action":"ssm-incidents:*","Resource":"*"}]}'»
`,
    },
    {
      name: 'trap 42: everything in a policy that is attached to the role of a chat configuration in another file',
      template: {
        'chat.yaml': `Resources:
  Slack:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: incidents
      SlackWorkspaceId: T07EXAMPLE
      SlackChannelId: C07EXAMPLE01
      IamRoleArn: !ImportValue chat-role
`,
        'role.yaml': `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: chatbot.amazonaws.com }, Action: 'sts:AssumeRole' }] }
  DefaultPolicy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: default
      Roles: [!Ref Role]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: «'*'», Resource: '*' }] }
Outputs:
  Role: { Value: !GetAtt Role.Arn, Export: { Name: chat-role } }
`,
      },
    },
    {
      name: 'a role’s policy in a plan',
      template: planOf({
        'aws_iam_role_policy.r': {
          role: 'r',
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:*', Resource: '*' }] })}»`,
        },
      }),
    },
    {
      name: 'Terraform: the wildcard of a local value, in a policy document',
      template: {
        'main.tf': `
locals {
  actions = ["ssm-incidents:*"]
}

data "aws_iam_policy_document" "responders" {
  statement {
    actions   = «local.actions»
    resources = ["*"]
  }
}

resource "aws_iam_policy" "responders" {
  policy = data.aws_iam_policy_document.responders.json
}
`,
      },
    },
    {
      name: 'Terraform: the wildcard of an encoded object and of a text',
      template: {
        'main.tf': `
resource "aws_iam_role_policy" "a" {
  role = "responders"
  policy = jsonencode({
    Statement = {
      Effect   = "Allow"
      Action   = «"ssm-contacts:*"»
      Resource = "*"
    }
  })
}

resource "aws_iam_role_policy" "b" {
  role   = "responders"
  policy = «<<-EOT
    { "Statement": [{ "Effect": "Allow", "Action": "ssm-contacts:*", "Resource": "*" }] }
  EOT»
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'the first arm of a condition',
      template: policyTemplate(
        allowing("!If [IsProduction, «~'ssm-incidents:*'», ssm-incidents:GetResponsePlan]"),
        responsePlan,
        isProduction,
      ),
      when: 'IsProduction',
    },
    {
      name: 'the second arm of a condition',
      template: policyTemplate(
        allowing("!If [IsProduction, ssm-incidents:GetResponsePlan, «~'ssm-incidents:*'»]"),
        responsePlan,
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default is a wildcard',
      template: policyTemplate(
        allowing('«~!Ref Action»'),
        responsePlan,
        actionParameter("{ Type: String, Default: '*' }"),
      ),
      when: 'parameter Action keeps its default',
    },
    {
      name: 'Terraform: the wildcard of one stage',
      template: {
        'main.tf': `
variable "stage" {}

resource "aws_iam_policy" "responders" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = var.stage == "dev" ? «~"ssm-incidents:*"» : "ssm-incidents:GetTimelineEvent"
      Resource = "*"
    }]
  })
}
`,
      },
      when: 'var.stage == "dev"',
    },
  ],
  undecided: [
    {
      name: 'an unknown action on an ARN of Incident Manager, in a template without any resource of it',
      template: policyTemplate(
        allowing('«?!Ref Action»', 'arn:aws:ssm-incidents::111122223333:response-plan/web'),
        '',
        actionParameter('{ Type: String }'),
      ),
    },
    {
      name: 'a parameter without default and allowed values',
      template: policyTemplate(allowing('«?!Ref Action»'), responsePlan, actionParameter('{ Type: String }')),
      reason: 'parameter Action has no default and no allowed values',
    },
    {
      name: 'a parameter that allows both',
      template: policyTemplate(
        allowing('«?!Ref Action»'),
        responsePlan,
        actionParameter(
          "{ Type: String, AllowedValues: ['ssm-incidents:*', 'ssm-incidents:GetResponsePlan'] }",
        ),
      ),
    },
    {
      name: 'a policy that a plan computes',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_iam_policy.p': { policy: ref('«?data.aws_iam_policy_document.p.json»') },
      }),
    },
    {
      name: 'Terraform: the actions of a variable without a default',
      template: {
        'main.tf': `
variable "actions" {
  type = list(string)
}

resource "aws_ssmincidents_response_plan" "outage" {
  name = "outage"
  incident_template {
    title  = "Outage"
    impact = 1
  }
}

resource "aws_iam_policy" "responders" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = «?var.actions», Resource = "*" }]
  })
}
`,
      },
      reason: 'variable actions has no default',
    },
  ],
});

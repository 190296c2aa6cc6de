import { isProduction } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { policyOf, roleOf } from '../../../test/role-templates.js';

const people = '{ AWS: "arn:aws:iam::111122223333:root" }';
const administration =
  "{ Effect: Allow, Action: ['ssm-incidents:CreateResponsePlan', 'ssm-incidents:UpdateResponsePlan', 'ssm-incidents:DeleteResponsePlan'], Resource: '*' }";

/** A role with a statement in a policy of its own, and lines of its own. */
function template(statement: string, lines = '', name = 'Admin', sections = ''): string {
  return `${sections}Resources:\n${roleOf(name, people, lines)}${policyOf('Admin', `[${statement}]`)}`;
}

const boundary = 'PermissionsBoundary: arn:aws:iam::111122223333:policy/limit';

/** A function of AWS SAM that administers Incident Manager. */
function serverless(name: string, globals = ''): string {
  return `Transform: AWS::Serverless-2016-10-31
${globals}Resources:
  ${name}:
    Type: AWS::Serverless::Function
    Properties: { Policies: [{ Statement: [${administration}] }] }
`;
}

/** A permission set of Terraform's that administers Incident Manager, and what follows. */
function permissionSet(name: string, more: string): string {
  return `
variable "set" { type = string }
resource "aws_ssoadmin_permission_set" ${name} {
  name         = "incident-admins"
  instance_arn = "arn:aws:sso:::instance/ssoins-1234567890123456"
}
resource "aws_ssoadmin_permission_set_inline_policy" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890123456"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = "ssm-contacts:*", Resource = "*" }] })
}
${more}`;
}

/** What attaches a boundary to a permission set. */
function attached(set: string, boundary: string): string {
  return `
resource "aws_ssoadmin_permissions_boundary_attachment" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890123456"
  permission_set_arn = ${set}
  permissions_boundary {
    ${boundary}
  }
}
`;
}

const ownSet = 'aws_ssoadmin_permission_set.admins.arn';

export default cases({
  good: [
    {
      name: 'the role that AWS SAM makes, with the boundary of Globals',
      template: serverless(
        'Admin',
        'Globals: { Function: { PermissionsBoundary: arn:aws:iam::111122223333:policy/limit } }\n',
      ),
    },
    { name: 'a boundary', template: template(administration, boundary) },
    {
      name: 'a service control policy that the configuration names',
      template: template(administration),
      settings: { external: { scp: 'policy p-1, managed by the platform team' } },
    },
    {
      name: 'a responder',
      template: template(
        "{ Effect: Allow, Action: ['ssm-incidents:StartIncident', 'ssm-incidents:Update*Event', 'ssm-incidents:UpdateIncidentRecord', 'ssm-incidents:UpdateRelatedItems'], Resource: '*' }",
        'ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSIncidentManagerResolverAccess]',
      ),
    },
    {
      name: 'two changing actions',
      template: template(
        "{ Effect: Allow, Action: ['ssm-contacts:UpdateContact', 'ssm-contacts:CreateContact', 'ssm-contacts:Get*'], Resource: '*' }",
      ),
    },
    {
      name: 'everything, which names nothing',
      template: template("{ Effect: Allow, Action: '*', Resource: '*' }"),
    },
    {
      name: 'a boundary that Terraform attaches to a permission set',
      template: {
        'main.tf': permissionSet(
          '"admins"',
          attached(ownSet, 'customer_managed_policy_reference { name = "limit" }'),
        ),
      },
    },
    {
      name: 'a boundary that takes the rights away',
      template: {
        'main.tf': permissionSet(
          '"admins"',
          attached(ownSet, 'managed_policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"'),
        ),
      },
    },
    {
      name: 'a Deny beside it',
      template: template(
        `${administration}, { Effect: Deny, Action: 'ssm-incidents:*ResponsePlan', Resource: '*' }`,
      ),
    },
    {
      name: 'a group, which cannot have a boundary',
      template: `Resources:
  Admins: { Type: AWS::IAM::Group, Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${administration}] } }] } }
`,
    },
  ],
  bad: [
    {
      name: 'a user of Terraform that is put into a group',
      template: {
        'main.tf': `resource "aws_iam_user" «"ann"» {
  name = "ann"
}
resource "aws_iam_group" "admins" {
  name = "admins"
}
resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = [aws_iam_group.admins.name]
}
resource "aws_iam_group_policy" "admins" {
  group  = aws_iam_group.admins.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ssm-contacts:*", Resource = "*" }] })
}
`,
      },
    },
    {
      name: 'trap 42: a role whose policy stands by itself',
      template: template(administration, '', '«Admin»'),
      message: '"Admin" may change much of Incident Manager, and no permissions boundary limits it.',
    },
    {
      name: 'a permission set with a glob, in JSON',
      template: `{
  "Resources": {
    «"Set"»: {
      "Type": "AWS::SSO::PermissionSet",
      "Properties": {
        "Name": "incident-admins",
        "InstanceArn": "arn:aws:sso:::instance/ssoins-1234567890123456",
        "InlinePolicy": { "Statement": { "Effect": "Allow", "Action": "ssm-contacts:*", "Resource": "*" } }
      }
    }
  }
}`,
    },
    {
      name: 'the role that AWS SAM makes',
      template: serverless('«Admin»'),
    },
    {
      name: 'a permission set of Terraform’s without a boundary',
      template: { 'main.tf': permissionSet('«"admins"»', '') },
    },
    {
      name: 'a user by the policy of a group',
      template: `Resources:
  «Ann»: { Type: AWS::IAM::User, Properties: { Groups: [!Ref Admins] } }
  Admins: { Type: AWS::IAM::Group, Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${administration}] } }] } }
`,
    },
  ],
  possible: [
    {
      name: 'a boundary in one arm of a condition only',
      template: template(
        administration,
        'PermissionsBoundary: !If [IsProduction, arn:aws:iam::111122223333:policy/limit, !Ref AWS::NoValue]',
        '«~Admin»',
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a boundary of a permission set that a variable names',
      template: {
        'main.tf': permissionSet(
          '«?"admins"»',
          attached('var.set', 'customer_managed_policy_reference { name = "limit" }'),
        ),
      },
    },
    {
      name: 'an action that begins with a literal only',
      template: template(
        "{ Effect: Allow, Action: [!Sub 'ssm-incidents:${Verb}ResponsePlan', 'ssm-incidents:CreateReplicationSet'], Resource: '*' }",
        '',
        '«?Admin»',
        'Parameters: { Verb: { Type: String } }\n',
      ),
    },
  ],
});

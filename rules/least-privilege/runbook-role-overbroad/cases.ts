import { isProduction } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import {
  incidentManager,
  managedPolicy,
  planWithRunbook,
  policyOf,
  roleOf,
} from '../../../test/role-templates.js';

const starting =
  "{ Effect: Allow, Action: 'ssm:StartAutomationExecution', Resource: 'arn:aws:ssm:*:111122223333:automation-definition/Restart:*' }";

/** A response plan whose runbook starts with a role that has some lines, and what follows. */
function template(lines: string, rest = '', roleArn = '«!GetAtt Runbook.Arn»', sections = ''): string {
  return `${sections}Resources:\n${planWithRunbook(roleArn)}${roleOf('Runbook', incidentManager, lines)}${rest}`;
}

const plain = '!GetAtt Runbook.Arn';
const managed = (name: string): string => `ManagedPolicyArns: [arn:aws:iam::aws:policy/${name}]`;
const inline = (statement: string): string =>
  `Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statement}] } }]`;

export default cases({
  good: [
    { name: 'starting its document', template: template(inline(starting), '', plain) },
    {
      name: 'a document of any account by its name',
      template: template(inline(starting.replace('111122223333', '*')), '', plain),
    },
    {
      name: 'a managed policy of AWS’s that has nothing to do with it',
      template: template(managed('AmazonEC2ReadOnlyAccess'), '', plain),
    },
    {
      name: 'an administrator within a boundary',
      template: template(
        `${managed('AdministratorAccess')}\n      PermissionsBoundary: !Ref Boundary`,
        managedPolicy('Boundary', starting),
        plain,
      ),
    },
    {
      name: 'a Deny that takes it back',
      template: template(
        inline("{ Effect: Allow, Action: 'sts:AssumeRole', Resource: '*' }"),
        policyOf('Runbook', "{ Effect: Deny, Action: 'sts:*', Resource: '*' }"),
        plain,
      ),
    },
    {
      name: 'an administrator whom no response plan uses',
      template: template(
        inline(starting),
        roleOf('Other', incidentManager, managed('AdministratorAccess')),
        plain,
      ),
    },
  ],
  bad: [
    {
      name: 'an administrator',
      template: template(managed('AdministratorAccess')),
      severity: 'error',
      message:
        'The runbook of "Plan" is started with role "Runbook", which may do nearly everything, by "*".',
    },
    {
      name: 'a power user, in any partition',
      template: template("ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess']"),
      severity: 'error',
    },
    {
      name: 'trap 42: everything, in a policy of its own as CDK writes it',
      template: template('', policyOf('Runbook', "[{ Effect: Allow, Action: '*', Resource: '*' }]")),
      severity: 'error',
    },
    {
      name: 'trap 34: the policy of AWS’s own console sample',
      template: template(
        inline(
          "{ Effect: Allow, Action: ['ssm-incidents:*', 'ssm-contacts:*'], Resource: '*' }, " + starting,
        ),
      ),
      message:
        'The runbook of "Plan" is started with role "Runbook", which has a wildcard on the permission, sharing or deleting actions of Incident Manager, by "ssm-incidents:*".',
    },
    {
      name: 'every automation, and every role',
      template: template(
        inline(
          "{ Effect: Allow, Action: 'ssm:StartAutomationExecution', Resource: 'arn:aws:ssm:*:*:automation-definition/*:*' }, { Effect: Allow, Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/*' }",
        ),
        '',
        '««!GetAtt Runbook.Arn»»',
      ),
    },
    {
      name: 'every automation by a managed policy of AWS’s, in JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "It does not answer", "Impact": 1 },
        "Actions": [
          { "SsmAutomation": { "DocumentName": "Restart", "RoleArn": «{ "Fn::GetAtt": ["Runbook", "Arn"] }» } }
        ]
      }
    },
    "Runbook": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "ManagedPolicyArns": ["arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole"],
        "AssumeRolePolicyDocument": {
          "Statement": { "Effect": "Allow", "Principal": { "Service": "ssm-incidents.amazonaws.com" }, "Action": "sts:AssumeRole" }
        }
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'an administrator in one arm of a condition',
      template: template(
        'ManagedPolicyArns: [!If [IsProduction, !Ref AWS::NoValue, arn:aws:iam::aws:policy/AdministratorAccess]]',
        '',
        '«~!GetAtt Runbook.Arn»',
        isProduction,
      ),
      severity: 'error',
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a managed policy that another stack declares',
      template: template(
        'ManagedPolicyArns: [arn:aws:iam::111122223333:policy/runbooks]',
        '',
        '«?!GetAtt Runbook.Arn»',
      ),
      reason: 'arn:aws:iam::111122223333:policy/runbooks is declared outside the scanned files',
    },
    {
      name: 'a role that another stack declares',
      template: `Resources:\n${planWithRunbook('«?arn:aws:iam::111122223333:role/runbook»')}`,
    },
  ],
});

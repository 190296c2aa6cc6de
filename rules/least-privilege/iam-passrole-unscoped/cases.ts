import { actionParameter, allowing, isProduction, policyTemplate } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { managedPolicy, policyOf, roleOf } from '../../../test/role-templates.js';

const people = '{ AWS: "arn:aws:iam::111122223333:root" }';
const planning = "Effect: Allow, Action: 'ssm-incidents:CreateResponsePlan', Resource: '*'";
const creating = allowing('ssm-incidents:CreateResponsePlan', "'*'");
const runbook = 'arn:aws:iam::111122223333:role/runbook';

function passing(resource: string, action = 'iam:PassRole', condition = ''): string {
  return allowing(action, resource) + condition;
}

export default cases({
  good: [
    {
      name: 'the role of the runbook, to Incident Manager',
      template: policyTemplate(
        `${creating}\n${passing(runbook, 'iam:PassRole', "\n  Condition: { StringEquals: { 'iam:PassedToService': ssm-incidents.amazonaws.com } }")}`,
      ),
    },
    {
      name: 'any role, to a service that has nothing to do with incidents',
      template: policyTemplate(
        `${creating}\n${passing("'*'", 'iam:PassRole', "\n  Condition: { StringEquals: { 'iam:PassedToService': lambda.amazonaws.com } }")}`,
      ),
    },
    {
      name: 'any role, for somebody who reads response plans',
      template: policyTemplate(`${allowing('ssm-incidents:GetResponsePlan')}\n${passing("'*'")}`),
    },
    {
      name: 'everything, which iam-wildcard-action reports',
      template: policyTemplate(allowing("'*'", "'*'")),
    },
    {
      name: 'any role in one policy and plans in another one of somebody else',
      template: `Resources:\n${managedPolicy('Passing', "{ Effect: Allow, Action: 'iam:PassRole', Resource: '*' }")}${managedPolicy('Planning', `{ ${planning} }`)}`,
    },
    {
      name: 'an action that is not known, where nothing is Incident Manager’s',
      template: policyTemplate(
        `${allowing('!Ref Action', "'*'")}\n${passing("'*'")}`,
        '',
        actionParameter('{ Type: String }'),
      ),
    },
    {
      name: 'a boundary without PassRole',
      template: `Resources:
${roleOf('Admin', people, `PermissionsBoundary: !Ref Boundary\n      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${planning} }, { Effect: Allow, Action: 'iam:PassRole', Resource: '*' }] } }]`)}${managedPolicy('Boundary', "{ Effect: Allow, Action: 'ssm-incidents:*', Resource: '*' }")}`,
    },
  ],
  bad: [
    {
      name: 'any role beside response plans',
      template: policyTemplate(
        "- Effect: Allow\n  Action: [«iam:PassRole», ssm-incidents:CreateResponsePlan]\n  Resource: '*'",
        '',
      ),
      message:
        '"Responders" allows passing any role by "iam:PassRole" beside ssm-incidents:CreateResponsePlan: what is set up so can do more than those who set it up.',
    },
    {
      name: 'a glob, beside chat channels',
      template: policyTemplate(
        `${allowing("'chatbot:Update*'", "'*'")}\n${passing("'arn:aws:iam::*:role/*'", "«'iam:Pass*'»")}`,
        '',
      ),
    },
    {
      name: 'trap 42: two policies of one role, as CDK writes them',
      template: `Resources:
${roleOf('Admin', people)}${policyOf('Admin', `[{ ${planning} }]`)}${policyOf('Admin', "[{ Effect: Allow, Action: «'iam:PassRole'», Resource: '*' }]", 'Passing')}`,
    },
    {
      name: 'a certain role, to any service',
      template: policyTemplate(`${creating}\n${passing(runbook, '«iam:PassRole»')}`),
      severity: 'warning',
      message:
        '"Responders" allows passing roles to any service by "iam:PassRole" beside ssm-incidents:CreateResponsePlan: what is set up so can do more than those who set it up.',
    },
    {
      name: 'any role, to Incident Manager',
      template: policyTemplate(
        `${creating}\n${passing("'*'", '«iam:PassRole»', "\n  Condition: { StringLike: { 'iam:PassedToService': 'ssm-incidents.amazonaws.com' } }")}`,
      ),
      severity: 'warning',
    },
    {
      name: 'a user, in JSON',
      template: `{
  "Resources": {
    "Ann": {
      "Type": "AWS::IAM::User",
      "Properties": {
        "Groups": [{ "Ref": "Admins" }],
        "Policies": [
          {
            "PolicyName": "pass",
            "PolicyDocument": { "Statement": { "Effect": "Allow", "Action": «"iam:PassRole"», "Resource": "*" } }
          }
        ]
      }
    },
    "Admins": {
      "Type": "AWS::IAM::Group",
      "Properties": {
        "Policies": [
          {
            "PolicyName": "plan",
            "PolicyDocument": {
              "Statement": { "Effect": "Allow", "Action": "ssm-incidents:UpdateResponsePlan", "Resource": "*" }
            }
          }
        ]
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'response plans in one arm of a condition only',
      template: policyTemplate(
        `${allowing('!If [IsProduction, ssm-incidents:CreateResponsePlan, ssm-incidents:GetResponsePlan]', "'*'")}\n${passing("'*'", '«~iam:PassRole»')}`,
        '',
        isProduction,
      ),
      when: 'IsProduction',
    },
  ],
  undecided: [
    {
      name: 'an action that only deployment knows beside it',
      template: policyTemplate(
        `${allowing('!Ref Action', "'*'")}\n${passing("'*'", '«?iam:PassRole»')}`,
        undefined,
        actionParameter('{ Type: String }'),
      ),
      reason: 'parameter Action has no default and no allowed values',
    },
  ],
});

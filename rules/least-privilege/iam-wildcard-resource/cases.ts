import {
  actionParameter,
  allowing,
  isProduction,
  policyTemplate,
  responsePlan,
} from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { stateOf } from '../../../test/terraform-documents.js';

export default cases({
  good: [
    { name: 'a response plan by its ARN', template: policyTemplate(allowing('ssm-incidents:StartIncident')) },
    {
      name: 'a reference to a response plan',
      template: policyTemplate(allowing('ssm-incidents:StartIncident', '!GetAtt Plan.Arn')),
    },
    {
      name: 'trap 28: actions that work on no resource need everything',
      template: policyTemplate(
        allowing(
          '[ssm-incidents:CreateResponsePlan, ssm-incidents:ListResponsePlans, ssm-contacts:ListContacts]',
          "'*'",
        ),
      ),
    },
    {
      name: 'reading on every resource',
      template: policyTemplate(allowing('ssm-incidents:GetResponsePlan', "'*'")),
    },
    {
      name: 'a type whose names are not known beforehand',
      template: policyTemplate(
        allowing(
          'ssm-contacts:CreateRotation',
          "'arn:aws:ssm-contacts:eu-central-1:111122223333:rotation/*'",
        ),
      ),
    },
    {
      name: 'a Deny on everything',
      template: policyTemplate("- { Effect: Deny, Action: ssm-incidents:StartIncident, Resource: '*' }"),
    },
    {
      name: 'everything, in a template that has nothing to do with Incident Manager',
      template: policyTemplate(allowing("'*'", "'*'"), ''),
    },
  ],
  bad: [
    {
      name: 'everything but one other service',
      template: policyTemplate("- { Effect: Allow, NotAction: 'iam:*', Resource: «'*'» }"),
      severity: 'error',
      message: '"Responders" allows "NotAction: iam:*" on every resource, although it can be tied to some.',
    },
    {
      name: 'starting incidents of every plan',
      template: policyTemplate(allowing('ssm-incidents:StartIncident', "«'*'»")),
      message:
        '"Responders" allows "ssm-incidents:StartIncident" on every resource, although it can be tied to some.',
    },
    {
      name: 'deleting, which is an error',
      template: policyTemplate(allowing('ssm-contacts:DeleteContact', "«'*'»")),
      severity: 'error',
    },
    {
      name: 'an ARN that covers the whole service',
      template: policyTemplate(allowing('ssm-incidents:StartIncident', "«'arn:aws:ssm-incidents::*:*'»")),
    },
    {
      name: 'a mixed statement: only the action that could be scoped is named',
      template: policyTemplate(
        allowing('[ssm-incidents:StartIncident, ssm-incidents:ListResponsePlans]', "«'*'»"),
      ),
      message:
        '"Responders" allows "ssm-incidents:StartIncident" on every resource, although it can be tied to some.',
    },
    {
      name: 'a condition on tags, which makes it milder',
      template: policyTemplate(`${allowing('ssm-incidents:StartIncident', "«'*'»")}
  Condition: { StringEquals: { 'aws:ResourceTag/team': web } }`),
      severity: 'info',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": { "Statement": [] },
        "Policies": [
          {
            "PolicyName": "start",
            "PolicyDocument": {
              "Statement": [{ "Effect": "Allow", "Action": "ssm-incidents:StartIncident", "Resource": [«"*"»] }]
            }
          }
        ]
      }
    }
  }
}`,
    },
    {
      name: 'an inline policy of a role in a state',
      template: stateOf({
        'aws_iam_role.r': {
          name: 'r',
          inline_policy: [
            {
              name: 'p',
              policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:UpdateResponsePlan', Resource: '*' }] })}»`,
            },
          ],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'everything in one arm of a condition',
      template: policyTemplate(
        allowing('ssm-incidents:StartIncident', "!If [IsProduction, !GetAtt Plan.Arn, «~'*'»]"),
        responsePlan,
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a parameter without default and allowed values',
      template: policyTemplate(
        allowing('ssm-incidents:StartIncident', '«?!Ref Action»'),
        responsePlan,
        actionParameter('{ Type: String }'),
      ),
    },
  ],
});

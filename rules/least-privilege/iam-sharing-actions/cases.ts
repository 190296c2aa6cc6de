import {
  actionParameter,
  allowing,
  isProduction,
  policyTemplate,
  responsePlan,
} from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { policyOf, roleOf } from '../../../test/role-templates.js';
import { planOf } from '../../../test/terraform-documents.js';

const contact = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann';

export default cases({
  good: [
    { name: 'reading who shares', template: policyTemplate(allowing("'ssm-contacts:Get*'", contact)) },
    {
      name: 'a Deny',
      template: policyTemplate("- { Effect: Deny, Action: ssm-contacts:PutContactPolicy, Resource: '*' }"),
    },
    {
      name: 'a whole service, which iam-wildcard-action reports',
      template: policyTemplate(allowing("'ssm-contacts:*'", contact)),
    },
    {
      name: 'a policy that the configuration names',
      template: policyTemplate(allowing('ssm-contacts:PutContactPolicy', "'*'")),
      settings: { iam: { breakGlassRoles: ['Responders'] } },
    },
    {
      name: 'trap 42: a policy that CDK writes for a role that the configuration names',
      template: `Resources:
${responsePlan}${roleOf('Sharing', '{ AWS: "arn:aws:iam::111122223333:root" }')}${policyOf('Sharing', "[{ Effect: Allow, Action: 'ssm-contacts:PutContactPolicy', Resource: '*' }]")}`,
      settings: { iam: { breakGlassRoles: ['Sharing'] } },
    },
    {
      name: 'AWS RAM on the ARN of something else',
      template: policyTemplate(
        allowing('ram:AssociateResourceShare', 'arn:aws:ram:eu-central-1:111122223333:resource-share/1'),
      ),
    },
    { name: 'sharing of another service', template: policyTemplate(allowing('sns:AddPermission', "'*'")) },
  ],
  bad: [
    {
      name: 'trap 30: an action that AWS calls a mere Write',
      template: policyTemplate(allowing('«ssm-contacts:PutContactPolicy»', contact)),
      severity: 'warning',
      message:
        '"Responders" allows "ssm-contacts:PutContactPolicy", which can open response plans or contacts to other accounts.',
    },
    {
      name: 'on every resource',
      template: policyTemplate(allowing('«ssm-incidents:PutResourcePolicy»', "'*'")),
    },
    {
      name: 'a glob',
      template: policyTemplate(allowing("«'ssm-contacts:Put*'»", contact)),
      severity: 'warning',
    },
    {
      name: 'attaching contacts',
      template: policyTemplate(allowing('[ssm-contacts:GetContact, «ssm-contacts:AssociateContact»]', "'*'")),
    },
    {
      name: 'AWS RAM on the ARN of a contact',
      template: policyTemplate(allowing('«ram:AssociateResourceShare»', contact)),
      severity: 'warning',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Admin": {
      "Type": "AWS::IAM::UserPolicy",
      "Properties": {
        "UserName": "ann",
        "PolicyName": "share",
        "PolicyDocument": {
          "Statement": [{ "Effect": "Allow", "Action": [«"ssm-incidents:DeleteResourcePolicy"»], "Resource": "*" }]
        }
      }
    }
  }
}`,
    },
    {
      name: 'a permission set’s policy in a plan',
      template: planOf({
        'aws_ssoadmin_permission_set_inline_policy.p': {
          inline_policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:PutResourcePolicy', Resource: '*' }] })}»`,
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a resource that exists in production only',
      template: `${isProduction}Resources:
  Share:
    Type: AWS::IAM::ManagedPolicy
    Condition: IsProduction
    Properties:
      PolicyDocument: { Statement: [{ Effect: Allow, Action: «~ssm-contacts:PutContactPolicy», Resource: '*' }] }
`,
      when: 'IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a parameter without default and allowed values',
      template: policyTemplate(
        allowing('«?!Ref Action»', "'*'"),
        responsePlan,
        actionParameter('{ Type: String }'),
      ),
    },
  ],
});

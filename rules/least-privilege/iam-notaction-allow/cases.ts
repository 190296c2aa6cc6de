import {
  actionParameter,
  isProduction,
  policyTemplate,
  responsePlan,
} from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf } from '../../../test/terraform-documents.js';

export default cases({
  good: [
    {
      name: 'both services are left out',
      template: policyTemplate(
        "- { Effect: Allow, NotAction: ['ssm-incidents:*', 'ssm-contacts:*'], Resource: '*' }",
      ),
    },
    {
      name: 'one glob leaves out both services',
      template: policyTemplate("- { Effect: Allow, NotAction: 'SSM-*:*', Resource: '*' }"),
    },
    {
      name: 'a Deny of everything else',
      template: policyTemplate("- { Effect: Deny, NotAction: 'iam:*', Resource: '*' }"),
    },
    {
      name: 'a resource of another service',
      template: policyTemplate("- { Effect: Allow, NotAction: 'iam:*', Resource: 'arn:aws:s3:::bucket/*' }"),
    },
    {
      name: 'a template that has nothing to do with Incident Manager',
      template: policyTemplate("- { Effect: Allow, NotAction: 'iam:*', Resource: '*' }", ''),
    },
  ],
  bad: [
    {
      name: 'everything but one other service',
      template: policyTemplate("- { Effect: Allow, NotAction: «'iam:*'», Resource: '*' }"),
      message:
        '"Responders" allows everything but what its NotAction names, and so changes to Incident Manager.',
    },
    {
      name: 'only one of the two services is left out',
      template: policyTemplate("- { Effect: Allow, NotAction: [«'ssm-incidents:*'»], Resource: '*' }"),
    },
    {
      name: 'everything but one response plan',
      template: policyTemplate(
        '- { Effect: Allow, Action: ssm-incidents:StartIncident, NotResource: «!GetAtt Plan.Arn» }',
      ),
      message:
        '"Responders" allows everything but what its NotResource names, and so changes to Incident Manager.',
    },
    {
      name: 'an action of Incident Manager in a template that has nothing else of it',
      template: policyTemplate(
        "- { Effect: Allow, Action: 'ssm-contacts:Delete*', NotResource: «'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/ann'» }",
        '',
      ),
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": { "Name": "web", "IncidentTemplate": { "Title": "The web shop does not answer", "Impact": 1 } }
    },
    "Role": {
      "Type": "AWS::IAM::RolePolicy",
      "Properties": {
        "RoleName": "responder",
        "PolicyName": "most",
        "PolicyDocument": { "Statement": { "Effect": "Allow", "NotAction": [«"iam:*"»], "Resource": "*" } }
      }
    }
  }
}`,
    },
    {
      name: 'a managed policy in a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_iam_policy.p': {
          name: 'p',
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }] })}»`,
        },
      }),
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: policyTemplate(
        "- { Effect: Allow, NotAction: !If [IsProduction, 'ssm-*:*', «~'iam:*'»], Resource: '*' }",
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
        "- { Effect: Allow, NotAction: «?!Ref Action», Resource: '*' }",
        responsePlan,
        actionParameter('{ Type: String }'),
      ),
    },
  ],
});

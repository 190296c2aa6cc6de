import { allowing, isProduction, policyTemplate, responsePlan } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf } from '../../../test/terraform-documents.js';

const start = 'ssm-incidents:StartIncident';

export default cases({
  good: [
    { name: 'an account and no Region', template: policyTemplate(allowing(start)) },
    {
      name: 'trap 27: a wildcard matches the empty Region',
      template: policyTemplate(allowing(start, "'arn:aws:ssm-incidents:*:111122223333:response-plan/web'")),
    },
    ...['contact-channel', 'contactchannel', 'device'].map((type) => ({
      name: `trap 31: a channel spelt ${type}`,
      template: policyTemplate(
        allowing(
          'ssm-contacts:GetContactChannel',
          `'arn:aws:ssm-contacts:eu-central-1:111122223333:${type}/ann/*'`,
        ),
      ),
    })),
    {
      name: 'trap 29: an action of two resource types with one of them',
      template: policyTemplate(
        allowing(
          'ssm-incidents:UpdateIncidentRecord',
          "'arn:aws:ssm-incidents::111122223333:incident-record/web/*'",
        ),
      ),
    },
    {
      name: 'listing on everything',
      template: policyTemplate(allowing('ssm-incidents:ListResponsePlans', "'*'")),
    },
    { name: 'a wildcard action on an ARN', template: policyTemplate(allowing("'ssm-incidents:List*'")) },
    {
      name: 'a reference',
      template: policyTemplate(allowing(start, '!GetAtt Plan.Arn')),
    },
    {
      name: 'an unknown resource beside actions of another service',
      template: policyTemplate(
        allowing('s3:GetObject', '!Ref Where'),
        responsePlan,
        'Parameters: { Where: { Type: String } }\n',
      ),
    },
    {
      name: 'an ARN of another service',
      template: policyTemplate(allowing('sns:Publish', 'arn:aws:sns:eu-central-1:111122223333:chat')),
    },
  ],
  bad: [
    {
      name: 'trap 27: a Region in an ARN of ssm-incidents',
      template: policyTemplate(
        allowing(start, '«arn:aws:ssm-incidents:eu-central-1:111122223333:response-plan/web»'),
      ),
      message:
        '"arn:aws:ssm-incidents:eu-central-1:111122223333:response-plan/web" in "Responders" never matches: no resource of Incident Manager has such an ARN.',
    },
    {
      name: 'the Region of the deployment, which is some Region',
      template: policyTemplate(
        allowing(start, "«!Sub 'arn:aws:ssm-incidents:${AWS::Region}:${AWS::AccountId}:response-plan/web'»"),
      ),
    },
    {
      name: 'no Region in an ARN of ssm-contacts',
      template: policyTemplate(
        allowing('ssm-contacts:GetContact', '«arn:aws:ssm-contacts::111122223333:contact/ann»'),
      ),
    },
    {
      name: 'a type of resource that does not exist',
      template: policyTemplate(allowing(start, '«arn:aws:ssm-incidents::111122223333:plan/web»')),
    },
    {
      name: 'a Deny that forbids nothing, which is an error',
      template: policyTemplate(
        `- { Effect: Deny, Action: ${start}, Resource: «'arn:aws:ssm-incidents:eu-central-1:111122223333:response-plan/*'» }`,
      ),
      severity: 'error',
    },
    {
      name: 'an action that needs everything, on an ARN',
      template: policyTemplate(
        allowing('«ssm-incidents:ListResponsePlans»', "'arn:aws:ssm-incidents::111122223333:*'"),
      ),
      message:
        '"ssm-incidents:ListResponsePlans" in "Responders" never matches: it works on no resource, so that only the resource "*" allows it.',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Group": {
      "Type": "AWS::IAM::GroupPolicy",
      "Properties": {
        "GroupName": "responders",
        "PolicyName": "start",
        "PolicyDocument": {
          "Statement": [
            {
              "Effect": "Allow",
              "Action": "ssm-incidents:StartIncident",
              "Resource": [«"arn:aws:ssm-incidents:us-east-1:111122223333:response-plan/web"»]
            }
          ]
        }
      }
    }
  }
}`,
    },
    {
      name: 'trap 27: a Region in a policy of a plan',
      template: planOf({
        'aws_iam_group_policy.p': {
          group: 'g',
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:GetResponsePlan', Resource: 'arn:aws:ssm-incidents:eu-west-1:111122223333:response-plan/web' }] })}»`,
        },
      }),
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: policyTemplate(
        allowing(
          start,
          '!If [IsProduction, !GetAtt Plan.Arn, «~arn:aws:ssm-incidents:eu-west-1:111122223333:response-plan/web»]',
        ),
        responsePlan,
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a Region that a parameter gives',
      template: policyTemplate(
        allowing(start, "«?!Sub 'arn:aws:ssm-incidents:${Where}:111122223333:response-plan/web'»"),
        responsePlan,
        'Parameters: { Where: { Type: String } }\n',
      ),
    },
  ],
});

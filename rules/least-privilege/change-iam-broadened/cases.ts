import { actionParameter, allowing, isProduction, policyTemplate } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';

const read = allowing('ssm-incidents:GetResponsePlan');
const start = allowing('ssm-incidents:StartIncident');
const dataPlan = 'arn:aws:ssm-incidents::111122223333:response-plan/data';

export default cases({
  good: [
    { name: 'nothing changes', base: policyTemplate(start), template: policyTemplate(`${start} `) },
    {
      name: 'a grant is narrowed',
      base: policyTemplate(allowing('ssm-incidents:*', "'*'")),
      template: policyTemplate(allowing('ssm-incidents:Start*')),
    },
    {
      name: 'statements are put in another order',
      base: policyTemplate(`${read}\n${start}`),
      template: policyTemplate(`${start}\n${read}`),
    },
    {
      name: 'two statements become one',
      base: policyTemplate(`${read}\n${start}`),
      template: policyTemplate(allowing('[ssm-incidents:GetResponsePlan, ssm-incidents:StartIncident]')),
    },
    {
      name: 'one statement becomes two',
      base: policyTemplate(allowing('ssm-incidents:StartIncident', `[${dataPlan}, '*']`)),
      template: policyTemplate(
        `${allowing('ssm-incidents:StartIncident', dataPlan)}\n${allowing('ssm-incidents:StartIncident', "'*'")}`,
      ),
    },
    {
      name: 'a Deny is added',
      base: policyTemplate(start),
      template: policyTemplate(
        `${start}\n- { Effect: Deny, Action: 'ssm-incidents:Delete*', Resource: '*' }`,
      ),
    },
    {
      name: 'another service',
      base: policyTemplate(start, ''),
      template: policyTemplate(`${start}\n${allowing("'s3:*'", "'*'")}`, ''),
    },
    {
      name: 'what is unknown stays as it was',
      base: policyTemplate(allowing('!Ref Action'), undefined, actionParameter('{ Type: String }')),
      template: policyTemplate(
        `${allowing('!Ref Action')}\n${allowing('s3:GetObject')}`,
        '',
        actionParameter('{ Type: String }'),
      ),
    },
  ],
  bad: [
    {
      name: 'an action is added',
      base: policyTemplate(start),
      template: policyTemplate(`${start}\n${allowing('«ssm-incidents:DeleteResponsePlan»')}`),
      message: 'With this change "Responders" allows more than before by "ssm-incidents:DeleteResponsePlan".',
    },
    {
      name: 'an action becomes a wildcard',
      base: policyTemplate(allowing('ssm-incidents:StartIncident')),
      template: policyTemplate(allowing("«'ssm-incidents:*'»")),
    },
    {
      name: 'a resource is added',
      base: policyTemplate(start),
      template: policyTemplate(allowing('«ssm-incidents:StartIncident»', "'*'")),
    },
    {
      name: 'a condition is dropped',
      base: policyTemplate(`${start}\n  Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } }`),
      template: policyTemplate(allowing('«ssm-incidents:StartIncident»')),
    },
    {
      name: 'a Deny is dropped',
      base: policyTemplate(`${start}\n- { Effect: Deny, Action: 'ssm-incidents:Delete*', Resource: '*' }`),
      template: policyTemplate(start).replace('  Responders:', '  «Responders»:'),
      message: 'With this change "Responders" no longer denies "ssm-incidents:Delete*".',
    },
    {
      name: 'only reading is added, which is milder',
      base: policyTemplate(start),
      template: policyTemplate(`${start}\n${allowing('«ssm-incidents:GetResponsePlan»')}`),
      severity: 'info',
    },
    {
      name: 'a policy is new, which is milder',
      base: 'Resources: { Topic: { Type: AWS::SNS::Topic } }',
      template: policyTemplate(allowing('«ssm-incidents:StartIncident»')),
      severity: 'info',
    },
    {
      name: 'a policy as JSON gets everything',
      base: `{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument":
        { "Statement": { "Effect": "Allow", "Action": "ssm-contacts:GetContact", "Resource": "*" } } } } } }`,
      template: `{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument":
        { "Statement": { "Effect": "Allow", "Action": «"ssm-contacts:*"», "Resource": "*" } } } } } }`,
    },
  ],
  possible: [
    {
      name: 'a wildcard hides in an arm of a condition',
      base: `${isProduction}${policyTemplate(allowing('ssm-incidents:StartIncident'))}`,
      template: `${isProduction}${policyTemplate(
        allowing("!If [IsProduction, ssm-incidents:StartIncident, «~'ssm-incidents:*'»]"),
      )}`,
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a literal becomes a parameter',
      base: policyTemplate(allowing('ssm-incidents:StartIncident')),
      template: policyTemplate(allowing('«?!Ref Action»'), undefined, actionParameter('{ Type: String }')),
    },
  ],
});

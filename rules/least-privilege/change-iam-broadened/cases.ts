import { actionParameter, allowing, isProduction, policyTemplate } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';

const read = allowing('ssm-incidents:GetResponsePlan');
const start = allowing('ssm-incidents:StartIncident');
const dataPlan = 'arn:aws:ssm-incidents::111122223333:response-plan/data';

const where = (condition: string): string => `${start}\n  Condition: { ${condition} }`;
const denying = (actions: string): string => `- { Effect: Deny, Action: ${actions}, Resource: '*' }`;

/** Conditions by what they say before and after; what passes the second one passes the first. */
const narrowing = {
  'a negated condition gets a value': [
    "StringNotEquals: { 'aws:PrincipalTag/team': web }",
    "StringNotEquals: { 'aws:PrincipalTag/team': [web, data] }",
  ],
  'a pattern becomes a text that it matches': [
    "StringLike: { 'aws:PrincipalTag/team': 'web-*' }",
    "StringEquals: { 'aws:PrincipalTag/team': web-one }",
  ],
  'a condition no longer passes requests without the key': [
    "StringEqualsIfExists: { 'aws:PrincipalTag/team': web }",
    "StringEquals: { 'aws:PrincipalTag/team': web }",
  ],
  'a pattern of ARNs names an account': [
    "ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/responder' }",
    "ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/responder' }",
  ],
  'a range of addresses becomes smaller': [
    "IpAddress: { 'aws:SourceIp': [203.0.113.0/24, '2001:db8::/32'] }",
    "IpAddress: { 'aws:SourceIp': [203.0.113.128/25, '2001:db8:1::/48'] }",
  ],
  'a bound becomes lower': [
    "NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 }",
    "NumericLessThan: { 'aws:MultiFactorAuthAge': 900 }",
  ],
  'a date comes earlier': [
    "DateLessThan: { 'aws:CurrentTime': '2027-06-30T00:00:00Z' }",
    "DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' }",
  ],
} as const;

export default cases({
  good: [
    ...Object.entries(narrowing).map(([name, [before, after]]) => ({
      name,
      base: policyTemplate(where(before)),
      template: policyTemplate(where(after)),
    })),
    {
      name: 'a Deny becomes two',
      base: policyTemplate(
        `${start}\n${denying('[ssm-incidents:DeleteReplicationSet, ssm-incidents:DeleteResponsePlan]')}`,
      ),
      template: policyTemplate(
        `${denying('ssm-incidents:DeleteResponsePlan')}\n${start}\n${denying('ssm-incidents:DeleteReplicationSet')}`,
      ),
    },
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
    ...Object.entries(narrowing).map(([name, [after, before]]) => ({
      name: `the opposite: ${name}`,
      base: policyTemplate(where(before)),
      template: policyTemplate(where(after).replace('ssm-incidents:StartIncident', '«$&»')),
    })),
    {
      name: 'everything is allowed where Incident Manager was named',
      base: policyTemplate(start, ''),
      template: policyTemplate(allowing("[«'*'»]", "'*'"), ''),
    },
    {
      name: 'everything but another service is allowed where Incident Manager was named',
      base: policyTemplate(start, ''),
      template: policyTemplate("- { Effect: Allow, NotAction: «'iam:*'», Resource: '*' }", ''),
    },
    {
      name: 'half of a Deny is dropped',
      base: policyTemplate(
        `${start}\n${denying('[ssm-incidents:DeleteReplicationSet, ssm-incidents:DeleteResponsePlan]')}`,
      ),
      template: policyTemplate(`${start}\n${denying('ssm-incidents:DeleteReplicationSet')}`).replace(
        '  Responders:',
        '  «Responders»:',
      ),
      message: 'With this change "Responders" no longer denies "ssm-incidents:DeleteResponsePlan".',
    },
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

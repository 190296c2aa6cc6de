import { isProduction } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';

/** A role for Incident Manager with a condition, written as YAML in a line. */
function role(condition: string, service = 'ssm-incidents.amazonaws.com', sections = ''): string {
  return `${sections}Resources:
  Runbook:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: ${service} }
            Action: sts:AssumeRole
            Condition: ${condition}
`;
}

const records = 'arn:aws:ssm-incidents:*:111122223333:incident-record/web/*';

export default cases({
  good: [
    {
      name: 'the account of the incidents',
      template: role("{ StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } }"),
    },
    {
      name: 'trap 37: the …IfExists form, which is enough for a service',
      template: role("{ StringEqualsIfExists: { 'AWS:SourceAccount': '111122223333' } }"),
    },
    {
      name: 'the incident records of a plan',
      template: role(`{ ArnLike: { 'aws:SourceArn': '${records}' } }`),
    },
    {
      name: 'all of Incident Manager of an account, and the account',
      template: role(
        "{ ArnLike: { 'aws:SourceArn': 'arn:aws:ssm-incidents::111122223333:*' }, StringEquals: { 'aws:SourceAccount': '111122223333' } }",
      ),
    },
    {
      name: 'an account that only deployment knows, beside an ARN with another one',
      template: role(
        `{ ArnLike: { 'aws:SourceArn': '${records}' }, StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } }`,
      ),
    },
    { name: 'a role for another service', template: role('{}', 'lambda.amazonaws.com') },
    {
      name: 'a Deny',
      template: `Resources:
  Runbook:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Deny, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'sts:AssumeRole' }
`,
    },
  ],
  bad: [
    {
      name: 'a statement that speaks of no condition',
      template: `
Resources:
  Runbook:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: «ssm-incidents.amazonaws.com» }
            Action: sts:AssumeRole
`,
    },
    {
      name: 'no condition',
      template: role('{}', '«ssm-incidents.amazonaws.com»'),
      message:
        'The trust policy of "Runbook" lets Incident Manager use the role for any account: no condition names the source.',
    },
    {
      name: 'a condition that is met by every source',
      template: role("{ StringLike: { 'aws:SourceAccount': '*' } }", '«ssm-incidents.amazonaws.com»'),
    },
    {
      name: 'trap 36: the ARN of the response plan',
      template: role(
        "{ ArnLike: { 'aws:SourceArn': «'arn:aws:ssm-incidents::111122223333:response-plan/web'» } }",
      ),
      severity: 'error',
      message:
        'The trust policy of "Runbook" waits for a source that is never an incident, so that nothing can use the role.',
    },
    {
      name: 'a wildcard under an operator that takes it by the letter',
      template: role(`{ StringEquals: { 'aws:SourceArn': «'${records}'» } }`),
      severity: 'error',
    },
    {
      name: 'trap 27: an ARN with a Region',
      template: role(
        "{ ArnLike: { 'aws:SourceArn': «'arn:aws:ssm-incidents:eu-central-1:111122223333:incident-record/web/*'» } }",
      ),
      severity: 'error',
    },
    {
      name: 'two accounts',
      template: role(
        `{ ArnLike: { 'aws:SourceArn': '${records}' }, StringEquals: { 'aws:SourceAccount': «'444455556666'» } }`,
      ),
      severity: 'error',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Runbook": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Statement": {
            "Effect": "Allow",
            "Principal": { "Service": ["ssm.amazonaws.com", «{ "Fn::Sub": "ssm-incidents.\${AWS::URLSuffix}" }»] },
            "Action": ["sts:AssumeRole"]
          }
        }
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'a condition in one arm only',
      template: role(
        "!If [IsProduction, { StringEquals: { 'aws:SourceAccount': '111122223333' } }, !Ref AWS::NoValue]",
        '«~ssm-incidents.amazonaws.com»',
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a source from a parameter',
      template: role(
        "{ ArnLike: { 'aws:SourceArn': «?!Ref Source» } }",
        '«?ssm-incidents.amazonaws.com»',
        'Parameters: { Source: { Type: String } }\n',
      ),
    },
  ],
});

import { isProduction } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';

const reading =
  "{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'secretsmanager:GetSecretValue', Resource: '*' }";
const decrypting =
  "{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*' }";

interface Parts {
  readonly key?: string;
  readonly policy?: string;
  readonly keyPolicy?: string;
  readonly sections?: string;
}

/** A response plan with PagerDuty and a secret, which is kept well unless told otherwise. */
function template(
  id: string,
  { key = 'KmsKeyId: !GetAtt Key.Arn', policy = reading, keyPolicy = decrypting, sections = '' }: Parts = {},
): string {
  return `${sections}Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
      Integrations:
        - PagerDutyConfiguration:
            Name: pager
            SecretId: ${id}
            PagerDutyIncidentConfiguration: { ServiceId: P1EXAMPLE }
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: { ${key} }
  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: { Statement: [${keyPolicy}] } }
${
  policy === ''
    ? ''
    : `  SecretPolicy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties: { SecretId: !Ref Secret, ResourcePolicy: { Statement: [${policy}] } }
`
}`;
}

export default cases({
  good: [
    { name: 'a secret with a key of its own', template: template('!Ref Secret') },
    {
      name: 'a source condition, and all actions of the service',
      template: template('!Ref Secret', {
        policy: reading
          .replace('GetSecretValue', '*')
          .replace('} }', "}, Condition: { StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } } }"),
      }),
    },
    {
      name: 'a response plan without PagerDuty',
      template: `Resources:
  Plan: { Type: AWS::SSMIncidents::ResponsePlan, Properties: { Name: web, IncidentTemplate: { Title: Web, Impact: 1 } } }
`,
    },
  ],
  bad: [
    {
      name: 'a token instead of a secret',
      template: template('«u_Xk3EXAMPLEq9WzR7bT»'),
      severity: 'error',
      message:
        'The PagerDuty secret of response plan "Plan" stands in the template as a token, for everybody who can read it.',
    },
    {
      name: 'the key that AWS manages, by its alias',
      template: template('«!Ref Secret»', { key: 'KmsKeyId: alias/aws/secretsmanager' }),
    },
    {
      name: 'the key that AWS manages, by default',
      template: template('«!Ref Secret»', { key: '' }),
      message:
        'The PagerDuty secret of response plan "Plan" is encrypted with the key that AWS manages, which Incident Manager cannot use.',
    },
    {
      name: 'no policy',
      template: template('«!Ref Secret»', { policy: '' }),
      message:
        'The PagerDuty secret of response plan "Plan" has no policy that lets Incident Manager read it.',
    },
    {
      name: 'everybody',
      template: template('«!Ref Secret»', {
        policy: `${reading}, { Effect: Allow, Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' }`,
      }),
      severity: 'error',
    },
    {
      name: 'a key that lets another service decrypt',
      template: template('«!Ref Secret»', { keyPolicy: decrypting.replace('ssm-incidents', 'lambda') }),
      message:
        'The PagerDuty secret of response plan "Plan" is encrypted with a key that does not let Incident Manager decrypt.',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "It does not answer", "Impact": 1 },
        "Integrations": [
          {
            "PagerDutyConfiguration": {
              "Name": "pager",
              "SecretId": «"aZ9EXAMPLExq7Tt3vKm2"»,
              "PagerDutyIncidentConfiguration": { "ServiceId": "P1EXAMPLE" }
            }
          }
        ]
      }
    }
  }
}`,
      severity: 'error',
    },
  ],
  possible: [
    {
      name: 'the key that AWS manages, in one arm of a condition',
      template: template('«~!Ref Secret»', {
        key: 'KmsKeyId: !If [IsProduction, !GetAtt Key.Arn, !Ref AWS::NoValue]',
        sections: isProduction,
      }),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    { name: 'a secret by a name that no template declares', template: template('«?pagerduty/incidents»') },
    {
      name: 'a secret from a parameter',
      template: template('«?!Ref Id»', { sections: 'Parameters: { Id: { Type: String } }\n' }),
    },
  ],
});

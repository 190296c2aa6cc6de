import { isProduction } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { incidentManager, planWithRunbook, roleOf } from '../../../test/role-templates.js';

const resources = (...all: string[]): string => `Resources:\n${all.join('')}`;
const plan = planWithRunbook('!GetAtt Runbook.Arn');
const marked = planWithRunbook('«!GetAtt Runbook.Arn»');

export default cases({
  good: [
    {
      name: 'a role that Incident Manager can assume',
      template: resources(plan, roleOf('Runbook', incidentManager)),
    },
    {
      name: 'the principal by a function',
      template: resources(plan, roleOf('Runbook', "{ Service: !Sub 'ssm-incidents.${AWS::URLSuffix}' }")),
    },
    {
      name: 'one principal among several',
      template: resources(
        plan,
        roleOf('Runbook', '{ Service: [ssm.amazonaws.com, ssm-incidents.amazonaws.com] }'),
      ),
    },
    {
      name: 'a source condition',
      template: `Resources:
${plan}  Runbook:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { Service: ssm-incidents.amazonaws.com }
          Action: sts:AssumeRole
          Condition: { StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } }
`,
    },
    {
      name: 'a response plan without a runbook',
      template: resources(
        `  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties: { Name: web, IncidentTemplate: { Title: It does not answer, Impact: 1 } }
`,
        roleOf('Runbook', '{ Service: ssm.amazonaws.com }'),
      ),
    },
    {
      name: 'both arms of a condition',
      template: `${isProduction}${resources(plan, roleOf('Runbook', '{ Service: !If [IsProduction, ssm-incidents.amazonaws.com, ssm-incidents.amazonaws.com] }'))}`,
    },
  ],
  bad: [
    {
      name: 'trap 35: the principal that the document itself works for',
      template: resources(marked, roleOf('Runbook', '{ Service: ssm.amazonaws.com }')),
      message:
        'The runbook of "Plan" is started with role "Runbook", which does not trust ssm-incidents.amazonaws.com.',
    },
    {
      name: 'a Deny, and another action',
      template: `Resources:
${planWithRunbook('«!GetAtt Denied.Arn»')}${planWithRunbook('«!GetAtt Tagged.Arn»', 'DocumentName: Restart', 'Other')}  Denied:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Deny, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'sts:AssumeRole' }
  Tagged:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'sts:TagSession' }
`,
    },
    {
      name: 'everybody beside Incident Manager',
      template: `Resources:
${marked}  Runbook:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'sts:AssumeRole' }
          - { Effect: Allow, Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }
`,
      message: 'The runbook of "Plan" is started with role "Runbook", which everybody can assume.',
    },
    {
      name: 'a role in another file, by an import',
      template: {
        'plan.yaml': resources(planWithRunbook('«!ImportValue runbook-role»')),
        'role.yaml': `${resources(roleOf('Runbook', '{ Service: ssm.amazonaws.com }'))}Outputs:
  Role: { Value: !GetAtt Runbook.Arn, Export: { Name: runbook-role } }
`,
      },
    },
    {
      name: 'a role by the name in its ARN, in JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "It does not answer", "Impact": 1 },
        "Actions": [
          { "SsmAutomation": { "DocumentName": "Restart", "RoleArn": «"arn:aws:iam::111122223333:role/runbook"» } }
        ]
      }
    },
    "Runbook": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "runbook",
        "AssumeRolePolicyDocument": "{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\\"ssm.amazonaws.com\\"},\\"Action\\":\\"sts:AssumeRole\\"}}"
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'the right principal in one arm of a condition only',
      template: `${isProduction}${resources(planWithRunbook('«~!GetAtt Runbook.Arn»'), roleOf('Runbook', '{ Service: !If [IsProduction, ssm-incidents.amazonaws.com, ssm.amazonaws.com] }'))}`,
      when: 'not IsProduction',
    },
    {
      name: 'a wrong role in one arm of a condition',
      template: `${isProduction}${resources(
        planWithRunbook('!If [IsProduction, !GetAtt Runbook.Arn, «~!GetAtt Other.Arn»]'),
        roleOf('Runbook', incidentManager),
        roleOf('Other', '{ Service: ssm.amazonaws.com }'),
      )}`,
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default is the wrong principal',
      template: `Parameters: { Service: { Type: String, Default: ssm.amazonaws.com } }\n${resources(planWithRunbook('«~!GetAtt Runbook.Arn»'), roleOf('Runbook', '{ Service: !Ref Service }'))}`,
      when: 'parameter Service keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a role that another stack declares',
      template: resources(planWithRunbook('«?arn:aws:iam::111122223333:role/runbook»')),
      reason: 'arn:aws:iam::111122223333:role/runbook is declared outside the scanned files',
    },
    {
      name: 'a role from a parameter',
      template: `Parameters: { Role: { Type: String } }\n${resources(planWithRunbook('«?!Ref Role»'))}`,
    },
    {
      name: 'a condition on what Incident Manager sends',
      template: `Resources:
${planWithRunbook('«?!GetAtt Runbook.Arn»')}  Runbook:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { Service: ssm-incidents.amazonaws.com }
          Action: sts:AssumeRole
          Condition: { StringEquals: { 'sts:ExternalId': incidents } }
`,
    },
  ],
});

import { isProduction } from '../../../test/policy-templates.js';
import { slack } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { chatbot, incidentManager, planWithRunbook, policyOf, roleOf } from '../../../test/role-templates.js';

const stopping = (action: string): string => `[{ Effect: Allow, Action: ${action}, Resource: '*' }]`;

/** A response plan whose runbook starts with a role that may do something in CloudTrail. */
function runbook(roleArn: string, statements: string, sections = ''): string {
  return `${sections}Resources:\n${planWithRunbook(roleArn)}${roleOf('Runbook', incidentManager)}${policyOf('Runbook', statements)}`;
}

function chat(roleArn: string, lines: string): string {
  return `Resources:\n${slack('').replace(/arn:aws:iam.*chat/, roleArn)}${roleOf('Chat', chatbot, lines)}`;
}

export default cases({
  good: [
    {
      name: 'reading what is recorded',
      template: runbook('!GetAtt Runbook.Arn', stopping("'cloudtrail:LookupEvents'")),
    },
    {
      name: 'everything, which the rules on roles report',
      template: runbook('!GetAtt Runbook.Arn', stopping("'*'")),
    },
    {
      name: 'a Deny beside it',
      template: runbook(
        '!GetAtt Runbook.Arn',
        "[{ Effect: Allow, Action: 'cloudtrail:*', Resource: '*' }, { Effect: Deny, Action: ['cloudtrail:Stop*', 'cloudtrail:Delete*', 'cloudtrail:Update*', 'cloudtrail:Put*'], Resource: '*' }]",
      ),
    },
    {
      name: 'a role that no responder uses',
      template: `Resources:\n${roleOf('Other', incidentManager)}${policyOf('Other', stopping("'cloudtrail:*'"))}`,
    },
  ],
  bad: [
    {
      name: 'the whole of CloudTrail, for a runbook',
      template: runbook('«!GetAtt Runbook.Arn»', stopping("'cloudtrail:*'")),
      message:
        'Role "Runbook", which runs the runbook of "Plan", may stop or change what CloudTrail records, by "cloudtrail:*".',
    },
    {
      name: 'one action',
      template: runbook('«!GetAtt Runbook.Arn»', stopping('[ssm:GetDocument, cloudtrail:PutEventSelectors]')),
    },
    {
      name: 'a managed policy of AWS’s, for a chat channel',
      template: chat(
        '«!GetAtt Chat.Arn»',
        'ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSCloudTrail_FullAccess]',
      ),
    },
    {
      name: 'a managed policy of AWS’s by its name, for the role that AWS SAM makes',
      template: `Transform: AWS::Serverless-2016-10-31
${runbook('«!GetAtt RestartRole.Arn»', stopping('ssm:GetDocument'))}  Restart:
    Type: AWS::Serverless::Function
    Properties: { Policies: [AWSCloudTrail_FullAccess] }
`,
    },
    {
      name: 'a policy of its own, in JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "It does not answer", "Impact": 1 },
        "Actions": [
          { "SsmAutomation": { "DocumentName": "Restart", "RoleArn": «{ "Fn::GetAtt": "Runbook.Arn" }» } }
        ]
      }
    },
    "Runbook": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {} } },
    "Grant": {
      "Type": "AWS::IAM::RolePolicy",
      "Properties": {
        "RoleName": { "Ref": "Runbook" },
        "PolicyName": "stop",
        "PolicyDocument": { "Statement": { "Effect": "Allow", "Action": "cloudtrail:StopLogging", "Resource": "*" } }
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: runbook(
        '«~!GetAtt Runbook.Arn»',
        stopping("!If [IsProduction, 'cloudtrail:LookupEvents', 'cloudtrail:DeleteTrail']"),
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'an action from a parameter',
      template: runbook(
        '«?!GetAtt Runbook.Arn»',
        stopping('!Ref Action'),
        'Parameters: { Action: { Type: String } }\n',
      ),
    },
  ],
});

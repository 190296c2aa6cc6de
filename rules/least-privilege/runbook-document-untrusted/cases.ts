import { isProduction } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planWithRunbook } from '../../../test/role-templates.js';

const role = 'arn:aws:iam::111122223333:role/runbook';

/** A response plan whose runbook is a document, with a version where one is given. */
function template(document: string, version?: string, sections = ''): string {
  const lines = `DocumentName: ${document}${version === undefined ? '' : `\n            DocumentVersion: ${version}`}`;
  return `${sections}Resources:\n${planWithRunbook(role, lines)}`;
}

const foreign = 'arn:aws:ssm:us-east-1:999988887777:document/Fix';

export default cases({
  good: [
    { name: 'a version', template: template('Restart', "'3'") },
    { name: 'a version as a number', template: template('Restart', '3') },
    {
      name: 'a document of AWS’s',
      template: template('AWSIncidents-CriticalIncidentRunbookTemplate', '$LATEST'),
    },
    {
      name: 'a document of AWS’s by its ARN',
      template: template('arn:aws:ssm:eu-central-1::document/AWS-RestartEC2Instance'),
    },
    {
      name: 'a document of an account that the configuration names',
      template: template(foreign, "'3'"),
      settings: { org: { principals: ['999988887777'] } },
    },
    {
      name: 'a document of the account by its ARN',
      template: template("!Sub 'arn:aws:ssm:us-east-1:${AWS::AccountId}:document/Fix'", "'3'"),
    },
    {
      name: 'a response plan without a runbook',
      template: `Resources:
  Plan: { Type: AWS::SSMIncidents::ResponsePlan, Properties: { Name: web, IncidentTemplate: { Title: Web, Impact: 1 } } }
`,
    },
  ],
  bad: [
    {
      name: 'no version',
      template: template('«Restart»'),
      message:
        'The runbook of "Plan" runs whatever version of its document is current, so others decide what runs when an incident opens.',
    },
    { name: 'the newest version', template: template('Restart', "«'$LATEST'»") },
    { name: 'the default version', template: template('Restart', '«$DEFAULT»') },
    {
      name: 'a document of another account',
      template: template(`«${foreign}»`, "'3'"),
      settings: { account: { id: '111122223333' } },
      message:
        'The runbook of "Plan" is a document of another account, so others decide what runs when an incident opens.',
    },
    {
      name: 'a document of the same template, in JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "It does not answer", "Impact": 1 },
        "Actions": [
          { "SsmAutomation": { "DocumentName": «{ "Ref": "Document" }», "RoleArn": "arn:aws:iam::111122223333:role/runbook" } }
        ]
      }
    },
    "Document": { "Type": "AWS::SSM::Document", "Properties": { "DocumentType": "Automation", "Content": {} } }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'a version in one arm of a condition only',
      template: template('«~Restart»', "!If [IsProduction, '3', !Ref AWS::NoValue]", isProduction),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a document of another account, while the own one is not known',
      template: template(`«?${foreign}»`, "'3'"),
      reason: 'the configuration does not say which account is deployed to',
    },
    {
      name: 'a version from a parameter',
      template: template('Restart', '«?!Ref Version»', 'Parameters: { Version: { Type: String } }\n'),
    },
  ],
});

import { cases } from '../../../test/rule-cases.js';
import { planOf, stateOf } from '../../../test/terraform-documents.js';

const contact = `
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }`;

const trail = `
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: audit }`;

export default cases({
  good: [
    { name: 'a trail beside the contact', template: `Resources:\n  Ann:${contact}${trail}` },
    {
      name: 'a trail in another file',
      template: { 'a.yaml': `Resources:\n  Ann:${contact}`, 'b.yaml': `Resources:${trail}` },
    },
    {
      name: 'an event data store, which needs no property',
      template: `Resources:\n  Ann:${contact}\n  Store:\n    Type: AWS::CloudTrail::EventDataStore`,
    },
    {
      name: 'trap 62: an organization trail in another repository, declared by the user',
      template: `Resources:\n  Ann:${contact}`,
      settings: { external: { cloudtrail: 'organization trail org-trail of the platform team' } },
    },
    {
      name: 'no Incident Manager resource, so nothing needs a trail',
      template: 'Resources:\n  Topic: { Type: AWS::SNS::Topic }',
    },
    {
      name: 'the trail is broken, which is for other rules to say',
      template: `{
        "Resources": {
          "Ann": {
            "Type": "AWS::SSMContacts::Contact",
            "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL", "Plan": [] }
          },
          "Trail": {
            "Type": "AWS::CloudTrail::Trail",
            "Properties": { "IsLogging": false, "S3BucketName": "audit" }
          }
        }
      }`,
    },
    {
      name: 'a trail in a state of Terraform’s',
      template: stateOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', enable_logging: true },
      }),
    },
    {
      name: 'Terraform: a trail in a module beside',
      template: {
        'live/main.tf': `
resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}

module "trail" {
  source = "../trail"
}
`,
        'trail/main.tf': `
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "corp-trails"
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a contact and no trail',
      template: `Resources:\n  «Ann»:${contact}`,
      message: 'A CloudTrail trail or event data store is declared in none of the scanned files (1).',
    },
    {
      name: 'one warning for a workspace, at the first resource of the first file by name',
      template: {
        'b.yaml': `Resources:\n  Bob:${contact}`,
        'a.yaml': `Resources:\n  Topic: { Type: AWS::SNS::Topic }\n  «Ann»:${contact}\n  Eve:${contact}`,
      },
      message: 'A CloudTrail trail or event data store is declared in none of the scanned files (2).',
      severity: 'warning',
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          «"Replication"»: {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": "eu-central-1" }] }
          }
        }
      }`,
    },
    {
      name: 'a resource under a condition needs a trail all the same',
      template: `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }
Resources:
  «Ann»:
    Condition: IsProd${contact}`,
    },
    {
      name: 'a trail whose condition is never true is no trail',
      template: `
Conditions: { Never: !Equals [a, b] }
Resources:
  «Ann»:${contact}
  Trail:
    Type: AWS::CloudTrail::Trail
    Condition: Never
    Properties: { IsLogging: true, S3BucketName: audit }`,
    },
    {
      name: 'a plan of Terraform’s without a trail',
      template: planOf({ '«aws_ssmincidents_response_plan.web»': { name: 'web' } }),
    },
    {
      name: 'Terraform: a trail that is switched off by count',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"ann"» {
  alias = "ann"
  type  = "PERSONAL"
}

resource "aws_cloudtrail" "main" {
  count          = 0
  name           = "main"
  s3_bucket_name = "corp-trails"
}
`,
      },
    },
  ],
  undecided: [
    {
      name: 'a file that could not be read may hold the trail',
      template: { 'a.yaml': `Resources:\n  «?Ann»:${contact}`, 'b.json': '{ "Resources": ' },
      reason: 'b.json could not be read',
      problems: ['malformed-json'],
    },
  ],
});

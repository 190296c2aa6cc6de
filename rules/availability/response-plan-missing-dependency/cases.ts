import { cases } from '../../../test/rule-cases.js';
import { planOf } from '../../../test/terraform-documents.js';

/** A response plan and other resources. */
function plan(attributes: string, others: string, key = 'Plan', title = 'Web is down'): string {
  return `
Resources:
  ${key}:
    Type: AWS::SSMIncidents::ResponsePlan${attributes}
    Properties:
      Name: web
      IncidentTemplate: { Title: ${title}, Impact: 1 }${others}
`;
}

const set = `
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const conditions = `
Conditions:
  IsFirst: !Equals [!Ref AWS::Region, eu-central-1]
  IsOther: !Not [!Condition IsFirst]`;

const conditionalSet = set.replace('ReplicationSet', 'ReplicationSet\n    Condition: IsFirst');

const configuration = (label: string, meta: string): string => `
resource "aws_ssmincidents_response_plan" ${label} {
  name = "web"
  incident_template {
    title  = "Web is down"
    impact = 1
  }${meta}
}
`;

const configuredSet = `
resource "aws_ssmincidents_replication_set" "main" {
  regions {
    name = "eu-central-1"
  }
}
`;

export default cases({
  good: [
    { name: 'DependsOn', template: plan('\n    DependsOn: Replication', set) },
    {
      name: 'a list in DependsOn',
      template: plan('\n    DependsOn: [Topic, Replication]', `${set}\n  Topic: { Type: AWS::SNS::Topic }`),
    },
    {
      name: 'by way of another resource',
      template: plan(
        '\n    DependsOn: Topic',
        `${set}\n  Topic: { Type: AWS::SNS::Topic, DependsOn: Replication }`,
      ),
    },
    {
      name: 'by a reference in a property',
      template: plan('', set, 'Plan', '!Sub "Web is down, says ${Replication}"'),
    },
    { name: 'no replication set in the template', template: plan('', '') },
    {
      name: 'the replication set stands in another template',
      template: { 'a.yaml': plan('', ''), 'b.yaml': `Resources:${set}` },
    },
    {
      name: 'a plan and a replication set that never exist together',
      template: `${conditions}${plan('\n    Condition: IsOther', conditionalSet)}`,
    },
    {
      name: 'depends_on in a configuration',
      template: {
        'plan.tf': configuration('"web"', '\n  depends_on = [aws_ssmincidents_replication_set.main]'),
        'set.tf': configuredSet,
      },
    },
    {
      name: 'a plan of Terraform’s does not tell',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_ssmincidents_replication_set.main': { regions: [{ name: 'eu-central-1' }] },
      }),
    },
  ],
  bad: [
    {
      name: 'no dependency',
      template: plan('', set, '«Plan»'),
      severity: 'info',
      message:
        'Response plan "Plan" does not depend on replication set "Replication", so it may be created before it and fail.',
    },
    {
      name: 'a dependency on something else',
      template: plan('\n    DependsOn: Topic', `${set}\n  Topic: { Type: AWS::SNS::Topic }`, '«Plan»'),
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          «"Plan"»: {
            "Type": "AWS::SSMIncidents::ResponsePlan",
            "Properties": { "Name": "web", "IncidentTemplate": { "Title": "Web is down", "Impact": 1 } }
          },
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": "eu-central-1" }] }
          }
        }
      }`,
    },
    {
      name: 'in another file of a configuration',
      template: { 'plan.tf': configuration('«"web"»', ''), 'set.tf': configuredSet },
    },
  ],
  possible: [
    {
      name: 'both under one condition',
      template: `${conditions}${plan('\n    Condition: IsFirst', conditionalSet, '«~Plan»')}`,
      when: 'IsFirst',
    },
    {
      name: 'the replication set exists under a condition',
      template: `${conditions}${plan('', conditionalSet, '«~Plan»')}`,
      when: 'IsFirst',
    },
  ],
});

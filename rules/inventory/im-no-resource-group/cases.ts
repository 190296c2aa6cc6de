import { cases } from '../../../test/rule-cases.js';

const contact = (key: string, tags = '[{ Key: team, Value: sre }]'): string => `
  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Tags: ${tags} }`;

const group = (query: string, more = ''): string => `
  Group:
    Type: AWS::ResourceGroups::Group
    Properties: { Name: incidents${query}${more} }`;

const byTag = (filter: string, types = 'AWS::AllSupported'): string =>
  group(
    `, ResourceQuery: { Type: TAG_FILTERS_1_0, Query: { ResourceTypeFilters: ['${types}'], TagFilters: [${filter}] } }`,
  );

const team = byTag('{ Key: team, Values: [sre] }');
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

const configuration = (label: string, tag: string): string => `
resource "aws_ssmcontacts_contact" ${label} {
  alias = "ann"
  type  = "PERSONAL"
  tags = {
    team = "${tag}"
  }
}

resource "aws_resourcegroups_group" "incidents" {
  name = "incidents"
  resource_query {
    query = jsonencode({
      ResourceTypeFilters = ["AWS::AllSupported"]
      TagFilters          = [{ Key = "team", Values = ["sre"] }]
    })
  }
}
`;

export default cases({
  good: [
    { name: 'a group that finds the contact by its tag', template: `Resources:${contact('Ann')}${team}` },
    {
      name: 'a group in another file',
      template: { 'a.yaml': `Resources:${contact('Ann')}`, 'b.yaml': `Resources:${team}` },
    },
    {
      name: 'any value of a tag, for one type',
      template: `Resources:${contact('Ann')}${byTag('{ Key: team }', 'AWS::SSMContacts::Contact')}`,
    },
    {
      name: 'a group of the stack',
      template: `Resources:${contact('Ann')}${group(', ResourceQuery: { Type: CLOUDFORMATION_STACK_1_0 }')}`,
    },
    {
      name: 'a group that names it',
      template: `Resources:${contact('Ann')}${group('', ', Resources: [!Ref Ann]')}`,
    },
    {
      name: 'a group in another repository, declared by the user',
      template: `Resources:${contact('Ann')}`,
      settings: { external: { resourceGroups: 'group incidents, of the platform team' } },
    },
    { name: 'no Incident Manager', template: 'Resources:\n  Topic: { Type: AWS::SNS::Topic }' },
    {
      name: 'trap 72: the aws provider’s query is JSON text',
      template: { 'main.tf': configuration('"ann"', 'sre') },
    },
  ],
  bad: [
    {
      name: 'no group',
      template: `Resources:${contact('«Ann»')}${contact('Bob')}`,
      severity: 'warning',
      message: 'Nothing of Incident Manager is listed in the resource groups of the scanned files (1).',
    },
    {
      name: 'a contact that misses the tag of the group',
      template: `Resources:${contact('Ann')}${contact('«Bob»', '[{ Key: team, Value: web }]')}${team}`,
      message: '"Bob" is not listed in the resource groups of the scanned files (1).',
    },
    {
      name: 'trap 65: tags of CloudFormation’s own are on nothing of Incident Manager',
      template: `Resources:${contact('«Ann»')}${byTag("{ Key: 'aws:cloudformation:stack-name', Values: [oncall] }")}`,
    },
    {
      name: 'a group of other types',
      template: `Resources:${contact('«Ann»')}${byTag('{ Key: team, Values: [sre] }', 'AWS::SNS::Topic')}`,
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
      name: 'trap 72: a query as JSON text that finds nothing',
      template: { 'main.tf': configuration('«"ann"»', 'web') },
    },
  ],
  possible: [
    {
      name: 'the value of the tag by default',
      template: `Parameters: { Team: { Type: String, Default: web } }
Resources:${contact('Ann')}${contact('«~Bob»', '[{ Key: team, Value: !Ref Team }]')}${team}`,
      when: 'parameter Team keeps its default',
    },
    {
      name: 'the tag in one arm only',
      template: `${isProd}Resources:${contact('Ann')}${contact('«~Bob»', '[{ Key: !If [IsProd, team, squad], Value: sre }]')}${team}`,
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'a group whose tag only deployment knows',
      template: `Parameters: { Team: { Type: String } }
Resources:${contact('«?Ann»')}${byTag('{ Key: team, Values: [!Ref Team] }')}`,
    },
    { name: 'a group without a query', template: `Resources:${contact('«?Ann»')}${group('')}` },
  ],
});

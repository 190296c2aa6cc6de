import type { KindSpec } from '../kind.js';

/** A list of tags, as CloudFormation and the awscc provider write it. */
const pair = { key: { cloudformation: 'Key' }, value: { cloudformation: 'Value' } } as const;

/** What is found by its tags, and what finds it. */
export const inventoryKinds = {
  /** The types of Incident Manager that take tags: channels and engagement plans do not (CloudFormation schemas, `tagging`). */
  taggable: {
    cloudformation: [
      'AWS::SSMContacts::Contact',
      'AWS::SSMContacts::Rotation',
      'AWS::SSMIncidents::ReplicationSet',
      'AWS::SSMIncidents::ResponsePlan',
    ],
    terraform: [
      'aws_ssmcontacts_contact',
      'aws_ssmcontacts_rotation',
      'aws_ssmincidents_replication_set',
      'aws_ssmincidents_response_plan',
    ],
    fields: {
      tagList: { cloudformation: 'Tags[]', fields: pair },
      tagMap: { terraform: 'tags', shape: 'map' },
      /** The tags with those that the provider gives to everything. */
      allTags: { terraform: 'tags_all', shape: 'map' },
    },
  },
  'resource-group': {
    cloudformation: ['AWS::ResourceGroups::Group'],
    terraform: ['aws_resourcegroups_group'],
    fields: {
      queryType: { cloudformation: 'ResourceQuery.Type', terraform: 'resource_query[0].type' },
      /** The aws provider takes the query as JSON text. */
      queryText: { terraform: 'resource_query[0].query', shape: 'policy' },
      types: { cloudformation: 'ResourceQuery.Query.ResourceTypeFilters[]' },
      filters: {
        cloudformation: 'ResourceQuery.Query.TagFilters[]',
        fields: { key: { cloudformation: 'Key' }, values: { cloudformation: 'Values[]' } },
      },
      members: { cloudformation: 'Resources[]' },
    },
  },
  /** What the incidents of a response plan are made with. */
  'incident-template': {
    cloudformation: ['AWS::SSMIncidents::ResponsePlan'],
    terraform: ['aws_ssmincidents_response_plan'],
    fields: {
      tagList: { cloudformation: 'IncidentTemplate.IncidentTags[]', fields: pair },
      tagMap: { terraform: 'incident_template[0].incident_tags', shape: 'map' },
      /** Nothing is added to them. */
      allTags: {},
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

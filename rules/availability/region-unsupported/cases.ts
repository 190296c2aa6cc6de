import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

/** A replication set of two Regions, after other sections of the template. */
function set(region: string, sections = ''): string {
  return `${sections}
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }, { RegionName: ${region} }] }
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";

export default cases({
  good: [
    { name: 'a supported Region', template: set('eu-west-1') },
    {
      name: 'either of two supported Regions',
      template: set('!If [IsProd, eu-west-1, us-east-1]', isProd),
    },
    {
      name: 'a parameter that allows only supported Regions',
      template: set(
        '!Ref Second',
        'Parameters: { Second: { Type: String, AllowedValues: [eu-west-1, eu-west-2] } }',
      ),
    },
    {
      name: 'supported Regions in a plan',
      template: planOf({
        'aws_ssmincidents_replication_set.main': { regions: [{ name: 'eu-central-1' }] },
      }),
    },
  ],
  bad: [
    {
      name: 'a Region without the service',
      template: set('«eu-south-1»'),
      message:
        'Replication set "Replication" names Region eu-south-1, where Incident Manager is not known to exist.',
      severity: 'warning',
    },
    { name: 'a Region that does not exist', template: set('«eu-west-9»') },
    { name: 'a Region of another partition', template: set('«us-gov-west-1»') },
    {
      name: 'a Region in a mapping',
      template: set(
        '«!FindInMap [Regions, second, name]»',
        'Mappings: { Regions: { second: { name: af-south-1 } } }',
      ),
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": «"me-south-1"» }] }
          }
        }
      }`,
    },
    {
      name: 'trap 63: in a block of the aws provider 6, and in an older one',
      template: planOf({
        'aws_ssmincidents_replication_set.main': { regions: [{ name: marked('«', 'ap-east-1') }] },
        'aws_ssmincidents_replication_set.old': { region: [{ name: marked('«', 'ap-east-1') }] },
      }),
    },
  ],
  possible: [
    {
      name: 'one of two arms',
      template: set('!If [IsProd, eu-west-1, «~il-central-1»]', isProd),
      when: 'not IsProd',
    },
    {
      name: 'a default',
      template: set('«~!Ref Second»', 'Parameters: { Second: { Type: String, Default: eu-south-2 } }'),
      when: 'parameter Second keeps its default',
    },
  ],
  undecided: [
    { name: 'the Region of the deployment', template: set('«?!Ref AWS::Region»') },
    {
      name: 'a parameter that allows some that are not supported',
      template: set(
        '«?!Ref Second»',
        'Parameters: { Second: { Type: String, AllowedValues: [eu-west-1, eu-south-1] } }',
      ),
    },
  ],
});

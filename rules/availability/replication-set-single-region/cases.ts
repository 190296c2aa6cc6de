import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, stateOf } from '../../../test/terraform-documents.js';

/** A replication set with a list of Regions, after other sections of the template. */
function set(regions: string, sections = ''): string {
  return `${sections}
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: ${regions} }
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const type = 'aws_ssmincidents_replication_set.main';

export default cases({
  good: [
    { name: 'two Regions', template: set('[{ RegionName: eu-central-1 }, { RegionName: eu-west-1 }]') },
    {
      name: 'two Regions in either arm',
      template: set(
        '!If [IsProd, [{ RegionName: eu-central-1 }, { RegionName: eu-west-1 }], [{ RegionName: us-east-1 }, { RegionName: us-east-2 }]]',
        isProd,
      ),
    },
    {
      name: 'two Regions by parameters',
      template: set(
        '[{ RegionName: !Ref First }, { RegionName: !Ref AWS::Region }]',
        'Parameters: { First: { Type: String } }',
      ),
    },
    {
      name: 'trap 63: the blocks of the aws provider 6',
      template: planOf({ [type]: { regions: [{ name: 'eu-central-1' }, { name: 'eu-west-1' }] } }),
    },
    {
      name: 'trap 63: its older blocks',
      template: planOf({ [type]: { region: [{ name: 'eu-central-1' }, { name: 'eu-west-1' }] } }),
    },
    {
      name: 'trap 63: both in a configuration',
      template: {
        'main.tf': `
resource "aws_ssmincidents_replication_set" "main" {
  dynamic "regions" {
    for_each = toset(["eu-central-1", "eu-west-1"])
    content {
      name = regions.value
    }
  }
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'one Region',
      template: set('«[{ RegionName: eu-central-1 }]»'),
      severity: 'info',
      message:
        'Replication set "Replication" has one Region only: while that Region is down, no incident is created.',
    },
    {
      name: 'one Region that only deployment knows',
      template: set('«[{ RegionName: !Ref AWS::Region }]»'),
    },
    {
      name: 'another Region in each arm',
      template: set('«[!If [IsProd, { RegionName: eu-central-1 }, { RegionName: eu-west-1 }]]»', isProd),
    },
    {
      name: 'a second one that is never there',
      template: set('«[{ RegionName: eu-central-1 }, !Ref AWS::NoValue]»'),
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": «[{ "RegionName": "eu-central-1" }]» }
          }
        }
      }`,
    },
    {
      name: 'trap 63: a state that shows the one Region under both names',
      template: stateOf({
        [type]: {
          arn: 'arn:r',
          region: [{ name: 'eu-central-1' }],
          regions: marked('«', [{ name: 'eu-central-1' }]),
        },
      }),
    },
    {
      name: 'trap 63: one older block',
      template: planOf({ [type]: { region: marked('«', [{ name: 'eu-central-1' }]) } }),
    },
    {
      name: 'one Region of the awscc provider',
      template: planOf({
        'awscc_ssmincidents_replication_set.main': {
          regions: marked('«', [{ region_name: 'eu-central-1' }]),
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a second Region under a condition',
      template: set(
        '«~[{ RegionName: eu-central-1 }, !If [IsProd, { RegionName: eu-west-1 }, !Ref AWS::NoValue]]»',
        isProd,
      ),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'a Region of which nothing is known',
      template: set('«?[{ RegionName: !Ref First }]»', 'Parameters: { First: { Type: String } }'),
    },
    {
      name: 'Regions by a variable without a value, of which there may be several',
      template: {
        'main.tf': `
variable "regions" {
  type = set(string)
}

resource "aws_ssmincidents_replication_set" "main" {
  dynamic «?"regions"» {
    for_each = var.regions
    content {
      name = regions.value
    }
  }
}
`,
      },
    },
  ],
});

import { cases } from '../../../test/rule-cases.js';
import { planOf, rawStateOf, stateOf, type Resources } from '../../../test/terraform-documents.js';

/** What `AWS::CDK::Metadata` packs: `2.276.0!aws-cdk-lib.{Stack,…}`. */
const analytics = {
  recent:
    'v2:deflate64:H4sIAAAAAAACAzPSMzI30zNQTCwv1k1OydbNyUzSqw4uSUzO1kksL44vLs5Nzs8rSUwuKdZzTstzhrBrAUmYck82AAAA',
  older:
    'v2:deflate64:H4sIAAAAAAACAzPSMzQ10DNQTCwv1k1OydbNyUzSqw4uSUzO1kksL44vLs5Nzs8rSUwuKdZzTstzhrBrAZ0lbxQ2AAAA',
  first: 'v2:deflate64:H4sIAAAAAAACAzPUMzIw0TNQdEgsL9ZNTsnWT84vStWrdiwo0AkuSUzOrgUAYOShxCEAAAA=',
};

const contact = `
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }`;

function synthesized(packed: string, name = 'Ann'): string {
  return `Resources:
  ${name}:${contact}
  CDKMetadata:
    Type: AWS::CDK::Metadata
    Properties: { Analytics: '${packed}' }`;
}

const minimum = { awsCdkLib: '2.200.0', terraform: '1.9.0', awsProvider: '6.0.0', awsccProvider: '1.30' };
const settings = { tools: { minimum } };

const plan: Resources = { 'aws_ssmincidents_response_plan.web': { name: 'web' } };
const replicationSet = `
resource "aws_ssmincidents_replication_set" "main" {
  region { name = "eu-central-1" }
}
`;
const providers = (aws: string, awscc = '~> 1.30'): string => `
terraform {
  required_providers {
    aws   = { source = "hashicorp/aws", version = ${aws} }
    awscc = { source = "registry.terraform.io/hashicorp/awscc", version = "${awscc}" }
    other = { source = "someone/aws", version = "~> 1.0" }
  }
}
`;

const provider = (fullName: string, constraint: string): Readonly<Record<string, unknown>> => ({
  configuration: {
    provider_config: { aws: { name: 'aws', full_name: fullName, version_constraint: constraint } },
  },
});

export default cases({
  good: [
    { name: 'a template that no tool made', template: `Resources:\n  Ann:${contact}`, settings },
    {
      name: 'trap 67: a recent CDK, whose version hides in Analytics',
      template: synthesized(analytics.recent),
      settings,
    },
    {
      name: 'no Incident Manager resource',
      template: `{
        "Resources": {
          "Topic": { "Type": "AWS::SNS::Topic" },
          "CDKMetadata": { "Type": "AWS::CDK::Metadata", "Properties": { "Analytics": "${analytics.first}" } }
        }
      }`,
    },
    { name: 'a plan of a recent Terraform', template: planOf(plan), settings },
    {
      name: 'a version of the minimum itself, as a state names it',
      template: rawStateOf(plan),
      settings: { tools: { minimum: { terraform: '1.9.8' } } },
    },
    {
      name: 'OpenTofu, whose versions are its own',
      template: planOf(plan, {
        terraform_version: '1.6.0',
        ...provider('registry.opentofu.org/hashicorp/aws', '~> 5.0'),
      }),
      settings,
    },
    {
      name: 'constraints that take the minimum, and another vendor’s provider',
      template: {
        'main.tf': `${replicationSet}${providers('">= 5.0, < 7.0"')}
terraform {
  required_version = ">= 1.2"
}
`,
      },
      settings,
    },
  ],
  bad: [
    {
      name: 'a CDK that is older than the configured minimum',
      template: synthesized(analytics.older).replace('Ann:', '«Ann»:'),
      settings,
      message: 'AWS CDK 2.150.0 is older than 2.200.0.',
    },
    {
      name: 'a CDK that is old, while nothing is configured',
      template: synthesized(analytics.older).replace('Ann:', '«Ann»:'),
      severity: 'info',
    },
    {
      name: 'CDK 1, whatever is configured',
      template: synthesized(analytics.first).replace('Ann:', '«Ann»:'),
      severity: 'error',
      message: 'AWS CDK 1.204.0 has had no support since 2023.',
    },
    {
      name: 'once for all the templates of a version',
      template: {
        'a.yaml': synthesized(analytics.older).replace('Ann:', '«Ann»:'),
        'b.yaml': synthesized(analytics.older, 'Bob'),
        'c.yaml': synthesized(analytics.first, 'Cleo').replace('Cleo:', '«Cleo»:'),
      },
      severity: ['info', 'error'],
    },
    {
      name: 'the Terraform of a plan',
      template: planOf(plan, { terraform_version: '«1.5.7»' }),
      settings,
      message: 'Terraform 1.5.7 is older than 1.9.0.',
    },
    {
      name: 'the Terraform of a state',
      template: stateOf(plan).replace('"1.9.8"', '«"1.3.0-beta1"»'),
      severity: 'info',
    },
    {
      name: 'the constraint of a plan’s provider',
      template: planOf(plan, provider('registry.terraform.io/hashicorp/aws', '«= 5.31.0»')),
      settings,
      message: 'The constraint "= 5.31.0" of Terraform’s aws provider takes only versions older than 6.0.0.',
    },
    {
      name: 'constraints that end below the minimum',
      template: {
        'contacts.tf': replicationSet,
        'versions.tf': `terraform {
  required_version = «"< 1.9"»
}
${providers('«"= 5.99.1"»', '~> 1.20.0').replace('"~> 1.20.0"', '«"~> 1.20.0"»')}`,
      },
      settings,
    },
    {
      name: 'the form of constraints before Terraform 0.13',
      template: {
        'main.tf': `${replicationSet}
terraform {
  required_providers {
    aws = «"~> 2.7"»
  }
}
`,
      },
      severity: 'info',
    },
    {
      name: 'CDK for Terraform, which is archived',
      template: {
        'cdk.tf.json': `{
          "//": { "metadata": { "backend": "local", "stackName": "oncall", "version": «"0.20.7"» }, "outputs": {} },
          "resource": { "aws_ssmincidents_replication_set": { "main": { "region": [{ "name": "eu-central-1" }] } } }
        }`,
      },
      settings,
      severity: 'info',
      message: 'CDK for Terraform 0.20.7 belongs to a project that was archived in 2025.',
    },
  ],
  undecided: [
    {
      name: 'a template of CDK’s that does not say which',
      template: `Resources:
  «?Ann»:${contact}
    Metadata: { 'aws:cdk:path': OnCall/Ann }`,
      reason: 'no file says which version of AWS CDK made it',
    },
    {
      name: 'a constraint that none can read',
      template: {
        'main.tf': `${replicationSet}
terraform {
  required_version = «?"newest"»
}
`,
      },
      reason: '"newest" is no version of Terraform that can be compared',
    },
  ],
});

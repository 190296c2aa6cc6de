import { cases } from '../../../test/rule-cases.js';

/** A contact, in Terraform. */
function contact(name = '"ann"', type = 'aws_ssmcontacts_contact'): string {
  return `
resource "${type}" ${name} {
  alias        = "ann"
  display_name = "Ann"
  type         = "PERSONAL"
}
`;
}

function requires(provider: string, version = '"~> 6.20"'): string {
  return `
terraform {
  required_providers {
    ${provider} = {
      source  = "hashicorp/${provider}"
      version = ${version}
    }
  }
}
`;
}

const template = `Resources:
  Ann:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }
`;

export default cases({
  good: [
    { name: 'a constraint in the file', template: { 'main.tf': `${requires('aws')}${contact()}` } },
    {
      name: 'a constraint in another file of the folder',
      template: { 'versions.tf': requires('aws'), 'main.tf': contact() },
    },
    {
      name: 'the form of constraints before Terraform 0.13',
      template: {
        'main.tf': `
terraform {
  required_providers {
    aws = "~> 2.7"
  }
}
${contact()}`,
      },
    },
    {
      name: 'a module without Incident Manager',
      template: { 'main.tf': 'resource "aws_sns_topic" "chat" {\n  name = "chat"\n}\n' },
    },
    { name: 'CloudFormation has no providers', template },
    {
      name: 'Terraform’s JSON syntax',
      template: {
        'main.tf.json': `{
  "terraform": { "required_providers": { "awscc": { "source": "hashicorp/awscc", "version": "~> 1.30" } } },
  "resource": {
    "awscc_ssmcontacts_contact": { "ann": { "alias": "ann", "display_name": "Ann", "type": "PERSONAL" } }
  }
}`,
      },
    },
  ],
  bad: [
    {
      name: 'no constraint at all',
      template: { 'main.tf': contact('«"ann"»') },
      message: 'Nothing says which versions of the provider aws this module takes, so any may deploy it.',
    },
    {
      name: 'a provider that is required without a version',
      template: {
        'main.tf': `${requires('aws').replace(/\n\s*version.*/, '')}${contact('«"ann"»')}`,
      },
    },
    {
      name: 'a constraint of the other provider only',
      template: {
        'main.tf': `${requires('aws')}${contact('«"ann"»', 'awscc_ssmcontacts_contact')}`,
      },
      message: 'Nothing says which versions of the provider awscc this module takes, so any may deploy it.',
    },
    {
      name: 'once for a module and a provider',
      template: { 'a.tf': contact('«"ann"»'), 'b.tf': contact('"bob"') },
    },
    {
      name: 'in Terraform’s JSON syntax',
      template: {
        'main.tf.json': `{
  "resource": {
    "aws_ssmcontacts_contact": { «"ann"»: { "alias": "ann", "display_name": "Ann", "type": "PERSONAL" } }
  }
}`,
      },
    },
  ],
  undecided: [
    {
      name: 'a module of its own, which another one with a constraint may call',
      template: { 'main.tf': requires('aws'), 'contacts/main.tf': contact('«?"bob"»') },
      reason:
        'another module of the workspace constrains the provider, and may be deployed together with this one',
    },
    {
      name: 'a file that could not be read may hold the constraint',
      template: { 'main.tf': contact('«?"ann"»'), 'versions.tf.json': '{ "terraform": ' },
      problems: ['malformed-json'],
    },
  ],
});

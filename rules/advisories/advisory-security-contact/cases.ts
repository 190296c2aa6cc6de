import { cases } from '../../../test/rule-cases.js';

const contact = `
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }`;

/** A contact of Incident Manager's and an alternate contact of the account, in Terraform. */
function terraform(
  email: string,
  phone = '"+49301234567"',
  type = '"SECURITY"',
  name = '"ann"',
  more = '',
): string {
  return `${more}
resource "aws_ssmcontacts_contact" ${name} {
  alias = "ann"
  type  = "PERSONAL"
}
resource "aws_account_alternate_contact" "security" {
  alternate_contact_type = ${type}
  name                   = "Security"
  title                  = "Security"
  email_address          = ${email}
  phone_number           = ${phone}
}
`;
}

const good = '"security@corp.io"';

export default cases({
  good: [
    { name: 'a shared mailbox of the organization', template: { 'main.tf': terraform(good) } },
    {
      name: 'in a domain that the configuration allows',
      template: { 'main.tf': terraform('"security@corp.co.uk"') },
      settings: { contacts: { allowedEmailDomains: ['corp.co.uk'] } },
    },
    {
      name: 'trap 71: CloudFormation sends the notifications about security to the alternate contact',
      template: `Resources:
  Ann:${contact}
  Managed:
    Type: AWS::Notifications::ManagedNotificationAccountContactAssociation
    Properties:
      ContactIdentifier: ACCOUNT_ALTERNATE_SECURITY
      ManagedNotificationConfigurationArn: arn:aws:notifications::111122223333:managed-notification-configuration/category/AWS-Health/sub-category/Security
`,
    },
    {
      name: 'set elsewhere, as the user declares',
      template: `Resources:\n  Ann:${contact}\n`,
      settings: { external: { securityContact: 'security@corp.io, read by the security team' } },
    },
    {
      name: 'no Incident Manager resource, written as JSON',
      template: '{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }',
    },
    {
      name: 'a free mailbox of another contact of the account',
      template: {
        'main.tf': `${terraform(good)}
resource "aws_account_alternate_contact" "billing" {
  alternate_contact_type = "BILLING"
  name                   = "Billing"
  title                  = "Billing"
  email_address          = "billing@gmail.com"
  phone_number           = "+49301234567"
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a configuration of Terraform’s without any alternate contact',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"ann"» {
  alias = "ann"
  type  = "PERSONAL"
}
`,
      },
      message: 'The security contact of the account is declared in none of the scanned files (1).',
    },
    {
      name: 'an alternate contact for operations only',
      template: { 'main.tf': terraform(good, undefined, '"OPERATIONS"', '«"ann"»') },
    },
    {
      name: 'trap 73: a free mailbox, which the message does not repeat',
      template: { 'main.tf': terraform('«"corp.security@gmail.com"»') },
      message:
        'The security contact of the account has an e-mail address of a service that gives anybody one.',
    },
    {
      name: 'a domain that the configuration does not allow',
      template: { 'main.tf': terraform('«"security@agency.io"»') },
      settings: { contacts: { allowedEmailDomains: ['corp.io'] } },
      message:
        'The security contact of the account has an e-mail address in a domain that the configuration does not allow.',
    },
    {
      name: 'a placeholder',
      template: { 'main.tf': terraform('«"security@example.com"»') },
      message: 'The security contact of the account has an e-mail address that is a placeholder.',
    },
    {
      name: 'no e-mail address',
      template: { 'main.tf': terraform('«"security"»') },
      message: 'The security contact of the account has an e-mail address that is none.',
    },
    {
      name: 'trap 26: a phone number without "+"',
      template: { 'main.tf': terraform(good, '«"0049 30 1234567"»') },
      message: 'The security contact of the account has a phone number without "+" and a country code.',
    },
    {
      name: 'a phone number of those kept for fiction',
      template: { 'main.tf': terraform(good, '«"+12065550100"»') },
    },
    {
      name: 'in Terraform’s JSON',
      template: {
        'main.tf.json': `{
  "resource": {
    "aws_ssmcontacts_contact": { "ann": { "alias": "ann", "type": "PERSONAL" } },
    "aws_account_alternate_contact": {
      "security": {
        "alternate_contact_type": "SECURITY",
        "name": "Security",
        "title": "Security",
        "email_address": «"security@gmail.com"»,
        "phone_number": "+49301234567"
      }
    }
  }
}`,
      },
    },
  ],
  possible: [
    {
      name: 'a variable whose default is a free mailbox',
      template: {
        'main.tf': terraform(
          '«~var.email»',
          undefined,
          undefined,
          undefined,
          'variable "email" { default = "security@gmail.com" }',
        ),
      },
      when: 'variable email keeps its default',
    },
  ],
  undecided: [
    {
      name: 'trap 71: CloudFormation has no type for it, so its absence proves nothing',
      template: `Resources:\n  «?Ann»:${contact}\n`,
      reason: 'CloudFormation has no type for the security contact of an account, which may be set by hand',
    },
    {
      name: 'an address that only a variable gives',
      template: {
        'main.tf': terraform(
          '«?var.email»',
          undefined,
          undefined,
          undefined,
          'variable "email" { type = string }',
        ),
      },
    },
    {
      name: 'a type that only a variable gives',
      template: {
        'main.tf': terraform(good, undefined, 'var.type', '«?"ann"»', 'variable "type" { type = string }'),
      },
    },
  ],
});

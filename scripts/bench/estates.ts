/** The two templates that are measured cold: small, with one finding each. */
export const smallYaml = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+498912345678'
      DeferActivation: true
`;

export const smallJson = JSON.stringify(
  {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Sms: {
        Type: 'AWS::SSMContacts::ContactChannel',
        Properties: {
          ContactId: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann',
          ChannelName: 'Mobile',
          ChannelType: 'SMS',
          ChannelAddress: '+498912345678',
          DeferActivation: true,
        },
      },
    },
  },
  undefined,
  2,
);

/** 500 policies of 10 statements each. */
export function manyStatements(): object {
  const policies = Array.from({ length: 500 }, (_, policy) => [
    `Policy${String(policy)}`,
    {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Description: `Responders of team ${String(policy)}`,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: Array.from({ length: 10 }, (_, statement) => ({
            Sid: `Statement${String(statement)}`,
            Effect: 'Allow',
            Action: [
              'ssm-incidents:StartIncident',
              'ssm-incidents:GetResponsePlan',
              'ssm-contacts:GetContact',
            ],
            Resource: [
              `arn:aws:ssm-incidents::111122223333:response-plan/team-${String(policy)}-${String(statement)}`,
              `arn:aws:ssm-contacts:eu-central-1:111122223333:contact/team-${String(policy)}`,
            ],
            Condition: { StringEquals: { 'aws:ResourceTag/team': `team-${String(policy)}` } },
          })),
        },
      },
    },
  ]);
  return { AWSTemplateFormatVersion: '2010-09-09', Resources: Object.fromEntries(policies) as object };
}

/** How many resources a plan of about 20 MB has. */
const planned = 10_800;

/** A plan of Terraform's of about 20 MB: an estate of other services around a few hundred policies and channels. */
export function largePlan(): object {
  const resources = Array.from({ length: planned }, (_, index) => {
    const [type, values] = plannedValues(index);
    return { type, name: `r${String(index)}`, values };
  });
  return {
    format_version: '1.2',
    terraform_version: '1.9.8',
    planned_values: {
      root_module: {
        resources: resources.map(({ type, name, values }) => ({
          address: `${type}.${name}`,
          mode: 'managed',
          type,
          name,
          provider_name: 'registry.terraform.io/hashicorp/aws',
          schema_version: 1,
          values,
          sensitive_values: {},
        })),
      },
    },
    resource_changes: resources.map(({ type, name, values }) => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: values,
        after_unknown: { arn: true, id: true, tags_all: true },
        before_sensitive: false,
        after_sensitive: { tags_all: {} },
      },
    })),
    configuration: {
      root_module: {
        resources: resources.map(({ type, name, values }) => ({
          address: `${type}.${name}`,
          mode: 'managed',
          type,
          name,
          provider_config_key: 'aws',
          expressions: Object.fromEntries(
            Object.keys(values).map((key) => [key, { references: [`var.${key}`, `local.${key}`] }]),
          ),
          schema_version: 1,
        })),
      },
    },
  };
}

function plannedValues(index: number): [type: string, values: Readonly<Record<string, unknown>>] {
  const name = `team-${String(index)}`;
  const tags = { team: name, environment: 'production', repository: 'github.com/example/infrastructure' };
  if (index % 30 === 0) {
    const statement = {
      Effect: 'Allow',
      Action: ['ssm-incidents:GetResponsePlan'],
      Resource: `arn:aws:ssm-incidents::111122223333:response-plan/${name}`,
    };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement, statement] });
    return ['aws_iam_policy', { name, description: `Responders of ${name}`, path: '/', policy, tags }];
  }
  if (index % 45 === 1)
    return [
      'aws_ssmcontacts_contact_channel',
      {
        name,
        type: 'SMS',
        contact_id: `arn:aws:ssm-contacts:eu-central-1:111122223333:contact/${name}`,
        delivery_address: [{ simple_address: '+498912345678' }],
      },
    ];
  return [
    'aws_s3_bucket',
    {
      bucket: `example-${name}`,
      force_destroy: false,
      timeouts: null,
      tags,
      lifecycle_rule: Array.from({ length: 2 }, (_, rule) => ({
        id: `rule-${String(rule)}`,
        enabled: true,
        prefix: `logs/${name}/${String(rule)}/`,
        expiration: [{ days: 90, expired_object_delete_marker: false }],
      })),
    },
  ];
}

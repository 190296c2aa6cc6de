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

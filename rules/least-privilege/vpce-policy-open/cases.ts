import { isProduction, responsePlan } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';

const contacts = 'com.amazonaws.eu-central-1.ssm-contacts';

/** An endpoint with a statement for everybody, or with none. */
function template(action?: string, service = contacts, name = 'Endpoint', sections = ''): string {
  const policy =
    action === undefined
      ? ''
      : `      PolicyDocument:
        Statement: { Effect: Allow, Principal: '*', Action: ${action}, Resource: '*' }
`;
  return `${sections}Resources:
${responsePlan}  ${name}:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0123456789abcdef0
      VpcEndpointType: Interface
      ServiceName: ${service}
${policy}`;
}

export default cases({
  good: [
    {
      name: 'the policy of AWS’s guide: everybody, with three actions',
      template: template('[ssm-contacts:ListContacts, ssm-contacts:GetContact, ssm-incidents:StartIncident]'),
    },
    {
      name: 'the endpoint of another service',
      template: template(undefined, 'com.amazonaws.eu-central-1.ssm'),
    },
    {
      name: 'everything, for the own organization',
      template: template("'*'").replace(
        "Resource: '*' }",
        "Resource: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': o-a1b2c3d4e5 } } }",
      ),
    },
  ],
  bad: [
    {
      name: 'no policy',
      template: template(undefined, contacts, '«Endpoint»'),
      message: 'VPC endpoint "Endpoint" lets everybody in the network call every action: it has no policy.',
    },
    {
      name: 'a whole service, with the Region by a function',
      template: template("«'ssm-incidents:*'»", "!Sub 'com.amazonaws.${AWS::Region}.ssm-incidents'"),
    },
    {
      name: 'everything, in JSON',
      template: `{
  "Resources": {
    "Endpoint": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": "vpc-0123456789abcdef0",
        "ServiceName": { "Fn::Join": [".", ["com.amazonaws", { "Ref": "AWS::Region" }, "ssm-contacts"]] },
        "PolicyDocument": {
          "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": [«"*"»], "Resource": "*" }]
        }
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: template(
        "!If [IsProduction, ssm-contacts:ListContacts, «~'*'»]",
        contacts,
        'Endpoint',
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a service from a parameter',
      template: template(
        undefined,
        '!Ref Service',
        '«?Endpoint»',
        'Parameters: { Service: { Type: String } }\n',
      ),
    },
  ],
});

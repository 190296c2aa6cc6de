import { isProduction, responsePlan } from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';

interface Parts {
  readonly name?: string;
  readonly resources?: string;
  readonly principals?: string;
  readonly external?: string;
  readonly sections?: string;
}

const unit = 'arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-abcd1234';
const organization = 'arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5';

/** A share of the response plan, inside the organization and with a unit unless told otherwise. */
function template({
  name = 'Share',
  resources = '[!Ref Plan]',
  principals = `[${unit}]`,
  external = 'AllowExternalPrincipals: false',
  sections = '',
}: Parts = {}): string {
  return `${sections}Resources:
${responsePlan}  ${name}:
    Type: AWS::RAM::ResourceShare
    Properties:
      Name: incidents
      ResourceArns: ${resources}
      Principals: ${principals}
      ${external}
`;
}

const accounts = { principals: "['444455556666']" };

export default cases({
  good: [
    { name: 'an organizational unit, and nobody else', template: template() },
    {
      name: 'an account that the configuration names',
      template: template(accounts),
      settings: { org: { principals: ['444455556666'] } },
    },
    {
      name: 'the own account',
      template: template({ principals: "['arn:aws:iam::444455556666:role/responders']" }),
      settings: { account: { id: '444455556666' } },
    },
    {
      name: 'a share of something else',
      template: template({ resources: '[!Ref Subnet]', external: '' }).concat(
        '  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0123456789abcdef0, CidrBlock: 10.0.0.0/24 } }\n',
      ),
    },
    {
      name: 'a share of what is not known, where nothing is Incident Manager’s',
      template: `Parameters: { Arn: { Type: String } }
Resources:
  Share: { Type: AWS::RAM::ResourceShare, Properties: { Name: subnets, ResourceArns: [!Ref Arn] } }
`,
    },
  ],
  bad: [
    {
      name: 'trap 39: CloudFormation’s default lets anybody in',
      template: template({ name: '«Share»', principals: '[]', external: '' }),
      message:
        'Resource share "Share" opens response plans or contacts to whoever is added to it, inside the organization or not.',
    },
    {
      name: 'a contact by its ARN, and a quoted boolean',
      template: template({
        resources: '[arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann]',
        principals: '[]',
        external: "AllowExternalPrincipals: «'true'»",
      }),
    },
    {
      name: 'open, but with a unit of the organization only',
      template: template({ external: 'AllowExternalPrincipals: «true»' }),
      severity: 'warning',
    },
    {
      name: 'an account that nobody has named',
      template: template({ principals: "[«'444455556666'»]" }),
      severity: 'warning',
      message:
        'Resource share "Share" opens response plans or contacts to an account that the configuration does not name.',
    },
    {
      name: 'the whole organization',
      template: template({ principals: `[«${organization}»]` }),
      severity: 'info',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Contact": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL", "Plan": [] }
    },
    «"Share"»: {
      "Type": "AWS::RAM::ResourceShare",
      "Properties": {
        "Name": "incidents",
        "ResourceArns": [{ "Fn::GetAtt": ["Contact", "Arn"] }],
        "Principals": [«"444455556666"»]
      }
    }
  }
}`,
      severity: ['error', 'warning'],
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: template({
        external: 'AllowExternalPrincipals: !If [IsProduction, false, «~true»]',
        principals: '[]',
        sections: isProduction,
      }),
      when: 'not IsProduction',
    },
    {
      name: 'a response plan that is shared in one arm of a condition',
      template: template({
        resources: '[!If [IsProduction, !Ref Plan, !Ref AWS::NoValue]]',
        external: 'AllowExternalPrincipals: «~true»',
        principals: '[]',
        sections: isProduction,
      }),
      when: 'IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a resource from a parameter',
      template: template({
        name: '«?Share»',
        resources: '[!Ref Arn]',
        principals: '[]',
        external: '',
        sections: 'Parameters: { Arn: { Type: String } }\n',
      }),
    },
    {
      name: 'a principal from a parameter',
      template: template({
        principals: '[«?!Ref Principal»]',
        sections: 'Parameters: { Principal: { Type: String } }\n',
      }),
    },
  ],
});

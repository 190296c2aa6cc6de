import { expect } from 'chai';
import { cloudFormationType } from '../../../src/dialect/terraform/cloudformation-type.js';
import { kinds } from '../../../src/model/kinds.js';

/** The awscc types that the provider's documentation lists for the services of this project. */
const awscc: Readonly<Record<string, string>> = {
  awscc_ssmcontacts_contact_channel: 'AWS::SSMContacts::ContactChannel',
  awscc_ssmincidents_replication_set: 'AWS::SSMIncidents::ReplicationSet',
  awscc_chatbot_microsoft_teams_channel_configuration: 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
  awscc_chatbot_custom_action: 'AWS::Chatbot::CustomAction',
  awscc_sns_topic_inline_policy: 'AWS::SNS::TopicInlinePolicy',
  awscc_cloudtrail_event_data_store: 'AWS::CloudTrail::EventDataStore',
  awscc_sso_permission_set: 'AWS::SSO::PermissionSet',
  awscc_ec2_vpc_endpoint: 'AWS::EC2::VPCEndpoint',
  awscc_resourcegroups_group: 'AWS::ResourceGroups::Group',
};

describe('types of Terraform resources', () => {
  it('are those of CloudFormation in the aws provider', () => {
    expect(cloudFormationType('aws_ssmcontacts_contact_channel')).to.equal(
      'AWS::SSMContacts::ContactChannel',
    );
    expect(cloudFormationType('aws_iam_policy')).to.equal('AWS::IAM::ManagedPolicy');
    expect(cloudFormationType('aws_cloudtrail')).to.equal('AWS::CloudTrail::Trail');
  });

  for (const [sourceType, type] of Object.entries(awscc))
    it(`derives ${type} from ${sourceType}`, () => {
      expect(cloudFormationType(sourceType)).to.equal(type);
    });

  it('are kept where CloudFormation has none', () => {
    expect(cloudFormationType('aws_account_alternate_contact')).to.equal('aws_account_alternate_contact');
    expect(cloudFormationType('random_pet')).to.equal('random_pet');
    expect(cloudFormationType('constructor')).to.equal('constructor');
  });

  it('are known for every type of the table of kinds', () => {
    const types = new Set(Object.values(kinds).flatMap(({ cloudformation }) => [...cloudformation]));
    const known = Object.values(awscc);
    for (const type of types) {
      const [, service = '', name = ''] = type.split('::');
      const snake = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
      const awsccName = `awscc_${service.toLowerCase()}_${snake}`;
      if (!known.includes(type)) expect(cloudFormationType(awsccName), awsccName).to.equal(type);
    }
  });
});

import { cases } from '../../../test/rule-cases.js';
import { planOf } from '../../../test/terraform-documents.js';

function channel(name: string, deferral: string, sections = ''): string {
  return `${sections}Resources:
  ${name}:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49 30 1234567'
      ${deferral}
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const reason = 'whether the activation code was entered is known only in the account';

export default cases({
  good: [
    {
      name: 'a deferred channel, which is inactive for sure',
      template: channel('AliceSms', 'DeferActivation: true'),
    },
    {
      name: 'a channel that is deferred in both arms of a condition',
      template: channel('AliceSms', "DeferActivation: !If [IsProd, true, 'true']", isProd),
    },
    {
      name: 'no channel at all',
      template: `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
`,
    },
    {
      name: 'a channel of the aws provider, which always defers',
      template: planOf({
        'aws_ssmcontacts_contact_channel.sms': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          name: 'Mobile',
          type: 'SMS',
        },
      }),
    },
  ],
  bad: [],
  neverFinds: 'templates never say that a channel was not activated, and evidence is not read yet',
  undecided: [
    {
      name: 'trap 8: an omitted flag sends the code, and nothing says that it was entered',
      template: channel('«?AliceSms»', ''),
      reason,
    },
    {
      name: 'trap 9: no template has an activation status',
      template: channel('«?AliceSms»', 'DeferActivation: false'),
    },
    {
      name: 'trap 10: the flag is write-only, so that its absence proves nothing',
      template: channel('«?AliceSms»', 'DeferActivation: !Ref AWS::NoValue'),
      reason,
    },
    {
      name: 'one arm of a condition that sends the code',
      template: channel('«?AliceSms»', 'DeferActivation: !If [IsProd, false, true]', isProd),
      reason,
    },
    {
      name: 'a deferral that is not known',
      template: channel(
        '«?AliceSms»',
        'DeferActivation: !Ref Defer',
        'Parameters: { Defer: { Type: String } }\n',
      ),
      reason,
    },
    {
      name: 'trap 73: a reason that repeats no address',
      template: `{
  "Parameters": { "Phone": { "Type": "String", "NoEcho": true, "Default": "+49 30 1234567" } },
  "Resources": {
    «?"AliceVoice"»: {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Condition": "IsProd",
      "Properties": {
        "ContactId": { "Fn::ImportValue": "oncall:alice" },
        "ChannelName": "Call",
        "ChannelType": "VOICE",
        "ChannelAddress": { "Ref": "Phone" }
      }
    }
  },
  "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "AWS::AccountId" }, "111122223333"] } }
}`,
      reason,
    },
    {
      name: 'a channel of the awscc provider',
      template: planOf({
        '«?awscc_ssmcontacts_contact_channel.sms»': { channel_type: 'SMS', channel_name: 'Mobile' },
      }),
    },
  ],
});

import { cases, type RuleCase } from '../../../test/rule-cases.js';

const settings = { contacts: { allowedEmailDomains: ['corp.io'] } };

/** A channel with an address, after other sections of the template. */
function channel(address: string, sections = '', type = 'EMAIL'): string {
  return `${sections}Resources:
  Mail:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Mail
      ChannelType: ${type}
      ChannelAddress: ${address}
`;
}

function good(name: string, template: string): RuleCase {
  return { name, template, settings };
}

export default cases({
  good: [
    good('an allowed domain', channel('duty@corp.io')),
    good('an allowed domain in capitals', channel('duty@CORP.IO')),
    good('a phone number', channel("'+49301234567'", '', 'SMS')),
    good('a name before an allowed domain', channel("!Sub '${AWS::StackName}@corp.io'")),
    { name: 'any domain where none is configured', template: channel('me@gmail.com') },
  ],
  bad: [
    {
      name: 'another domain',
      template: channel('«me@gmail.com»'),
      settings,
      message: 'The address of channel "Mail" is in a domain that the configuration does not allow.',
    },
    { name: 'a domain below an allowed one', template: channel('«duty@mail.corp.io»'), settings },
    { name: 'a domain that only ends alike', template: channel('«duty@notcorp.io»'), settings },
    {
      name: 'two signs, of which the last counts',
      template: channel("«'duty@corp.io@gmail.com'»"),
      settings,
    },
    {
      name: 'any address where no domain is allowed',
      template: channel('«duty@corp.io»'),
      settings: { contacts: { allowedEmailDomains: [] } },
    },
    {
      name: 'another domain, in JSON',
      template: `{
  "Resources": {
    "Mail": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice",
        "ChannelName": "Mail",
        "ChannelType": "EMAIL",
        "ChannelAddress": «{ "Fn::Join": ["@", ["me", "gmail.com"]] }»
      }
    }
  }
}`,
      settings,
    },
    {
      name: 'another domain, in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact_channel" "mail" {
  contact_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice"
  name       = "Mail"
  type       = "EMAIL"
  delivery_address {
    simple_address = «"me@gmail.com"»
  }
}
`,
      },
      settings,
    },
  ],
  possible: [
    {
      name: 'a default in another domain',
      template: channel(
        '«~!Ref Address»',
        'Parameters: { Address: { Type: String, Default: me@gmail.com } }\n',
      ),
      settings,
      when: 'parameter Address keeps its default',
    },
  ],
  undecided: [
    {
      name: 'trap 73: an address that is never printed',
      template: channel('«?!Ref Address»', 'Parameters: { Address: { Type: String, NoEcho: true } }\n'),
      settings,
    },
    {
      name: 'a domain that only deployment knows',
      template: channel("«?!Sub 'duty@${Domain}'»", 'Parameters: { Domain: { Type: String } }\n'),
      settings,
    },
  ],
});

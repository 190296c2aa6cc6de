import { cases, type RuleCase } from '../../../test/rule-cases.js';
import { planOf } from '../../../test/terraform-documents.js';

/** A channel of a type with an address, after other sections of the template. */
function channel(type: string, address: string, sections = ''): string {
  return `${sections}Resources:
  AliceChannel:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Duty
      ChannelType: ${type}
      ChannelAddress: ${address}
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const anyType = 'Parameters: { Kind: { Type: String } }\n';
const phoneType = 'Parameters: { Kind: { Type: String, AllowedValues: [SMS, VOICE] } }\n';

function goodAddress(name: string, type: string, address: string): RuleCase {
  return { name, template: channel(type, address) };
}

function badAddress(name: string, type: string, address: string, fault: string): RuleCase {
  return {
    name,
    template: channel(type, `«${address}»`),
    message: `The address of channel "AliceChannel" ${fault}.`,
    severity: 'error',
  };
}

const noPlus = 'does not start with "+" and a country code';

export default cases({
  good: [
    goodAddress('a number', 'SMS', "'+49301234567'"),
    goodAddress('trap 26: a number with spaces', 'SMS', "'+49 30 123 45 67'"),
    goodAddress('a number with every separator', 'VOICE', "'+1 (206) 555-7.654'"),
    goodAddress('the shortest number', 'SMS', "'+2901234'"),
    goodAddress('the longest number', 'VOICE', "'+498912345678901'"),
    goodAddress('a number without quotes', 'SMS', '+49301234567'),
    goodAddress('an e-mail address', 'EMAIL', 'alice@corp.io'),
    goodAddress('an e-mail address with a tag and a sub-domain', 'EMAIL', "'alice+duty_1@mail.eu.corp.io'"),
    goodAddress('an e-mail address outside ASCII', 'EMAIL', 'zoë@bücher.de'),
    goodAddress('320 characters', 'EMAIL', 'alice@corp.io'.padEnd(320, 'o')),
    {
      name: 'type and address that depend on one condition',
      template: channel('!If [IsProd, SMS, EMAIL]', "!If [IsProd, '+49301234567', alice@corp.io]", isProd),
    },
    {
      name: 'type and address that depend on a condition and its negation',
      template: channel(
        '!If [IsProd, SMS, EMAIL]',
        "!If [IsTest, alice@corp.io, '+49301234567']",
        isProd.replace(' }\n', ', IsTest: !Not [!Condition IsProd] }\n'),
      ),
    },
    {
      name: 'a type of several that all take the address',
      template: channel('!Ref Kind', "'+49301234567'", phoneType),
    },
    {
      name: 'an address that is put together',
      template: channel('SMS', "!Join ['', ['+49', '301234567']]"),
    },
    {
      name: 'a default that fits',
      template: channel(
        'SMS',
        '!Ref Phone',
        "Parameters: { Phone: { Type: String, Default: '+49301234567' } }\n",
      ),
    },
    {
      name: 'an address that is missing is for another rule',
      template: channel('SMS', '!Ref AWS::NoValue'),
      invalid: true,
    },
    {
      name: 'a type that CloudFormation does not know is for another rule',
      template: channel('CHATBOT', 'incidents'),
      invalid: true,
    },
    {
      name: 'a right number in a plan',
      template: planOf({
        'aws_ssmcontacts_contact_channel.sms': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          name: 'Mobile',
          type: 'SMS',
          delivery_address: [{ simple_address: '+49 30 1234567' }],
        },
      }),
    },
  ],
  bad: [
    badAddress('trap 26: a number without +', 'SMS', "'0301234567'", noPlus),
    badAddress('trap 26: a number with 00', 'VOICE', "'0049301234567'", noPlus),
    badAddress('a number that YAML reads as one', 'SMS', '49301234567', noPlus),
    badAddress(
      'a country code that starts with 0',
      'SMS',
      "'+0301234567'",
      'has a country code that starts with 0',
    ),
    badAddress(
      'a country code that starts with 0 in brackets',
      'SMS',
      "'+(0)301234567'",
      'has a country code that starts with 0',
    ),
    badAddress('letters in a number', 'VOICE', "'+1 206 555 HELP'", 'has signs that no phone number has'),
    badAddress('an extension', 'VOICE', "'+1 206 555 7654 x12'", 'has signs that no phone number has'),
    badAddress('a second +', 'SMS', "'+49+301234567'", 'has signs that no phone number has'),
    badAddress('six digits', 'SMS', "'+49 3012'", 'has fewer than 7 digits'),
    badAddress('sixteen digits', 'SMS', "'+49 30 1234 5678 9012'", 'has more than 15 digits'),
    badAddress('a word', 'SMS', 'pager', noPlus),
    badAddress('an empty address', 'SMS', "''", 'is empty'),
    badAddress(
      'an e-mail address in an SMS channel',
      'SMS',
      'alice@corp.io',
      'is an e-mail address, which no channel of type SMS takes',
    ),
    badAddress(
      'an e-mail address in a voice channel',
      'VOICE',
      'alice@corp.io',
      'is an e-mail address, which no channel of type VOICE takes',
    ),
    badAddress(
      'a number in an e-mail channel',
      'EMAIL',
      "'+49 30 1234567'",
      'is a phone number, which no channel of type EMAIL takes',
    ),
    badAddress('an e-mail address without @', 'EMAIL', 'alice.corp.io', 'has no "@"'),
    badAddress('two @', 'EMAIL', "'alice@corp.io@'", 'has more than one "@"'),
    badAddress('two e-mail addresses', 'EMAIL', "'alice@corp.io,bob@corp.io'", 'has more than one "@"'),
    badAddress('nothing before @', 'EMAIL', "'@corp.io'", 'has nothing before "@"'),
    badAddress('nothing after @', 'EMAIL', "'alice@'", 'has no complete domain after "@"'),
    badAddress('a domain without a dot', 'EMAIL', "'alice@corp'", 'has no complete domain after "@"'),
    badAddress(
      'a domain with an empty part',
      'EMAIL',
      "'alice@corp..io'",
      'has no complete domain after "@"',
    ),
    badAddress('a space in an e-mail address', 'EMAIL', "'alice @corp.io'", 'has a space in it'),
    badAddress(
      'a name before an e-mail address',
      'EMAIL',
      "'Alice<alice@corp.io>'",
      'has signs that no e-mail address has',
    ),
    badAddress('321 characters', 'EMAIL', `${'a'.repeat(313)}@corp.io`, 'has more than 320 characters'),
    {
      name: 'trap 73: neither message nor reason repeats the address',
      template: channel(
        'SMS',
        '«!FindInMap [Phones, alice, sms]»',
        "Mappings: { Phones: { alice: { sms: '0301234567' } } }\n",
      ),
      message: `The address of channel "AliceChannel" ${noPlus}.`,
    },
    {
      name: 'a literal part of a text with gaps that fits no number',
      template: channel(
        'SMS',
        "«!Sub '00${CountryAndNumber}'»",
        'Parameters: { CountryAndNumber: { Type: String } }\n',
      ),
      message: `The address of channel "AliceChannel" ${noPlus}.`,
    },
    {
      name: 'an e-mail address with a gap in a voice channel',
      template: channel('VOICE', "«!Sub '${User}@corp.io'»", 'Parameters: { User: { Type: String } }\n'),
      message:
        'The address of channel "AliceChannel" is an e-mail address, which no channel of type VOICE takes.',
    },
    {
      name: 'all values that a parameter allows',
      template: channel(
        'SMS',
        '«!Ref Phone»',
        "Parameters: { Phone: { Type: String, AllowedValues: ['0301234567', '0049891234567'] } }\n",
      ),
    },
    {
      name: 'an unknown type, and an address that fits none',
      template: channel('!Ref Kind', '«pager»', anyType),
      message: 'The address of channel "AliceChannel" fits none of the types that the channel can have.',
    },
    {
      name: 'a type of two, and an address that fits neither',
      template: channel('!Ref Kind', "«'0301234567'»", phoneType),
      message: `The address of channel "AliceChannel" ${noPlus}.`,
    },
    {
      name: 'a type that depends on a condition, and an address that fits neither',
      template: channel('!If [IsProd, SMS, VOICE]', "«'0301234567'»", isProd),
    },
    {
      name: 'an anchor',
      template: `Metadata: { Duty: &duty «'0301234567'» }
${channel('SMS', '*duty')}`,
    },
    {
      name: 'as JSON, with non-ASCII text before it on the line',
      template: `{ "Resources": { "AliceChannel": { "Type": "AWS::SSMContacts::ContactChannel", "Properties": {
  "ContactId": { "Ref": "Alice" }, "ChannelType": "SMS",
  "ChannelName": "Bereitschaft Zoë 📟", "ChannelAddress": «"0301234567"» } },
  "Alice": { "Type": "AWS::SSMContacts::Contact",
    "Properties": { "Alias": "alice", "DisplayName": "Alice", "Type": "PERSONAL" } } } }`,
      message: `The address of channel "AliceChannel" ${noPlus}.`,
    },
    {
      name: 'as JSON, a number',
      template: `{ "Resources": { "AliceChannel": { "Type": "AWS::SSMContacts::ContactChannel", "Properties": {
  "ContactId": "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice",
  "ChannelName": "Duty", "ChannelType": "VOICE", "ChannelAddress": «49301234567» } } } }`,
    },
    {
      name: 'a number without a country code in a plan',
      template: planOf({
        'aws_ssmcontacts_contact_channel.sms': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          name: 'Mobile',
          type: 'SMS',
          delivery_address: [{ simple_address: '«0301234567»' }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'trap 73: a default that does not fit',
      template: channel(
        'SMS',
        '«~!Ref Phone»',
        "Parameters: { Phone: { Type: String, NoEcho: true, Default: '0301234567' } }\n",
      ),
      message: `The address of channel "AliceChannel" ${noPlus}.`,
      when: 'parameter Phone keeps its default',
    },
    {
      name: 'one arm of a condition',
      template: channel('SMS', "!If [IsProd, '+49301234567', «~'0301234567'»]", isProd),
      when: 'not IsProd',
    },
    {
      name: 'both arms of a condition, each where it is written',
      template: channel('SMS', "!If [IsProd, «~'0049301234567'», «~'0301234567'»]", isProd),
      when: ['IsProd', 'not IsProd'],
    },
    {
      name: 'one arm of the condition that the type depends on',
      template: channel('!If [IsProd, SMS, EMAIL]', "«~'+49301234567'»", isProd),
      when: 'not IsProd',
    },
    {
      name: 'type and address that are swapped',
      template: channel(
        "{ 'Fn::If': [IsProd, SMS, EMAIL] }",
        "{ 'Fn::If': [IsProd, «~alice@corp.io», «~'+49301234567'»] }",
        isProd,
      ),
      when: ['IsProd', 'not IsProd'],
    },
    {
      name: 'a default of the type that does not fit',
      template: channel(
        '!Ref Kind',
        '«~alice@corp.io»',
        'Parameters: { Kind: { Type: String, Default: VOICE } }\n',
      ),
      when: 'parameter Kind keeps its default',
    },
    {
      name: 'a channel that is made under a condition',
      template: channel('SMS', "«~'0301234567'»", isProd).replace(
        '    Properties',
        '    Condition: IsProd\n    Properties',
      ),
      when: 'IsProd',
    },
  ],
  undecided: [
    {
      name: 'a parameter without a default',
      template: channel('SMS', '«?!Ref Phone»', 'Parameters: { Phone: { Type: String, NoEcho: true } }\n'),
      reason: 'parameter Phone has no default and no allowed values',
    },
    {
      name: 'an unknown type that takes the address or does not',
      template: channel('!Ref Kind', "«?'+49301234567'»", anyType),
      reason: 'its address fits some of the types that the channel can have, and not others',
    },
    {
      name: 'a type of two that takes the address or does not',
      template: channel(
        '!Ref Kind',
        '«?alice@corp.io»',
        'Parameters: { Kind: { Type: String, AllowedValues: [SMS, EMAIL] } }\n',
      ),
    },
    {
      name: 'trap 73: a parameter that allows right and wrong addresses, of which none is repeated',
      template: channel(
        'SMS',
        '«?!Ref Phone»',
        "Parameters: { Phone: { Type: String, AllowedValues: ['+49301234567', '0301234567'] } }\n",
      ),
      reason: 'parameter Phone allows values that pass and values that do not',
    },
    {
      name: 'a text with gaps whose literal parts fit',
      template: channel('SMS', "«?!Sub '+49${Number}'»", 'Parameters: { Number: { Type: String } }\n'),
      reason: 'parameter Number is not known before deployment',
    },
    {
      name: 'a dynamic reference',
      template: channel('EMAIL', "«?'{{resolve:secretsmanager:duty:SecretString:mail}}'»"),
    },
    {
      name: 'an attribute of a custom resource',
      template: `Resources:
  Directory:
    Type: Custom::Directory
    Properties: { ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:directory }
${channel('SMS', '«?!GetAtt Directory.Phone»').replace('Resources:\n', '')}`,
      reason: 'Directory.Phone is known only after deployment',
    },
  ],
});

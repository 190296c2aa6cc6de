import { cases, type RuleCase } from '../../../test/rule-cases.js';
import { stateOf } from '../../../test/terraform-documents.js';

/** A channel with an address and, on a line of its own, its deferral, after other sections of the template. */
function channel(type: string, address: string, deferral = '', sections = ''): string {
  return `${sections}Resources:
  AliceChannel:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Duty
      ChannelType: ${type}
      ChannelAddress: ${address}
      ${deferral}
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

function good(name: string, type: string, address: string): RuleCase {
  return { name, template: channel(type, address) };
}

function bad(name: string, type: string, address: string): RuleCase {
  return { name, template: channel(type, `«${address}»`), message: sent, severity: 'error' };
}

const start = 'The address of channel "AliceChannel" is a placeholder, and';
const sent = `${start} the deployment sends an activation code there.`;
const maybeSent = `${start} the deployment may send an activation code there.`;
const deferred = `${start} nobody can enter an activation code that is sent there.`;

export default cases({
  good: [
    good('an e-mail address', 'EMAIL', 'alice@corp.io'),
    good('a domain that only ends like a reserved one', 'EMAIL', 'alice@myexample.com'),
    good('a domain that only starts like a reserved one', 'EMAIL', 'alice@example.com.corp.io'),
    good('a country that has example of its own', 'EMAIL', 'alice@example.de'),
    good('the top-level domain xxx', 'EMAIL', 'alice@corp.xxx'),
    good('a word inside a name', 'EMAIL', 'todor@corp.io'),
    good('a number', 'SMS', "'+49 30 1234568'"),
    good('a North American number outside 01XX', 'VOICE', "'+1 206 555 7654'"),
    good('the digits of 555-0100 in another country', 'VOICE', "'+49 30 5550100'"),
    good('digits that are repeated, but for the last', 'SMS', "'+49 444 4444445'"),
    {
      name: 'a parameter without a default is undecided, with a default that is no placeholder it is not',
      template: channel(
        'EMAIL',
        '!Ref Mail',
        '',
        'Parameters: { Mail: { Type: String, Default: alice@corp.io } }\n',
      ),
    },
    {
      name: 'a placeholder in another property',
      template: `Resources:
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: email, Endpoint: oncall@example.com, TopicArn: !Ref Topic }
  Topic: { Type: AWS::SNS::Topic }
`,
    },
  ],
  bad: [
    bad('example.com', 'EMAIL', 'oncall@example.com'),
    bad('example.org in capitals', 'EMAIL', 'OnCall@Example.ORG'),
    bad('example.net with a sub-domain', 'EMAIL', 'oncall@mail.example.net'),
    bad('the top-level domain example', 'EMAIL', 'oncall@corp.example'),
    bad('the top-level domain test', 'EMAIL', 'oncall@corp.test'),
    bad('the top-level domain invalid', 'EMAIL', 'oncall@corp.invalid'),
    bad('localhost', 'EMAIL', 'root@localhost'),
    bad('a word before @', 'EMAIL', 'changeme@corp.io'),
    bad('a North American number for fiction', 'SMS', "'+12065550100'"),
    bad('a North American number for fiction, with separators', 'VOICE', "'+1 (206) 555-0199'"),
    bad('a North American number for fiction, without +', 'VOICE', "'206-555-0142'"),
    bad('one digit repeated', 'SMS', "'+11111111111'"),
    bad('one digit repeated after the country code', 'SMS', "'+1 555 555 5555'"),
    bad('digits counted up', 'SMS', "'+1234567890'"),
    bad('the word changeme', 'SMS', 'changeme'),
    bad('the word change-me among others', 'VOICE', "'<CHANGE-ME: number of Alice>'"),
    bad('the word todo', 'SMS', "'todo: ask Alice'"),
    bad('crosses in place of digits', 'SMS', "'+49 30 xxxxxxx'"),
    {
      name: 'a deferred channel is a warning',
      template: channel('EMAIL', '«oncall@example.com»', 'DeferActivation: "true"'),
      message: deferred,
      severity: 'warning',
    },
    {
      name: 'a deferral that is not known is a warning, which holds in any case',
      template: channel(
        'EMAIL',
        '«oncall@example.com»',
        'DeferActivation: !Ref Defer',
        "Parameters: { Defer: { Type: String, AllowedValues: ['true', 'false'] } }\n",
      ),
      message: maybeSent,
      severity: 'warning',
    },
    {
      name: 'both arms of the condition that the deferral depends on are not deferred',
      template: channel(
        'EMAIL',
        '«oncall@example.com»',
        'DeferActivation: !If [IsProd, false, !Ref AWS::NoValue]',
        isProd,
      ),
      message: sent,
      severity: 'error',
    },
    {
      name: 'a default of the deferral decides the severity',
      template: channel(
        'EMAIL',
        '«oncall@example.com»',
        'DeferActivation: !Ref Defer',
        "Parameters: { Defer: { Type: String, Default: 'false' } }\n",
      ),
      severity: 'error',
    },
    {
      name: 'a domain after a gap',
      template: channel(
        'EMAIL',
        "«!Sub '${User}@example.com'»",
        '',
        'Parameters: { User: { Type: String } }\n',
      ),
    },
    {
      name: 'every value that a parameter allows',
      template: channel(
        'EMAIL',
        '«!Ref Mail»',
        '',
        'Parameters: { Mail: { Type: String, AllowedValues: [a@example.com, b@example.org] } }\n',
      ),
    },
    {
      name: 'a merge key, with the deferral of each channel',
      template: `Resources:
  AliceChannel:
    Type: AWS::SSMContacts::ContactChannel
    Properties: &channel
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      ChannelName: Duty
      ChannelType: EMAIL
      ChannelAddress: ««oncall@example.com»»
  BobChannel:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      <<: *channel
      DeferActivation: true
`,
      severity: ['error', 'warning'],
    },
    {
      name: 'an import of an address that another stack exports',
      template: {
        'directory.yaml': `Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Mail: { Value: oncall@example.com, Export: { Name: directory:mail } } }
`,
        'oncall.yaml': channel('EMAIL', "«!ImportValue 'directory:mail'»"),
      },
      message: sent,
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    "AliceChannel": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice",
        "ChannelName": "Duty",
        "ChannelType": "EMAIL",
        "ChannelAddress": «{ "Fn::Join": ["@", ["oncall", "example.com"]] }»,
        "DeferActivation": { "Ref": "AWS::NoValue" }
      }
    }
  }
}`,
      message: sent,
      severity: 'error',
    },
    {
      name: 'a sample address in a state of Terraform’s',
      template: stateOf({
        'aws_ssmcontacts_contact_channel.mail': {
          type: 'EMAIL',
          delivery_address: [{ simple_address: '«oncall@example.com»' }],
        },
      }),
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'trap 73: a default, which the message does not repeat',
      template: channel(
        'EMAIL',
        '«~!Ref Mail»',
        '',
        'Parameters: { Mail: { Type: String, Default: oncall@example.com, NoEcho: true } }\n',
      ),
      message: sent,
      when: 'parameter Mail keeps its default',
    },
    {
      name: 'one arm of a condition',
      template: channel('SMS', "!If [IsProd, '+49301234568', «~'+12065550100'»]", '', isProd),
      when: 'not IsProd',
      severity: 'error',
    },
    {
      name: 'trap 8: a channel that is deferred in one arm of a condition',
      template: channel(
        'EMAIL',
        '«~«~oncall@example.com»»',
        'DeferActivation: !If [IsProd, true, false]',
        isProd,
      ),
      when: ['IsProd', 'not IsProd'],
      severity: ['warning', 'error'],
      message: [deferred, sent],
    },
    {
      name: 'address and deferral that depend on one condition',
      template: channel(
        'EMAIL',
        '!If [IsProd, alice@corp.io, «~alice@example.com»]',
        'DeferActivation: !If [IsProd, false, true]',
        isProd,
      ),
      when: 'not IsProd',
      severity: 'warning',
      message: deferred,
    },
  ],
  undecided: [
    {
      name: 'a parameter without a default',
      template: channel('EMAIL', '«?!Ref Mail»', '', 'Parameters: { Mail: { Type: String } }\n'),
      reason: 'parameter Mail has no default and no allowed values',
    },
    {
      name: 'a parameter without a default is undecided once, whatever the deferral depends on',
      template: channel(
        'EMAIL',
        '«?!Ref Mail»',
        'DeferActivation: !If [IsProd, true, false]',
        `Parameters: { Mail: { Type: String } }\n${isProd}`,
      ),
    },
    {
      name: 'trap 73: a parameter that allows a placeholder, which the reason does not repeat',
      template: channel(
        'EMAIL',
        '«?!Ref Mail»',
        '',
        'Parameters: { Mail: { Type: String, AllowedValues: [alice@corp.io, alice@example.com] } }\n',
      ),
      reason: 'parameter Mail allows values that pass and values that do not',
    },
    {
      name: 'a gap in the domain',
      template: channel(
        'EMAIL',
        "«?!Sub 'alice@${Company}example.com'»",
        '',
        'Parameters: { Company: { Type: String } }\n',
      ),
      reason: 'parameter Company is not known before deployment',
    },
    {
      name: 'a dynamic reference',
      template: channel('SMS', "«?'{{resolve:ssm-secure:phone:1}}'»"),
    },
  ],
});

import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

/** A contact with a display name and more properties, after other sections of the template. */
function contact(name: string, properties = '', sections = ''): string {
  return `${sections}
Resources:
  Ann:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: ann
      DisplayName: ${name}
      Type: PERSONAL${properties}
`;
}

const tags = (value: string): string => `\n      Tags: [{ Key: owner, Value: ${value} }]`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";

export default cases({
  good: [
    { name: 'a name', template: contact('Ann') },
    { name: 'short numbers', template: contact('Ann 2, room 401-17') },
    { name: 'a date and an account', template: contact("'20260131 111122223333'") },
    {
      name: 'a Region and an account that only deployment knows',
      template: contact("!Sub 'Ann ${AWS::AccountId} ${AWS::Region}'"),
    },
    { name: 'a number in a tag may be anything', template: contact('Ann', tags("'4711471147'")) },
    { name: 'digits that are part of a word', template: contact('Ann i-0123456789') },
    {
      name: 'the address of a channel is where it belongs',
      template: `
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !ImportValue ann
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49301234567'`,
    },
    {
      name: 'trap 21: no display name',
      template: planOf({ 'aws_ssmcontacts_contact.ann': { alias: 'ann' } }),
    },
  ],
  bad: [
    {
      name: 'trap 73: a number in a display name, which is not repeated',
      template: contact("«'Ann +1 555 765 4321'»"),
      message: 'The display name of "Ann" holds a phone number, which everybody sees who may list it.',
      severity: 'warning',
    },
    { name: 'a number without a country code', template: contact("«'Ann 5557654'»") },
    {
      name: 'trap 73: an e-mail address, which is not repeated',
      template: contact('«ann@corp.io»'),
      message: 'The display name of "Ann" holds an e-mail address, which everybody sees who may list it.',
    },
    {
      name: 'both',
      template: contact('««ann@corp.io or +49301234567»»'),
      message: [
        'The display name of "Ann" holds a phone number, which everybody sees who may list it.',
        'The display name of "Ann" holds an e-mail address, which everybody sees who may list it.',
      ],
    },
    {
      name: 'an alias of digits',
      template: contact('Ann').replace('Alias: ann', "Alias: «'15557654321'»"),
    },
    { name: 'an e-mail address in a tag', template: contact('Ann', tags('«ann@corp.io»')) },
    { name: 'an international number in a tag', template: contact('Ann', tags("«'+49 30 1234567'»")) },
    {
      name: 'the name of a channel and the title of incidents',
      template: `
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !ImportValue ann
      ChannelName: «"+15557654321 mobile"»
      ChannelType: SMS
      ChannelAddress: '+15557654321'
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: «Call ann@corp.io», Impact: 1 }`,
      message: [
        'The name of "Sms" holds a phone number, which everybody sees who may list it.',
        'The title for incidents of "Plan" holds an e-mail address, which everybody sees who may list it.',
      ],
    },
    { name: 'an address before a gap', template: contact("«!Sub 'ann@corp.io in ${AWS::Region}'»") },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Ann": {
            "Type": "AWS::SSMContacts::Contact",
            "Properties": {
              "Alias": "ann",
              "DisplayName": «{ "Fn::Join": ["@", ["ann", "corp.io"]] }»,
              "Type": "PERSONAL"
            }
          }
        }
      }`,
    },
    {
      name: 'in a plan of Terraform’s, with its tags',
      template: planOf({
        'aws_ssmcontacts_contact.ann': {
          alias: 'ann',
          display_name: marked('«', 'Ann +15557654321'),
          tags_all: { owner: marked('«', 'ann@corp.io') },
        },
      }),
    },
  ],
  possible: [
    {
      name: 'in one arm',
      template: contact("!If [IsProd, Ann, «~'Ann 5557654321'»]", '', isProd),
      when: 'not IsProd',
    },
    {
      name: 'by default',
      template: contact('«~!Ref Name»', '', 'Parameters: { Name: { Type: String, Default: ann@corp.io } }'),
      when: 'parameter Name keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a name that only deployment knows',
      template: contact('«?!Ref Name»', '', 'Parameters: { Name: { Type: String } }'),
    },
    {
      name: 'part of a name that only deployment knows',
      template: contact("«?!Sub 'Ann ${Name}'»", '', 'Parameters: { Name: { Type: String } }'),
    },
  ],
});

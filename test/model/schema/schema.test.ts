import { expect } from 'chai';
import type { Resource } from '../../../src/dialect/resource.js';
import { schemaFaults, type SchemaFault } from '../../../src/model/schema/schema.js';
import { describe as inWords } from '../../../src/value/assumption.js';
import { isDoubt } from '../../../src/value/tri.js';
import type { MapValue, Value } from '../../../src/value/value.js';
import { absent, either, list, map, place, text } from '../../value/values.js';

const siblings: Readonly<Record<string, { readonly type: string }>> = {
  Alice: { type: 'AWS::SSMContacts::Contact' },
  RunbookRole: { type: 'AWS::IAM::Role' },
};

function resource(type: string, properties: Value, sourceType = type): Resource {
  return { type, sourceType, name: 'It', place, when: [], properties, attributes: absent };
}

function faults(type: string, properties: Value): SchemaFault[] {
  return schemaFaults(resource(type, properties), (name) => siblings[name]);
}

function clauses(type: string, properties: Value): string[] {
  return faults(type, properties).map(({ what, suggestion }) =>
    [what, suggestion].filter(Boolean).join(' -> '),
  );
}

const channel = {
  ChannelAddress: text('+15550100'),
  ChannelName: text('sms'),
  ChannelType: text('SMS'),
  ContactId: {
    kind: 'reference',
    target: { scope: place.file, name: 'Alice' },
    attribute: 'Ref',
    place,
  } as const,
};

const channelType = 'AWS::SSMContacts::ContactChannel';
const contactType = 'AWS::SSMContacts::Contact';
const slackType = 'AWS::Chatbot::SlackChannelConfiguration';
const contact = { Alias: text('alice'), DisplayName: text('Alice'), Type: text('PERSONAL') };

function contactWith(target: MapValue): MapValue {
  return map({ ...contact, Plan: list(map({ DurationInMinutes: text('0'), Targets: list(target) })) });
}

describe('schemaFaults', () => {
  it('finds nothing in right resources', () => {
    expect(clauses(channelType, map(channel))).to.deep.equal([]);
    expect(
      clauses(
        contactType,
        contactWith(
          map({
            ChannelTargetInfo: map({ ChannelId: channel.ContactId, RetryIntervalInMinutes: text('10') }),
          }),
        ),
      ),
    ).to.deep.equal([]);
  });

  it('finds types that do not exist, and says which is meant', () => {
    const suggested = (type: string): string | undefined => faults(type, map({}))[0]?.suggestion;
    expect(clauses('AWS::SSMIncidents::EscalationPlan', map({}))).to.deep.equal([
      'the resource type "AWS::SSMIncidents::EscalationPlan" does not exist -> AWS::SSMContacts::Contact',
    ]);
    expect(suggested('AWS::SSMContacts::ContactChanel')).to.equal(channelType);
    expect(suggested('AWS::SSMIncidents::Contact')).to.equal(contactType);
    expect(faults('AWS::Chatbot::Whatever', map({}))).to.have.lengthOf(1);
    expect(faults('AWS::SNS::Topicc', map({}))).to.have.lengthOf(0);
  });

  it('finds properties that do not exist, at any depth', () => {
    expect(clauses(channelType, map({ ...channel, DeferActivaton: text('true') }))).to.deep.equal([
      'the property "DeferActivaton" does not exist -> DeferActivation',
    ]);
    const target = map({
      ChannelTargetInfo: map({ ContactChannelId: channel.ContactId, RetryIntervalInMinutes: text('1') }),
    });
    expect(clauses(contactType, contactWith(target))).to.have.members([
      'the property "ContactChannelId" does not exist -> ChannelId',
      'the required property ChannelId is missing',
    ]);
  });

  it('finds required properties that are missing, also in one arm of a condition', () => {
    const { ChannelName: _, ...nameless } = channel;
    expect(clauses(channelType, map(nameless))).to.deep.equal([
      'the required property ChannelName is missing',
    ]);
    const conditional = { ...channel, ChannelName: either('IsProd', absent, text('sms')) };
    const [fault, ...others] = faults(channelType, map(conditional));
    expect(others).to.have.lengthOf(0);
    expect(inWords(fault?.when ?? [])).to.equal('IsProd');
    expect(faults(contactType, absent)).to.have.lengthOf(3);
  });

  it('does not look for properties that a transform may add', () => {
    expect(clauses(channelType, map({ 'Fn::Transform': map({ Name: text('AWS::Include') }) }))).to.deep.equal(
      [],
    );
  });

  it('finds values that an enumeration lacks, without repeating them', () => {
    expect(clauses(channelType, map({ ...channel, ChannelType: text('+15550100') }))).to.deep.equal([
      'ChannelType is none of SMS, VOICE, EMAIL',
    ]);
    expect(clauses(channelType, map({ ...channel, ChannelType: text('CHATBOT') }))).to.have.lengthOf(1);
    const slack = {
      ConfigurationName: text('oncall'),
      IamRoleArn: text('arn:aws:iam::111122223333:role/chat'),
      SlackChannelId: text('C0000001'),
      SlackWorkspaceId: text('T0000001'),
    };
    expect(clauses(slackType, map({ ...slack, LoggingLevel: text('DEBUG') }))).to.deep.equal([
      'LoggingLevel is none of ERROR, INFO, NONE',
    ]);
    expect(clauses(slackType, map({ ...slack, LoggingLevel: text('ERROR') }))).to.deep.equal([]);
  });

  it('doubts a parameter that allows right and wrong values', () => {
    const oneOf = (...texts: string[]): Value => ({ kind: 'one-of', texts, source: 'parameter Kind', place });
    const verdicts = (value: Value): unknown[] =>
      faults(channelType, map({ ...channel, ChannelType: value })).map(
        ({ verdict }) => isDoubt(verdict) || verdict,
      );
    expect(verdicts(oneOf('SMS', 'VOICE'))).to.deep.equal([]);
    expect(verdicts(oneOf('sms', 'voice'))).to.deep.equal([true]);
    const [mixed] = faults(channelType, map({ ...channel, ChannelType: oneOf('SMS', 'PUSH') }));
    expect(mixed?.verdict).to.have.property('why');
  });

  it('passes over what is not known', () => {
    const unknown: Value = {
      kind: 'unknown',
      what: 'parameter X',
      why: 'no values',
      settle: 'values',
      place,
    };
    expect(clauses(channelType, unknown)).to.deep.equal([]);
    expect(clauses(channelType, map({ ...channel, ChannelType: unknown }))).to.deep.equal([]);
    expect(clauses(contactType, map({ ...contact, Plan: unknown }))).to.deep.equal([]);
  });

  it('finds logical IDs in place of ARNs', () => {
    expect(clauses(channelType, map({ ...channel, ContactId: text('Alice') }))).to.deep.equal([
      'ContactId is the logical ID "Alice" as a text, where an ARN belongs -> !Ref Alice',
    ]);
    expect(clauses(channelType, map({ ...channel, ChannelName: text('Alice') }))).to.deep.equal([]);
    const plan = {
      Name: text('web'),
      IncidentTemplate: map({ Title: text('Down'), Impact: text('1') }),
      Engagements: text('Alice'),
      Actions: list(
        map({ SsmAutomation: map({ RoleArn: text('RunbookRole'), DocumentName: text('Restart') }) }),
      ),
    };
    expect(
      faults('AWS::SSMIncidents::ResponsePlan', map(plan)).map(({ suggestion }) => suggestion),
    ).to.deep.equal(['!Ref Alice', '!GetAtt RunbookRole.Arn']);
  });

  it('finds objects, lists and texts in each other’s place, and takes a text for a list', () => {
    expect(clauses(channelType, map({ ...channel, ChannelName: list(text('sms')) }))).to.deep.equal([
      'ChannelName is a list, where a text belongs',
    ]);
    expect(
      clauses(contactType, map({ ...contact, Plan: map({ DurationInMinutes: text('1') }) })),
    ).to.deep.equal(['Plan is an object, where a list belongs']);
    expect(clauses(contactType, contactWith(map({ ContactTargetInfo: text('Alice') })))).to.deep.equal([
      'ContactTargetInfo is a text, where an object belongs',
    ]);
    expect(clauses(slackType, list())).to.deep.equal(['Properties is a list, where an object belongs']);
  });

  it('takes hyphens in names and tags as they are', () => {
    const tags = list(map({ Key: text('team'), Value: text('oncall') }));
    expect(clauses(contactType, map({ ...contact, Alias: text('on-call'), Tags: tags }))).to.deep.equal([]);
    expect(
      clauses(contactType, map({ ...contact, Tags: list(map({ key: text('team') })) })),
    ).to.have.lengthOf(3);
  });

  it('repeats no key that is not a name', () => {
    expect(clauses(channelType, map({ ...channel, 'alice@example.com': text('x') }))).to.deep.equal([
      'the property written here does not exist',
    ]);
  });

  it('leaves other dialects and types alone', () => {
    expect(
      schemaFaults(resource(contactType, map({}), 'aws_ssmcontacts_contact'), () => undefined),
    ).to.have.lengthOf(0);
    expect(faults('AWS::S3::Bucket', map({ Anything: text('x') }))).to.have.lengthOf(0);
  });
});

import { expect } from 'chai';
import {
  alice,
  channel,
  contact,
  plan,
  responsePlan,
  template,
  toChannel,
  toContact,
} from '../engagement-templates.js';
import { linksOf, reachOf } from '../engagement-words.js';
import { workspaceOf } from '../workspaces.js';

describe('the engagement graph', () => {
  it('leads from a response plan through an escalation plan to a channel', () => {
    const workspace = workspaceOf(
      template(
        responsePlan('[!Ref Escalation]') +
          contact('Escalation', 'ESCALATION') +
          plan('Stages', '!Ref Escalation', toContact('!GetAtt Alice.Arn')) +
          alice,
      ),
    );
    expect(linksOf(workspace, 'Plan')).to.deep.equal(['escalation-plan Escalation']);
    expect(linksOf(workspace, 'Escalation')).to.deep.equal(['contact Alice']);
    expect(linksOf(workspace, 'Alice')).to.deep.equal(['channel AliceSms']);
    expect(reachOf(workspace)).to.deep.equal([]);
  });

  it('leads through an on-call schedule and its rotation', () => {
    const workspace = workspaceOf(
      template(
        responsePlan('[!Ref Schedule]') +
          contact('Schedule', 'ONCALL_SCHEDULE', 'Plan: [{ RotationIds: [!Ref Weekly] }]') +
          `  Weekly: { Type: 'AWS::SSMContacts::Rotation', Properties: { ContactIds: [!Ref Alice] } }\n` +
          alice,
      ),
    );
    expect(linksOf(workspace, 'Schedule')).to.deep.equal(['rotation Weekly']);
    expect(linksOf(workspace, 'Weekly')).to.deep.equal(['contact Alice']);
    expect(reachOf(workspace)).to.deep.equal([]);
  });

  it('leads across stacks, and from a plan to its contact', () => {
    const workspace = workspaceOf(
      template(responsePlan('[!ImportValue alice]')),
      `${template(alice)}Outputs:\n  Alice: { Value: !Ref AlicePlan, Export: { Name: alice } }\n`,
    );
    expect(linksOf(workspace, 'Plan')).to.deep.equal(['contact Alice']);
    expect(reachOf(workspace)).to.deep.equal([]);
  });

  it('says of each node where nothing follows', () => {
    const workspace = workspaceOf(
      template(
        responsePlan('[]') +
          contact('Bob', 'PERSONAL') +
          contact('Schedule', 'ONCALL_SCHEDULE') +
          contact('Empty', 'PERSONAL') +
          plan('EmptyPlan', '!Ref Empty') +
          `  Nobody: { Type: 'AWS::SSMContacts::Rotation', Properties: { ContactIds: [] } }\n`,
      ),
    );
    expect(linksOf(workspace, 'Plan')).to.deep.equal(['gap: it engages nobody']);
    expect(linksOf(workspace, 'Bob')).to.deep.equal(['gap: it has no engagement plan']);
    expect(linksOf(workspace, 'Schedule')).to.deep.equal(['gap: it has no rotation']);
    expect(linksOf(workspace, 'Empty')).to.deep.equal([
      'gap: no stage of its engagement plan engages anybody',
    ]);
    expect(linksOf(workspace, 'Nobody')).to.deep.equal(['gap: it has no members']);
    for (const name of ['Plan', 'Bob', 'Schedule', 'Empty', 'Nobody'])
      expect(reachOf(workspace, name)).to.deep.equal(['nobody']);
  });

  it('cannot tell whom PagerDuty engages', () => {
    const integrations = `      Integrations:
      - PagerDutyConfiguration: { Name: web, SecretId: !ImportValue pager, PagerDutyIncidentConfiguration: { ServiceId: P1 } }
`;
    const workspace = workspaceOf(template(responsePlan('[]') + integrations));
    const reason = 'whom PagerDuty engages is known only there';
    expect(linksOf(workspace, 'Plan')).to.deep.equal([`PagerDuty: ${reason}`]);
    expect(reachOf(workspace)).to.deep.equal([`doubt: ${reason}`]);
  });

  it('breaks links of a kind that Incident Manager does not take', () => {
    const workspace = workspaceOf(
      template(
        contact('Escalation', 'ESCALATION') +
          contact('Other', 'ESCALATION') +
          plan('Stages', '!Ref Escalation', toChannel('!Ref AliceSms'), toContact('!Ref Other')) +
          contact('Bob', 'PERSONAL') +
          plan('BobPlan', '!Ref Bob', toContact('!Ref Alice'), toChannel('!Ref Alice'), '{}') +
          `  Weekly: { Type: 'AWS::SSMContacts::Rotation', Properties: { ContactIds: [!Ref Other] } }\n` +
          alice,
      ),
    );
    expect(linksOf(workspace, 'Escalation')).to.deep.equal([
      'channel AliceSms: an escalation plan engages contacts, not channels: it is a channel of another contact',
      'escalation-plan Other: an escalation plan is engaged by response plans only',
    ]);
    expect(linksOf(workspace, 'Bob')).to.deep.equal([
      'contact Alice: a person is engaged through channels, not through other contacts',
      'Alice: it is no contact channel',
      'nothing: its target names nothing',
    ]);
    expect(linksOf(workspace, 'Weekly')).to.deep.equal([
      'escalation-plan Other: only persons can be members of a rotation',
    ]);
    for (const name of ['Escalation', 'Bob', 'Weekly'])
      expect(reachOf(workspace, name)).to.deep.equal(['nobody']);
  });

  it('follows no broken link, though it is not known what it would lead to', () => {
    const workspace = workspaceOf(
      template(
        responsePlan('[!Ref Schedule]') +
          contact('Schedule', 'ONCALL_SCHEDULE') +
          plan('Stages', '!Ref Schedule', toContact('!ImportValue alice')),
      ),
    );
    expect(reachOf(workspace)).to.deep.equal(['nobody']);
  });

  it('does not break what a parameter gives to an escalation plan', () => {
    const head = 'Parameters:\n  Who: { Type: CommaDelimitedList }\n';
    const stages =
      '  Stages: { Type: AWS::SSMContacts::Plan, Properties: { ContactId: !Ref All, Stages: !Ref Who } }\n';
    const workspace = workspaceOf(template(contact('All', 'ESCALATION') + stages, head));
    const reason = 'parameter Who has no default and no allowed values';
    expect(linksOf(workspace, 'All')).to.deep.equal([`an unknown value: ${reason}`]);
    expect(reachOf(workspace, 'All')).to.deep.equal([`doubt: ${reason}`]);
  });

  it('trap 24: takes a bare logical ID for no ARN', () => {
    const workspace = workspaceOf(template(responsePlan('Escalation') + contact('Escalating', 'ESCALATION')));
    expect(linksOf(workspace, 'Plan')).to.deep.equal(['Escalation: it is no ARN']);
  });

  it('is odd where a plan engages a channel of another contact', () => {
    const workspace = workspaceOf(
      template(contact('Bob', 'PERSONAL') + plan('BobPlan', '!Ref Bob', toChannel('!Ref AliceSms')) + alice),
    );
    expect(linksOf(workspace, 'Bob')).to.deep.equal(['channel AliceSms: it is a channel of another contact']);
    expect(reachOf(workspace, 'Bob')).to.deep.equal([]);
  });

  it('doubts what is declared elsewhere or known only at deployment', () => {
    const head = 'Parameters:\n  Who: { Type: String }\n';
    const workspace = workspaceOf(template(responsePlan('[!Ref Who]'), head));
    expect(linksOf(workspace, 'Plan')).to.deep.equal([
      'an unknown value: parameter Who has no default and no allowed values',
    ]);
    expect(reachOf(workspace)).to.deep.equal(['doubt: parameter Who has no default and no allowed values']);
    const elsewhere = workspaceOf(
      template(responsePlan('["arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice"]')),
    );
    expect(reachOf(elsewhere)[0]).to.match(/^doubt: .* is declared outside the scanned files$/);
  });

  it('doubts what a custom resource, a nested stack or any other attribute gives', () => {
    const others = `  Lookup: { Type: 'Custom::Lookup', Properties: { ServiceToken: !ImportValue lookup } }
  People: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/a.yaml' } }
  Name: { Type: 'AWS::SSM::Parameter', Properties: { Type: String, Value: a } }
`;
    const reached = (engaged: string): string[] =>
      reachOf(workspaceOf(template(responsePlan(`[${engaged}]`) + others)));
    for (const [engaged, text] of [
      ['!GetAtt Lookup.Arn', 'Lookup'],
      ['!Ref Lookup', 'Lookup'],
      ['!GetAtt People.Outputs.Alice', 'People.Outputs.Alice'],
      ['!GetAtt Name.Value', 'Name.Value'],
      ["!Sub 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/${Name.Value}'", '.*'],
    ] as const)
      expect(reached(engaged)[0]).to.match(
        new RegExp(`^doubt: ${text} is known only after deployment$`),
        engaged,
      );
    expect(reached('!Ref Name')).to.deep.equal(['nobody']);
  });

  it('doubts that a contact has no plan where the contact of a plan is not known', () => {
    const head = 'Parameters:\n  Who: { Type: String }\n';
    const workspace = workspaceOf(
      template(
        contact('Bob', 'PERSONAL') + plan('Someones', '!Ref Who', toChannel('!Ref AliceSms')) + alice,
        head,
      ),
    );
    expect(linksOf(workspace, 'Bob')).to.deep.equal([
      'gap: it has no engagement plan: parameter Who has no default and no allowed values',
    ]);
    expect(reachOf(workspace, 'Bob')).to.deep.equal([
      'doubt: parameter Who has no default and no allowed values',
    ]);
  });

  it('tells a channel that was never verified from none', () => {
    const deferred =
      contact('Bob', 'PERSONAL') +
      channel('BobSms', '!Ref Bob', 'DeferActivation: true') +
      plan('BobPlan', '!Ref Bob', toChannel('!Ref BobSms'));
    const workspace = workspaceOf(template(responsePlan('[!Ref Bob]') + deferred));
    expect(reachOf(workspace)).to.deep.equal(['nobody']);
    expect(reachOf(workspace, 'Plan', 'channel')).to.deep.equal([]);
  });
});

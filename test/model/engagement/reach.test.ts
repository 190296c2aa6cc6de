import { expect } from 'chai';
import { engagementGraphOf } from '../../../src/model/engagement/engagement-graph.js';
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
import { reachOf } from '../engagement-words.js';
import { workspaceOf } from '../workspaces.js';

describe('conditions on the way', () => {
  const head = 'Conditions:\n  IsProd: !Equals [!Ref AWS::Region, eu-west-1]\n';

  it('say when nobody is reached', () => {
    const workspace = workspaceOf(
      template(responsePlan('!If [IsProd, [!Ref Alice], !Ref AWS::NoValue]') + alice, head),
    );
    expect(reachOf(workspace)).to.deep.equal(['nobody when not IsProd']);
  });

  it('are met together along the way, and two arms of one never', () => {
    const workspace = workspaceOf(
      template(
        responsePlan('[!If [IsProd, !Ref Alice, !Ref Bob]]') +
          alice +
          contact('Bob', 'PERSONAL') +
          channel('BobSms', '!Ref Bob', 'DeferActivation: !If [IsProd, false, true]') +
          plan('BobPlan', '!Ref Bob', toChannel('!Ref BobSms')),
        head,
      ),
    );
    expect(reachOf(workspace, 'Bob')).to.deep.equal(['nobody when not IsProd']);
    expect(reachOf(workspace)).to.deep.equal(['nobody when not IsProd']);
  });

  it('of a plan are those of its contact', () => {
    const conditional = alice.replace('Type: AWS::SSMContacts::Plan', '$&\n    Condition: IsProd');
    const workspace = workspaceOf(template(responsePlan('[!Ref Alice]') + conditional, head));
    expect(reachOf(workspace)).to.deep.equal(['nobody when not IsProd']);
  });

  it('of a resource that is named need not be met: the deployment would fail', () => {
    const conditional = alice.replace('Type: AWS::SSMContacts::ContactChannel', '$&\n    Condition: IsProd');
    const workspace = workspaceOf(template(responsePlan('[!Ref Alice]') + conditional, head));
    expect(reachOf(workspace)).to.deep.equal([]);
  });
});

describe('a hostile graph', () => {
  const escalations = (count: number, targetOf: (index: number) => readonly number[]): string =>
    Array.from({ length: count }, (_, index) => {
      const targets = targetOf(index).map((to) => `      - ${toContact(`!Ref E${String(to)}`)}`);
      const name = `E${String(index)}`;
      // A type that only deployment knows: what is engaged may be anything.
      const stages = `Plan:\n  - DurationInMinutes: 1\n    Targets:\n${targets.join('\n')}`;
      return contact(name, '!Ref Type', stages);
    }).join('');
  const head = 'Parameters:\n  Type: { Type: String }\n';

  it('may go round in circles', () => {
    const workspace = workspaceOf(
      template(responsePlan('[!Ref E0]') + escalations(3, (index) => [(index + 1) % 3, index]), head),
    );
    const { circular } = engagementGraphOf(workspace);
    expect([...circular].map(({ text }) => text)).to.have.members(['E0', 'E0', 'E1', 'E2']);
    expect(reachOf(workspace)).to.deep.equal(['nobody']);
  });

  it('may lead out of a circle', () => {
    const workspace = workspaceOf(
      template(
        responsePlan('[!Ref E0]') +
          escalations(2, (index) => [1 - index]) +
          plan('WayOut', '!Ref E1', toContact('!Ref Alice')) +
          alice,
        head,
      ),
    );
    expect(reachOf(workspace)).to.deep.equal([]);
    expect(reachOf(workspace, 'E1')).to.deep.equal([]);
  });

  it('may double its ways at each of 40 levels', () => {
    const levels = 40;
    const workspace = workspaceOf(
      template(
        responsePlan('[!Ref E0, !Ref E1]') +
          escalations(2 * levels, (index) => {
            const next = 2 * (Math.floor(index / 2) + 1);
            return next < 2 * levels ? [next, next + 1] : [];
          }).replace(/Targets:\n\n/g, 'Targets: []\n') +
          plan('WayOut', `!Ref E${String(2 * levels - 1)}`, toContact('!Ref Alice')) +
          alice,
        head,
      ),
    );
    expect(reachOf(workspace)).to.deep.equal([]);
    expect(reachOf(workspace, `E${String(2 * levels - 2)}`)).to.deep.equal(['nobody']);
  });

  it('may be as long as the workspace is large', () => {
    const count = 2_000;
    const workspace = workspaceOf(
      template(
        responsePlan('[!Ref E0]') +
          escalations(count, (index) => (index + 1 < count ? [index + 1] : [])).replace(
            /Targets:\n\n/g,
            'Targets: []\n',
          ) +
          plan('WayOut', `!Ref E${String(count - 1)}`, toContact('!Ref Alice')) +
          alice,
        head,
      ),
    );
    expect(reachOf(workspace)).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import { readTemplates } from '../../src/dialect/read-template.js';
import { ExportTable } from '../../src/dialect/template.js';
import { Workspace } from '../../src/model/workspace.js';
import { parseJson } from '../../src/parse/json.js';
import { SourceFile } from '../../src/text/source-file.js';
import { planOf, stateOf } from '../terraform-documents.js';

function workspaceOf(...texts: string[]): Workspace {
  const documents = texts.map((text, index) => parseJson(new SourceFile(`${String(index)}.json`, text)));
  return new Workspace(readTemplates(documents, new ExportTable()));
}

const contact = 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice';
const channel = 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact-channel/alice/0a1b';

describe('a workspace of Terraform’s documents', () => {
  it('follows ARNs to the resources that have them', () => {
    const workspace = workspaceOf(
      stateOf({
        'aws_ssmcontacts_plan.alice': {
          id: contact,
          contact_id: contact,
          stage: [{ target: [{ channel_target_info: [{ contact_channel_id: channel }] }] }],
        },
      }),
      stateOf({
        'aws_ssmcontacts_contact.a': { arn: contact, id: contact, alias: 'alice' },
        'aws_ssmcontacts_contact_channel.sms': { arn: channel, id: channel },
      }),
    );
    const [plan] = workspace.all('engagement-plan');
    const [owner] = plan?.contact ?? [];
    const [stage] = plan?.stages ?? [];
    const [target] = stage?.targets ?? [];
    const [engaged] = target?.channel ?? [];
    expect(owner && workspace.follow(owner, 'contact')).to.have.nested.property(
      'resource.name',
      'aws_ssmcontacts_contact.a',
    );
    expect(engaged && workspace.follow(engaged, 'contact-channel')).to.have.nested.property(
      'resource.name',
      'aws_ssmcontacts_contact_channel.sms',
    );
  });

  it('sees what the aws provider always does, and its own defaults', () => {
    const workspace = workspaceOf(
      planOf({
        'aws_ssmcontacts_contact_channel.sms': {},
        'aws_cloudtrail_event_data_store.s': {},
        'aws_cloudtrail.t': {},
      }),
    );
    const [sms] = workspace.all('contact-channel');
    expect([...(sms?.deferred ?? [])].map((leaf) => leaf.is((text) => text === 'true'))).to.deep.equal([
      true,
    ]);
    const [store] = workspace.all('event-data-store');
    expect([...(store?.multiRegion ?? [])].map((leaf) => leaf.is((text) => text === 'true'))).to.deep.equal([
      true,
    ]);
    const [trail] = workspace.all('trail');
    expect([...(trail?.logging ?? [])].map((leaf) => leaf.is((text) => text === 'true'))).to.deep.equal([
      true,
    ]);
  });

  it('has the policy of a topic only where it is written', () => {
    const workspace = workspaceOf(planOf({ 'aws_sns_topic.t': {}, 'aws_sns_topic.u': { policy: '{}' } }));
    const documents = workspace.all('topic-policy').map(({ document }) => [...document].length);
    expect(documents).to.deep.equal([1, 1]);
    const written = workspace
      .all('topic-policy')
      .map(({ document }) => [...document].map((leaf) => leaf.isAbsent));
    expect(written).to.deep.equal([[true], [false]]);
  });
});

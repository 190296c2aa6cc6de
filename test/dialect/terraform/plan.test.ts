import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { readTemplate } from '../../../src/dialect/read-template.js';
import { ExportTable } from '../../../src/dialect/template.js';
import { parseJson } from '../../../src/parse/json.js';
import { SourceFile } from '../../../src/text/source-file.js';
import { pointer } from '../../../src/text/place.js';
import { entryOf } from '../../../src/value/value.js';
import { planOf } from '../../terraform-documents.js';
import { show } from '../show.js';
import { estate, patched, resourcesOf, shown, type Plan } from './plans.js';
describe('a Terraform plan', () => {
  it('gives resources with their types, addresses and places', () => {
    const text = planOf({ 'module.a["x.y"].aws_sns_topic.t[0]': { name: 'chat' } });
    const [topic] = resourcesOf(text);
    expect(topic?.type).to.equal('AWS::SNS::Topic');
    expect(topic?.sourceType).to.equal('aws_sns_topic');
    expect(topic?.name).to.equal('module.a["x.y"].aws_sns_topic.t[0]');
    expect(topic && pointer(topic.place.path)).to.equal(
      '/planned_values/root_module/child_modules/0/resources/0',
    );
    expect(topic && text.slice(topic.place.span.start, topic.place.span.end)).to.equal(
      JSON.stringify('module.a["x.y"].aws_sns_topic.t[0]'),
    );
  });

  it('gives values where the plan has them', () => {
    const [topic] = resourcesOf(planOf(estate));
    const entry = topic?.properties.kind === 'map' ? topic.properties.entries[0] : undefined;
    expect(entry && pointer(entry.value.place.path)).to.equal(
      '/planned_values/root_module/resources/0/values/name',
    );
  });

  it('takes what is unknown and not written for absent, and its own ARN for itself', () => {
    const text = patched(
      planOf({ 'aws_chatbot_slack_channel_configuration.c': { slack_channel_id: 'C1' } }),
      (plan) => {
        const [change] = plan.resource_changes;
        if (change) change.change.after_unknown['guardrail_policy_arns'] = true;
      },
    );
    expect(shown(text, 'aws_chatbot_slack_channel_configuration.c')).to.deep.equal({
      slack_channel_id: '"C1"',
      arn: 'aws_chatbot_slack_channel_configuration.c.arn',
      id: 'aws_chatbot_slack_channel_configuration.c.id',
    });
  });

  it('gives one by one what it gives as a whole', () => {
    const sample = path.join(import.meta.dirname, '../../../samples/terraform/plan/tfplan.json');
    const texts = [
      readFileSync(sample, 'utf8'),
      patched(planOf(estate), (plan) => {
        const [planned] = plan.planned_values.root_module.resources;
        const [change] = plan.resource_changes;
        if (planned) planned.values['tags'] = { team: 'a', stage: null };
        if (change) change.change.after_unknown['tags'] = { stage: true };
      }),
    ];
    for (const text of texts) {
      const whole = resourcesOf(text);
      for (const [index, { properties }] of resourcesOf(text).entries()) {
        const other = whole[index]?.properties;
        if (properties.kind !== 'map' || other?.kind !== 'map') throw new Error('no properties');
        expect(other.entries).not.to.have.length(0);
        for (const { key, keyPlace, value } of other.entries) {
          const entry = entryOf(properties, key);
          expect(entry && show(entry.value), key).to.equal(show(value));
          expect(entry && [entry.keyPlace.span, entry.value.place.span], key).to.deep.equal([
            keyPlace.span,
            value.place.span,
          ]);
        }
        expect(entryOf(properties, 'no_such_argument')).to.equal(undefined);
      }
    }
  });

  it('finds constants that are written around something unknown', () => {
    const text = patched(
      planOf({ 'awscc_ssmincidents_response_plan.p': { incident_template: { title: 'a' } } }),
      (plan) => {
        const [change] = plan.resource_changes;
        if (change) change.change.after_unknown['incident_template'] = { notification_targets: true };
      },
    );
    expect(shown(text, 'awscc_ssmincidents_response_plan.p')['incident_template']).to.equal('{title: "a"}');
  });

  it('leaves out what is deleted, deposed or only read', () => {
    const text = patched(planOf(estate), (plan) => {
      const [chat, mail] = plan.resource_changes;
      if (chat === undefined || mail === undefined) return;
      plan.resource_changes.push({
        ...chat,
        deposed: 'abc',
        change: { ...chat.change, actions: ['delete'], after: null },
      });
      const { resources } = plan.planned_values.root_module;
      plan.planned_values.root_module.resources = resources.filter(({ address }) => address !== mail.address);
      mail.change.actions = ['delete'];
      mail.change.after = null;
    });
    expect(resourcesOf(text).map(({ name }) => name)).to.deep.equal(['aws_sns_topic.chat']);
    expect(shown(text, 'aws_sns_topic.chat')['arn']).to.equal('aws_sns_topic.chat.arn');
  });

  it('keeps what it does not mention, as with -target and -refresh-only', () => {
    const values = {
      root_module: {
        resources: [
          {
            address: 'aws_sns_topic.chat',
            mode: 'managed',
            type: 'aws_sns_topic',
            name: 'chat',
            values: { name: 'old' },
          },
          {
            address: 'aws_sns_topic.kept',
            mode: 'managed',
            type: 'aws_sns_topic',
            name: 'kept',
            values: { name: 'kept' },
          },
          {
            address: 'aws_sns_topic.kept',
            mode: 'managed',
            type: 'aws_sns_topic',
            name: 'kept',
            deposed_key: 'abc',
            values: { name: 'gone' },
          },
        ],
      },
    };
    const text = patched(planOf({ 'aws_sns_topic.chat': { name: 'chat' } }), (plan) => {
      plan.prior_state = { format_version: '1.0', values };
    });
    expect(resourcesOf(text).map(({ name }) => name)).to.deep.equal([
      'aws_sns_topic.chat',
      'aws_sns_topic.kept',
    ]);
    expect(shown(text, 'aws_sns_topic.chat')['name']).to.equal('"chat"');
    expect(shown(text, 'aws_sns_topic.kept')).to.deep.equal({ name: '"kept"' });
  });

  it('says that it may leave something out', () => {
    const openAfter = (patch: (plan: Plan) => void): unknown =>
      readTemplate(
        parseJson(new SourceFile('tfplan.json', patched(planOf(estate), patch))),
        new ExportTable(),
      ).isOpen?.why;
    expect(openAfter(() => undefined)).to.equal(undefined);
    expect(openAfter((plan) => (plan.complete = true))).to.equal(undefined);
    expect(openAfter((plan) => (plan.complete = false))).to.equal('the plan leaves out some changes');
    expect(openAfter((plan) => (plan.deferred_changes = [{}]))).to.equal('the plan leaves out some changes');
    const forget = (plan: Plan): void => {
      const [change] = plan.resource_changes;
      if (change) change.change.actions = ['forget'];
    };
    expect(openAfter(forget)).to.equal('the plan only forgets some resources');
  });

  it('reads the changes where the planned values were left out', () => {
    const { planned_values: _left, ...plan } = JSON.parse(planOf(estate)) as Plan;
    expect(resourcesOf(JSON.stringify(plan)).map(({ name }) => name)).to.deep.equal([
      'aws_sns_topic.chat',
      'aws_sns_topic.mail',
    ]);
  });

  it('marks what is sensitive', () => {
    const text = patched(planOf({ 'aws_sns_topic.t': { name: 'a', tags: { owner: 'b' } } }), (plan) => {
      const [topic] = plan.planned_values.root_module.resources;
      Object.assign(topic ?? {}, { sensitive_values: { tags: { owner: true }, name: true } });
    });
    const [topic] = resourcesOf(text);
    const entries = topic?.properties.kind === 'map' ? topic.properties.entries : [];
    const [name, tags] = entries.map(({ value }) => value);
    expect(name).to.include({ text: 'a', secret: true });
    expect(tags?.kind === 'map' && tags.entries[0]?.value).to.include({ text: 'b', secret: true });
  });

  it('reads sixty thousand arguments that are sensitive, and as many that are unknown', () => {
    const names = Array.from({ length: 60_000 }, (_, index) => `a${String(index)}`);
    const all = (value: unknown): Record<string, unknown> =>
      Object.fromEntries(names.map((name) => [name, value]));
    const text = patched(planOf(estate), (plan) => {
      const [planned] = plan.planned_values.root_module.resources;
      const [change] = plan.resource_changes;
      if (planned)
        Object.assign(planned, { values: { tags: all('x') }, sensitive_values: { tags: all(true) } });
      if (change) change.change.after_unknown = all(true);
    });
    const [topic] = resourcesOf(text);
    const tags = topic?.properties.kind === 'map' ? entryOf(topic.properties, 'tags')?.value : undefined;
    const entries = tags?.kind === 'map' ? tags.entries : [];
    expect(entries.filter(({ value }) => value.kind === 'text' && value.secret === true)).to.have.length(
      names.length,
    );
    const whole = topic?.properties.kind === 'map' ? topic.properties.entries : [];
    expect(whole.map(({ key }) => key)).to.deep.equal(['tags']);
  });
});

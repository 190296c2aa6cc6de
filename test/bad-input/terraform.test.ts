import { expect } from 'chai';
import { readTemplateText, type Reading } from '../../src/engine/read.js';
import type { Outcome } from '../../src/report/outcome.js';
import { planOf, rawStateOf, stateOf } from '../terraform-documents.js';
import { codesOf, lintFiles } from './judged.js';

const channel = { 'aws_ssmcontacts_contact_channel.sms': { activation_status: 'NOT_ACTIVATED' } };
const plan = planOf(channel);
const state = stateOf(channel);
const raw = rawStateOf(channel);

/** Fails unless the channel that was never activated was found. */
function expectFound(outcome: Outcome): void {
  expect(outcome.findings.map(({ ruleId }) => ruleId)).to.include('channel-unverified');
}

function withKey(text: string, more: Record<string, unknown>): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), ...more });
}

function codeOf({ document, problem }: Reading): string | undefined {
  return problem?.code ?? document?.problems[0]?.code;
}

describe('bad input of Terraform’s', () => {
  for (const [name, text] of Object.entries({ plan, state, 'raw state': raw })) {
    it(`a ${name} that is cut off is a problem, whether it is named or met`, async () => {
      const half = text.slice(0, -20);
      for (const isNamed of [true, false])
        expect(codeOf(await readTemplateText(half, 'document.json', isNamed))).to.equal('malformed-json');
    });

    it(`a ${name} is met while walking, whatever its name`, async () => {
      const { document } = await readTemplateText(text, 'some.json', false);
      expect(document?.problems).to.deep.equal([]);
    });
  }

  for (const version of ['2.0', '17.3', 'new', null])
    it(`format version ${String(version)} is a warning, and the rest is judged`, () => {
      for (const text of [plan, state]) {
        const outcome = lintFiles({ 'a.json': withKey(text, { format_version: version }) });
        expectFound(outcome);
        expect(codesOf(outcome)).to.deep.equal(['newer-format']);
        expect(outcome.problems.map(({ severity }) => severity)).to.deep.equal(['warning']);
      }
    });

  for (const version of ['0.1', '0.2', '1.0', '1.1', '1.2', '1.9'])
    it(`format version ${version} is read`, () => {
      const outcome = lintFiles({ 'a.json': withKey(plan, { format_version: version }) });
      expectFound(outcome);
      expect(codesOf(outcome)).to.deep.equal([]);
    });

  it('a plan that Terraform could not finish is a warning', () => {
    const outcome = lintFiles({ 'a.json': withKey(plan, { errored: true }) });
    expectFound(outcome);
    expect(outcome.problems.map(({ code, severity }) => [code, severity])).to.deep.equal([
      ['incomplete-plan', 'warning'],
    ]);
  });

  it('an encrypted state is a problem', () => {
    const encrypted = { serial: 1, lineage: 'x', meta: {}, encrypted_data: 'aGk=', encryption_version: 'v0' };
    const outcome = lintFiles({ 'a.json': JSON.stringify(encrypted, undefined, 1) });
    expect(codesOf(outcome)).to.deep.equal(['encrypted-state']);
    expect(outcome.files).to.equal(0);
  });

  it('a state of another version than 4 is a problem', () => {
    const old = { version: 3, terraform_version: '0.11.14', serial: 1, lineage: 'x', modules: [] };
    expect(codesOf(lintFiles({ 'a.json': JSON.stringify(old) }))).to.deep.equal(['unsupported-format']);
    const outcome = lintFiles({ 'a.json': withKey(raw, { version: 5 }) });
    expect(codesOf(outcome)).to.deep.equal(['unsupported-format']);
    const empty = '{"version":5,"terraform_version":"2.0.0","serial":1,"lineage":"x","resources":[]}';
    expect(codesOf(lintFiles({ 'a.json': empty }))).to.deep.equal(['unsupported-format']);
  });

  it('what stands in place of a block of a configuration is a problem', () => {
    const outcome = lintFiles({
      'main.tf.json': JSON.stringify({
        '//': 'a comment',
        resource: {
          '//': 'another',
          aws_iam_policy: 5,
          aws_sns_topic: { a: 'x', b: [{ name: 'b' }, true], c: null, d: [] },
        },
        module: { m: [] },
        locals: [{ a: 1 }, 7],
        output: [],
      }),
    });
    expect(
      outcome.problems.map(({ code, message, range }) => [code, message, range?.start.line]),
    ).to.deep.equal([
      ['wrong-type', 'resource aws_iam_policy is a number, where Terraform takes an object', 1],
      ['wrong-type', 'resource aws_sns_topic a is a text, where Terraform takes an object', 1],
      ['wrong-type', 'resource aws_sns_topic b is a boolean, where Terraform takes an object', 1],
      ['wrong-type', 'locals is a number, where Terraform takes an object', 1],
    ]);
    expect(outcome.resources).to.equal(1);
  });

  it('an empty state is a problem where it is named, and passed over where it is met', async () => {
    const empty = [
      '{"format_version":"1.0"}',
      '{"format_version":"1.0","terraform_version":"1.9.8","values":{"root_module":{}}}',
      '{"format_version":"1.0","terraform_version":"1.9.8","checks":[]}',
      rawStateOf({}),
    ];
    for (const text of empty) {
      expect(codeOf(await readTemplateText(text, 'terraform.tfstate', true)), text).to.equal('empty-state');
      expect(await readTemplateText(text, 'terraform.tfstate', false)).to.deep.equal({});
    }
    expect(codeOf(await readTemplateText('', 'terraform.tfstate', true))).to.equal('malformed-json');
  });

  it('JSON that is neither is no template where it is named, and passed over where it is met', async () => {
    const others = [
      '{"format_version":"1.0","provider_schemas":{}}',
      '{"format_version":"1.0","valid":true,"values":1}',
      '{"version":4}',
      '{"planned_values":"none"}',
    ];
    for (const text of others) {
      expect(codeOf(await readTemplateText(text, 'a.json', true)), text).to.equal('not-a-template');
      expect(await readTemplateText(text, 'a.json', false)).to.deep.equal({});
    }
  });

  const odd: Record<string, string> = {
    'resources that are numbers': withKey(plan, { resource_changes: [1, null, 'x', [], {}] }),
    'a change that is null': withKey(plan, { resource_changes: [{ address: 'a.b', change: null }] }),
    'a configuration that is a text': withKey(plan, { configuration: { root_module: 'x' } }),
    'unknown values that are no tree': withKey(plan, {
      resource_changes: [
        {
          address: 'aws_ssmcontacts_contact_channel.sms',
          mode: 'managed',
          type: 'aws_ssmcontacts_contact_channel',
          name: 'sms',
          change: { after: {}, after_unknown: [true, { a: 'x' }] },
        },
      ],
    }),
    'a state with a resource twice': withKey(raw, {
      resources: [1, 2].flatMap(() => (JSON.parse(raw) as { resources: unknown[] }).resources),
    }),
    'resources of a state that are odd': withKey(raw, {
      resources: [
        ...(JSON.parse(raw) as { resources: unknown[] }).resources,
        null,
        5,
        { type: 'aws_sns_topic' },
        { type: 'aws_sns_topic', name: 'a', instances: [null, 5, { attributes: 'x' }, { index_key: {} }] },
      ],
    }),
  };
  for (const [name, text] of Object.entries(odd))
    it(`${name} are survived, and the rest is judged`, () => {
      const outcome = lintFiles({ 'a.json': text });
      expect(codesOf(outcome)).to.deep.equal([]);
      expectFound(outcome);
    });

  it('values of the wrong sort are problems', () => {
    const outcome = lintFiles({
      'a.json': stateOf({
        ...channel,
        'aws_iam_policy.p': { policy: [] },
        'aws_iam_policy.q': { policy: true },
      }),
    });
    expectFound(outcome);
    expect(codesOf(outcome)).to.deep.equal(['wrong-type', 'wrong-type']);
  });
});

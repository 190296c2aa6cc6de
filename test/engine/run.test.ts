import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../src/config/load.js';
import { run, type Run, type RunOptions } from '../../src/engine/run.js';
import { rule, type RegisteredRule } from '../../src/rule/rule.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Finds every topic, and says how many the workspace has. */
const countTopics = rule({
  summary: 'Disallow topics.',
  severity: 'error',
  profile: 'recommended',
  message: 'One of {count} topics.',
  help: '',
  check: {
    resource(resource, { report, workspace }) {
      const count = workspace.templates.flatMap(({ resources }) => resources).length;
      report(true, { place: resource.place, when: [] }, { count });
    },
  },
});

const rules: readonly RegisteredRule[] = [
  { id: 'count-topics', practice: 'chat', rule: countTopics },
  { id: 'strict-topics', practice: 'chat', rule: { ...countTopics, profile: 'strict' } },
];

const topic = 'Resources:\n  T:\n    Type: AWS::SNS::Topic\n';

async function lintFolder(
  cwd: string,
  paths: readonly string[],
  options: Partial<RunOptions> = {},
): Promise<Run> {
  const configuration = await loadConfig({ cwd, ruleIds: rules.map(({ id }) => id) });
  return run({ cwd, paths, configuration, rules, profile: 'recommended', levels: new Map(), ...options });
}

/** Findings and problems as short lines, in the order of the outcome. */
async function linesOf(...args: Parameters<typeof lintFolder>): Promise<string[]> {
  const { outcome } = await lintFolder(...args);
  return [
    ...outcome.findings.map(({ file, severity, message }) => `${file} ${severity} ${message}`),
    ...outcome.problems.map(({ file, code }) => `${file ?? ''} ${code}`),
  ];
}

describe('run', () => {
  it('reads the repository for context and reports only on the given paths', async () => {
    const cwd = temporaryFolder({
      'a.yaml': topic,
      'sub/b.json': JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
    });
    mkdirSync(path.join(cwd, '.git'));
    expect(await linesOf(cwd, ['a.yaml'])).to.deep.equal(['a.yaml error One of 2 topics.']);
    expect((await lintFolder(cwd, ['a.yaml'])).contextFiles).to.equal(1);
  });

  it('reads the folders of a Terraform configuration together, whichever file is named', async () => {
    const cwd = temporaryFolder({
      'live/main.tf': 'module "m" {\n  source = "../m"\n  count = var.number\n}\nvariable "number" {}\n',
      'live/terraform.tfvars': 'number = 2\n',
      'm/main.tf.json': '{"resource": {"aws_sns_topic": {"t": {}}}}',
      'broken/main.tf': 'resource {',
    });
    mkdirSync(path.join(cwd, '.git'));
    expect(await linesOf(cwd, ['m/main.tf.json'])).to.deep.equal([
      'm/main.tf.json error One of 2 topics.',
      'm/main.tf.json error One of 2 topics.',
    ]);
    expect(await linesOf(cwd, ['broken'])).to.deep.equal(['broken/main.tf malformed-hcl']);
  });

  it('reads the paths alone outside of a repository, and with the context none', async () => {
    const cwd = temporaryFolder({ 'a.yaml': topic, 'b.yaml': topic });
    expect(await linesOf(cwd, ['a.yaml'])).to.deep.equal(['a.yaml error One of 1 topics.']);
    mkdirSync(path.join(cwd, '.git'));
    expect(await linesOf(cwd, ['a.yaml'], { context: 'none' })).to.deep.equal([
      'a.yaml error One of 1 topics.',
    ]);
  });

  it('reads the folder that is given as context', async () => {
    const cwd = temporaryFolder({ 'a.yaml': topic, 'other/b.yaml': topic, 'third/c.yaml': topic });
    expect(await linesOf(cwd, ['a.yaml'], { context: 'other' })).to.deep.equal([
      'a.yaml error One of 2 topics.',
    ]);
    expect(await linesOf(cwd, ['a.yaml'], { context: 'none-such' })).to.deep.equal([
      'a.yaml error One of 1 topics.',
      'none-such missing-file',
    ]);
  });

  it('lints each workspace of the configuration on its own', async () => {
    const cwd = temporaryFolder({
      'incident-lint.yaml': 'workspaces: [apps/*]\n',
      'apps/a/1.yaml': topic,
      'apps/a/2.yaml': topic,
      'apps/b/3.yaml': topic,
      'loose.yaml': topic,
    });
    expect(await linesOf(cwd, ['.'])).to.deep.equal([
      'apps/a/1.yaml error One of 2 topics.',
      'apps/a/2.yaml error One of 2 topics.',
      'apps/b/3.yaml error One of 1 topics.',
      'loose.yaml error One of 1 topics.',
    ]);
  });

  it('takes the folder of the configuration for the workspace', async () => {
    const cwd = temporaryFolder({
      'incident-lint.yaml': 'failOn: info\n',
      'a.yaml': topic,
      'sub/b.yaml': topic,
    });
    expect(await linesOf(cwd, ['sub'])).to.deep.equal(['sub/b.yaml error One of 2 topics.']);
  });

  it('neither lints nor reads what the configuration ignores', async () => {
    const cwd = temporaryFolder({
      'incident-lint.yaml': "ignore: ['**/fixtures/**']\n",
      'a.yaml': topic,
      'x/fixtures/b.yaml': topic,
    });
    expect(await linesOf(cwd, ['.'])).to.deep.equal(['a.yaml error One of 1 topics.']);
    expect(await linesOf(cwd, ['x/fixtures/b.yaml'])).to.deep.equal(['x/fixtures/b.yaml ignored-file']);
  });

  it('changes severities by file, where the last override wins', async () => {
    const cwd = temporaryFolder({
      'incident-lint.yaml': `overrides:
  - { files: ['legacy/**'], rules: { count-topics: info, strict-topics: warning } }
  - { files: ['legacy/gone.yaml'], rules: { count-topics: off } }
`,
      'a.yaml': topic,
      'legacy/b.yaml': topic,
      'legacy/gone.yaml': topic,
    });
    const { outcome } = await lintFolder(cwd, ['.']);
    expect(
      outcome.findings.map(({ file, severity, ruleId }) => `${file} ${severity} ${ruleId}`),
    ).to.deep.equal([
      'a.yaml error count-topics',
      'legacy/b.yaml info count-topics',
      'legacy/b.yaml warning strict-topics',
      'legacy/gone.yaml warning strict-topics',
    ]);
  });

  it('demands of a named file that it is a template, and passes others over', async () => {
    const cwd = temporaryFolder({ 'a.yaml': topic, 'values.yaml': 'a: 1\n', 'package.json': '{"name":"x"}' });
    expect(await linesOf(cwd, ['.'])).to.deep.equal(['a.yaml error One of 1 topics.']);
    expect(await linesOf(cwd, ['a.yaml', 'values.yaml'])).to.deep.equal([
      'a.yaml error One of 1 topics.',
      'values.yaml not-a-template',
    ]);
  });

  it('reports malformed templates that are met, but not those of the context', async () => {
    const cwd = temporaryFolder({
      'a.yaml': topic,
      'sub/bad.yaml': `${topic}  T: [\n`,
      'sub/values.yaml': 'a: [\n',
    });
    mkdirSync(path.join(cwd, '.git'));
    expect(await linesOf(cwd, ['sub'])).to.deep.equal(['sub/bad.yaml malformed-yaml']);
    expect(await linesOf(cwd, ['a.yaml'])).to.deep.equal(['a.yaml error One of 1 topics.']);
  });

  it('says so when a path brings no template', async () => {
    const cwd = temporaryFolder({ 'a.yaml': topic, 'docs/values.yaml': 'a: 1\n' });
    expect(await linesOf(cwd, ['docs', '*.template', 'none.yaml'])).to.deep.equal([
      '*.template no-templates',
      'docs no-templates',
      'none.yaml missing-file',
    ]);
  });

  it('reports a file that is no UTF-8, and one that is too large', async () => {
    const cwd = temporaryFolder({
      'latin.yaml': Buffer.from(`${topic}# caf\u00e9\n`, 'latin1'),
      'large.json': `{"AWSTemplateFormatVersion":"2010-09-09",${' '.repeat(21 * 1024 * 1024)}}`,
      'data.json': `[${' '.repeat(21 * 1024 * 1024)}]`,
    });
    expect(await linesOf(cwd, ['.'])).to.deep.equal(['large.json too-large', 'latin.yaml unreadable-file']);
  });

  it('takes JSON for JSON and YAML for YAML whatever the name', async () => {
    const json = '{ "Resources": { "T": { "Type": "AWS::SNS::Topic" } } }';
    const cwd = temporaryFolder({
      'a.template': json,
      'b.template': topic,
      'c.yaml': json,
      'd.yaml': '{ Resources: { T: { Type: AWS::SNS::Topic } } }',
    });
    expect(await linesOf(cwd, ['.'], { context: 'none' })).to.deep.equal([
      'a.template error One of 4 topics.',
      'b.template error One of 4 topics.',
      'c.yaml error One of 4 topics.',
      'd.yaml error One of 4 topics.',
    ]);
  });

  it('takes the text of standard input instead of the file of its name', async () => {
    const cwd = temporaryFolder({ 'a.yaml': 'Resources: {}\n', 'b.yaml': topic });
    mkdirSync(path.join(cwd, '.git'));
    const standardInput = { text: topic, name: 'a.yaml' };
    expect(await linesOf(cwd, ['-'], { standardInput })).to.deep.equal(['a.yaml error One of 2 topics.']);
  });

  it('gives the same outcome whatever the order and repetition of the paths', async () => {
    const cwd = temporaryFolder({ 'a.yaml': topic, 'b.yaml': topic, 'c/d.yaml': topic });
    const { outcome } = await lintFolder(cwd, ['a.yaml', 'b.yaml', 'c']);
    expect((await lintFolder(cwd, ['c', './b.yaml', 'b.yaml', 'a.yaml'])).outcome).to.deep.equal(outcome);
  });

  it('names files relative to the working folder, also above it', async () => {
    const folder = temporaryFolder({ 'a.yaml': topic, 'sub/x.txt': '' });
    expect(await linesOf(path.join(folder, 'sub'), ['../a.yaml'])).to.deep.equal([
      '../a.yaml error One of 1 topics.',
    ]);
  });

  it('passes a fault of our own on as a problem', async () => {
    const cwd = temporaryFolder({ 'a.yaml': topic });
    const broken = rule({
      ...countTopics,
      check: {
        resource() {
          throw new Error('our fault');
        },
      },
    });
    const { outcome } = await lintFolder(cwd, ['a.yaml'], {
      rules: [{ id: 'broken', practice: 'chat', rule: broken }],
    });
    expect(outcome.problems.map(({ code }) => code)).to.deep.equal(['internal-error']);
  });
});

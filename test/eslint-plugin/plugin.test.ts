import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { expect } from 'chai';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import plugin from '../../src/eslint-plugin/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { docsOf, rules, version } from '../../src/index.js';

const folder = path.join(import.meta.dirname, 'app');

async function lint(config: Linter.Config[], options: ESLint.Options = {}): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: defineConfig([{ files: ['**/*.ts'], languageOptions: { parser } }, ...config]),
    ...options,
  });
  return eslint.lintFiles(['.']);
}

/** The messages of a run: `file:line:column rule`. */
function shown(results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, ruleId, severity }) =>
        `${path.basename(filePath)}:${String(line)}:${String(column)} ${severity === 2 ? 'error' : 'warn'} ${String(ruleId)}`,
    ),
  );
}

describe('the ESLint plugin', () => {
  it('finds faults of a CDK app on their lines', async () => {
    expect(shown(await lint([plugin.configs.recommended]))).to.include.members([
      'on-call.ts:21:86 error incident-lint/channel-unverified',
      'on-call.ts:30:15 error incident-lint/plan-unreachable-channels',
      'response.ts:21:68 error incident-lint/iam-wildcard-action',
      'response.ts:21:87 warn incident-lint/iam-wildcard-resource',
      'response.ts:27:19 error incident-lint/chat-role-overbroad',
      'response.ts:32:21 warn incident-lint/chat-audit-off',
    ]);
  });

  it('has a stricter configuration', async () => {
    const more = shown(await lint([plugin.configs.strict]));
    expect(more).to.have.length.above(shown(await lint([plugin.configs.recommended])).length);
  });

  it('follows constants of other files where the parser has types', async () => {
    const cwd = temporaryFolder({
      'tsconfig.json':
        '{ "compilerOptions": { "strict": true, "noLib": true, "types": [] }, "include": ["."] }',
      'settings.ts': `export const deferred = true;
export const level = 'NONE' as const;
export enum Kind { Text = 'SMS', Letter = 'LETTER' }
export let changing = true;
`,
      'app.ts': `import { aws_chatbot as chatbot, aws_ssmcontacts as contacts } from 'aws-cdk-lib';
import { changing, deferred, level, Kind } from './settings';
new contacts.CfnContactChannel(stack, 'Sms', { deferActivation: deferred });
new contacts.CfnContactChannel(stack, 'Voice', { deferActivation: changing });
new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { loggingLevel: level });
let narrowed = true;
(() => { narrowed = false; })();
new contacts.CfnContactChannel(stack, 'Mail', { deferActivation: narrowed });
const options = { defer: true as boolean };
options.defer = true;
change(options);
new contacts.CfnContactChannel(stack, 'Pager', { deferActivation: options.defer });
new contacts.CfnContactChannel(stack, 'Letter', { deferActivation: Kind.Text });
`,
    });
    const languageOptions = { parserOptions: { project: './tsconfig.json', tsconfigRootDir: cwd } };
    const rules = {
      'incident-lint/channel-unverified': 'error',
      'incident-lint/chat-audit-off': 'error',
    } as const;
    const { plugins = {} } = plugin.configs.recommended;
    const results = await lint([{ files: ['**/*.ts'], plugins, languageOptions, rules }], { cwd });
    expect(shown(results)).to.deep.equal([
      'app.ts:3:65 error incident-lint/channel-unverified',
      'app.ts:5:74 error incident-lint/chat-audit-off',
    ]);
    expect(results.flatMap(({ messages }) => messages.filter(({ fix }) => fix !== undefined))).to.deep.equal(
      [],
    );
  });

  it('declares in its configuration what is private', async () => {
    const app = `import { aws_chatbot as chatbot } from 'aws-cdk-lib';
new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { slackChannelId: 'C07EXAMPLE1' });
`;
    const rules = { 'incident-lint/chat-channel-privacy': 'error' } as const;
    const { plugins = {} } = plugin.configs.recommended;
    const told = async (configuration: string): Promise<string[]> => {
      const cwd = temporaryFolder({ 'app.ts': app, 'incident-lint.yaml': configuration });
      return shown(await lint([{ files: ['**/*.ts'], plugins, rules }], { cwd }));
    };
    expect(await told('chat: { privateSlackChannelIds: [C07EXAMPLE1] }')).to.deep.equal([]);
    expect(await told('chat: { publicSlackChannelIds: [C07EXAMPLE1] }')).to.deep.equal([
      'app.ts:2:76 error incident-lint/chat-channel-privacy',
    ]);
    expect(await told('')).to.deep.equal([]);
    const failure = await told('chatt: {}').catch((error: unknown) => String(error));
    expect(failure).to.contain('incident-lint.yaml').and.to.contain('chatt');
  });

  it('lets ESLint’s configuration decide what runs', async () => {
    const rule = 'incident-lint/channel-unverified';
    const results = await lint([plugin.configs.recommended, { rules: { [rule]: 'warn' } }]);
    expect(shown(results)).to.include('on-call.ts:21:86 warn incident-lint/channel-unverified');
    const silent = await lint([plugin.configs.recommended, { rules: { [rule]: 'off' } }]);
    expect(shown(silent).filter((message) => message.includes(rule))).to.deep.equal([]);
  });

  it('names itself and its rules', () => {
    expect(plugin.meta).to.deep.equal({ name: 'incident-lint', version });
    for (const { id, practice, rule } of rules.filter(({ id }) => id in plugin.rules)) {
      const { meta } = plugin.rules[id] ?? {};
      expect(meta?.docs).to.deep.include({ description: rule.summary, url: docsOf({ id, practice }) });
    }
  });

  it('has every rule that looks at resources, and none that looks at texts', () => {
    const left = rules.filter(({ id }) => !(id in plugin.rules)).map(({ id }) => id);
    expect(left).to.have.members([
      'change-iam-broadened',
      'change-replacement',
      'suppression-invalid',
      'suppression-unused',
    ]);
  });

  it('configures no rule that it does not have', () => {
    for (const { rules: configured } of [plugin.configs.recommended, plugin.configs.strict])
      for (const id of Object.keys(configured ?? {}))
        expect(plugin.rules).to.have.property(id.split('/')[1] ?? '');
    expect(Object.keys(plugin.configs.strict.rules ?? {})).to.include.members(
      Object.keys(plugin.configs.recommended.rules ?? {}),
    );
  });
});

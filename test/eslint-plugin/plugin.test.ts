import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { expect } from 'chai';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import plugin from '../../src/eslint-plugin/index.js';
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

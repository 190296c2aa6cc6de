import type { Linter, Rule } from 'eslint';
import { rules as all, version, type Profile, type RegisteredRule } from '../index.js';
import { isOn } from '../rule/level.js';
import { eslintRule } from './rule.js';

/** The name under which the configurations know the plugin: rules are `incident-lint/<id>`. */
const name = 'incident-lint';

const meta: { readonly name: string; readonly version: string } = { name, version };

/** Rules on changes and on suppressions compare texts; ESLint's have resources to look at. */
const looking = all.filter(({ rule }) => {
  const { changed: _changed, suppression: _suppression, ...checks } = rule.check;
  return Object.keys(checks).length > 0;
});

const rules: Record<string, Rule.RuleModule> = Object.fromEntries(
  looking.map((registered) => [
    registered.id,
    // typescript-eslint describes the same rules for a tree with TypeScript's nodes.
    eslintRule(registered) as unknown as Rule.RuleModule,
  ]),
);

/**
 * The plugin of ESLint for the source files of CDK apps. With `import incidentLint from 'incident-lint/eslint'`, a flat
 * configuration takes `incidentLint.configs.recommended` or `incidentLint.configs.strict`.
 */
const plugin: {
  readonly meta: typeof meta;
  readonly rules: typeof rules;
  readonly configs: Readonly<Record<Profile, Linter.Config>>;
} = { meta, rules, configs: { recommended: configOf('recommended'), strict: configOf('strict') } };

export default plugin;

function configOf(profile: Profile): Linter.Config {
  const levels = new Map<string, never>();
  const on = looking.filter((registered) => isOn(registered, { profile, levels }));
  return {
    name: `${name}/${profile}`,
    files: ['**/*.{ts,mts,cts,js,mjs,cjs}'],
    plugins: { [name]: { meta, rules } },
    rules: Object.fromEntries(on.map((registered) => [`${name}/${registered.id}`, severityOf(registered)])),
  };
}

/** ESLint has no `info`. */
function severityOf({ rule }: RegisteredRule): Linter.StringSeverity {
  return rule.severity === 'error' ? 'error' : 'warn';
}

import { graphFormatNames } from '../format/graph/index.js';
import { formatNames } from '../format/index.js';

/** An option of the command line, as help shows it. */
export interface OptionSpec {
  readonly short?: string;
  /** The name of its value in the help text; an option without is a switch. */
  readonly value?: string;
  readonly help: string;
  /** Whether it may be given more than once. */
  readonly multiple?: true;
}

const both = {
  help: { short: 'h', help: 'print this help' },
  version: { short: 'V', help: 'print the version' },
} as const satisfies Record<string, OptionSpec>;

/** The options of `check`, in the order of the help text. */
export const checkOptions = {
  format: { short: 'f', value: 'NAME', help: `${formatNames.join(', ')} (default: stylish)` },
  'output-file': {
    short: 'o',
    value: 'FILE',
    help: 'write the report there; a summary still goes to standard error',
  },
  config: {
    short: 'c',
    value: 'FILE',
    help: 'use this configuration instead of the nearest incident-lint.yaml',
  },
  'no-config': { help: 'use no configuration' },
  profile: { value: 'NAME', help: 'which rules run: recommended (default) or strict' },
  rule: {
    value: 'ID=LEVEL',
    help: 'set one rule to off, info, warning or error; repeatable',
    multiple: true,
  },
  'fail-on': {
    value: 'LEVEL',
    help: 'the lowest severity that fails: error, warning (default), info or never',
  },
  context: {
    value: 'DIR',
    help: "what else is read for cross-file rules, or none (default: each file's workspace)",
  },
  parameters: {
    value: 'FILE',
    help: "values of CloudFormation parameters, in the AWS CLI's, CodePipeline's or CDK's shape; repeatable",
    multiple: true,
  },
  base: { value: 'REF', help: 'report only what the working tree adds to the Git commit REF' },
  baseline: { value: 'FILE', help: 'hide the findings that FILE lists' },
  'update-baseline': { help: 'rewrite the baseline, so that it lists what is found now' },
  evidence: {
    value: 'PATH',
    help: 'what the AWS CLI printed of the account, or a state of Terraform, to settle what templates cannot; repeatable',
    multiple: true,
  },
  undecided: { help: 'list every check that could not be decided' },
  'fail-on-undecided': { help: 'fail when a check could not be decided' },
  suppressed: { help: 'report what is suppressed too, marked as such (sarif, markdown and html)' },
  'max-warnings': { value: 'N', help: 'fail only on errors, or on more than N warnings' },
  quiet: { help: 'report errors only' },
  fix: { help: 'apply the fixes that can break nothing' },
  'fix-unsafe': { help: 'apply the others, too' },
  'fix-dry-run': { help: 'print what --fix would change as a unified diff, and change nothing' },
  'no-plugins': { help: 'do not run the plugins that the configuration names' },
  watch: { help: 'lint again when a file changes' },
  cache: { help: 'take what was found from the last run where no file and no option has changed' },
  'cache-location': {
    value: 'DIR',
    help: "where it is kept, outside of the repository (default: the user's folder for caches)",
  },
  color: { help: 'colour the report' },
  'no-color': { help: 'do not colour the report' },
  'skip-non-templates': { help: 'pass over named files that are no templates, as hooks name them' },
  'stdin-filename': { value: 'NAME', help: 'the name of what is read from standard input' },
  stats: { help: 'print to standard error what was read and how long it took' },
  ...both,
} as const satisfies Record<string, OptionSpec>;

/** The options of `rules`. */
export const rulesOptions = {
  format: { short: 'f', value: 'NAME', help: 'text (default) or json' },
  ...both,
} as const satisfies Record<string, OptionSpec>;

/** The options of `graph`. All but the format are those of `check`. */
export const graphOptions = {
  format: { short: 'f', value: 'NAME', help: `${graphFormatNames.join(', ')} (default: text)` },
  'output-file': { ...checkOptions['output-file'], help: 'write the graph there' },
  config: checkOptions.config,
  'no-config': checkOptions['no-config'],
  context: checkOptions.context,
  parameters: checkOptions.parameters,
  evidence: checkOptions.evidence,
  'stdin-filename': checkOptions['stdin-filename'],
  color: checkOptions.color,
  'no-color': checkOptions['no-color'],
  ...both,
} as const satisfies Record<string, OptionSpec>;

/** The options of `init`. */
export const initOptions = {
  force: { help: 'overwrite files that exist' },
  ...both,
} as const satisfies Record<string, OptionSpec>;

/** The options of `evidence`. */
export const evidenceOptions = {
  script: { help: 'print the read-only commands that collect evidence' },
  ...both,
} as const satisfies Record<string, OptionSpec>;

/** The options of `lsp`. */
export const lspOptions = {
  stdio: { help: 'speak the protocol on standard input and output' },
  ...both,
} as const satisfies Record<string, OptionSpec>;

/** The help text. */
export function helpText(): string {
  const listed = (options: Readonly<Record<string, OptionSpec>>): string =>
    Object.entries(options)
      .map(([name, { short, value, help }]) => {
        const option = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
        return `  ${option.padEnd(27)} ${help}\n`;
      })
      .join('');
  const shared = Object.keys(graphOptions).filter((name) => name !== 'format' && !(name in both));
  return `Usage:
  incident-lint [check] [PATH…]   lint templates; PATH is a file, a folder, a glob or - (default: .)
  incident-lint rules [ID]        list the rules, or explain one
  incident-lint graph [PATH…]     show who is engaged by which response plan, and where the way breaks off
  incident-lint evidence --script print the read-only AWS CLI commands that collect evidence
  incident-lint lsp --stdio       serve an editor that speaks the language server protocol
  incident-lint init              write a configuration, a pre-commit entry and a pull-request workflow

Options of check:
${listed(checkOptions)}
Options of graph:
${listed({ format: graphOptions.format })}  and of those of check: ${shared.map((name) => `--${name}`).join(', ')}

Options of rules:
${listed(rulesOptions)}
Options of evidence:
${listed(evidenceOptions)}
Options of init:
${listed(initOptions)}
Exit status:
  0  everything was read, and nothing at or above --fail-on was found
  1  something at or above --fail-on was found
  2  the result is incomplete: wrong usage or configuration, or an input that could not be read
`;
}

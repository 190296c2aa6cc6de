import { readConfiguration } from '../../src/config/schema.js';
import { parseYaml } from '../../src/parse/yaml.js';
import type { Outcome } from '../../src/report/outcome.js';
import type { RegisteredRule } from '../../src/rule/rule.js';
import { defaultSettings, type Settings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';
import { lintTexts } from './lint-texts.js';
import type { Segment } from './markdown.js';

/**
 * The blocks of a rule's page that are run, by the words after their language: `wrong`, `right` and `undecided` are
 * templates, `config` is the configuration of the next template,
 * `base` what it was before the change, and `output` what the tool says about the one before.
 * A template that breaks AWS's schema on purpose has the further word `invalid`, and JSON for Terraform `terraform`.
 */
const exampleKinds = ['wrong', 'right', 'undecided'] as const;
type ExampleKind = (typeof exampleKinds)[number];

/** The day on which the examples are run: a page must not change when a date passes. */
const dayOfExamples = '2026-12-01';

/** A template on a page, with what the page's rule says about it. */
export interface Example {
  readonly kind: ExampleKind;
  readonly isInvalid: boolean;
  readonly language: string;
  readonly file: SourceFile;
  readonly outcome: Outcome;
  /** Faults of the configuration before it. */
  readonly configurationFaults: readonly string[];
}

/** A page's segments with each one's example, if it is one. */
export interface ExampleSegment {
  readonly segment: Segment;
  readonly example?: Example;
}

/**
 * Runs the examples of a page.
 *
 * @param rules all rules: the configuration may name them, and a rule on suppressions speaks of what they say.
 */
export function runExamples(
  segments: readonly Segment[],
  rule: RegisteredRule,
  rules: readonly RegisteredRule[],
): ExampleSegment[] {
  const ruleIds = rules.map(({ id }) => id);
  const running = rule.rule.check.suppression === undefined ? [rule] : rules;
  const own = ({ ruleId }: { readonly ruleId: string }): boolean => ruleId === rule.id;
  let settings: Settings = defaultSettings;
  let configurationFaults: readonly string[] = [];
  let base: readonly SourceFile[] | undefined;
  return segments.map((segment) => {
    if (segment.kind === 'text') return { segment };
    const [language = '', ...words] = segment.info.split(/\s+/);
    if (words.includes('config')) {
      const read = readConfiguration(parseYaml(new SourceFile('incident-lint.yaml', segment.body)), ruleIds);
      settings = read.configuration.settings;
      configurationFaults = read.problems.map(({ message }) => message);
      return { segment };
    }
    if (words.includes('base')) {
      base = [new SourceFile('template', segment.body)];
      return { segment };
    }
    const kind = exampleKinds.find((word) => words.includes(word));
    if (kind === undefined) return { segment };
    const file = new SourceFile(fileName(language, words), segment.body);
    const whole = lintTexts([file], running, settings, { today: dayOfExamples, base });
    const outcome = {
      ...whole,
      findings: whole.findings.filter(own),
      undecided: whole.undecided.filter(own),
    };
    const example = {
      kind,
      isInvalid: words.includes('invalid'),
      language,
      file,
      outcome,
      configurationFaults,
    };
    settings = defaultSettings;
    configurationFaults = [];
    base = undefined;
    return { segment, example };
  });
}

/** What the tool prints about an example, without the name of a file: `line:column: severity: message [rule-id]`. */
export function outputOf({ findings, undecided }: Outcome): string {
  const lines = [
    ...findings.map(({ range, severity, message, ruleId }) => ({
      range,
      text: `${severity}: ${message} [${ruleId}]`,
    })),
    ...undecided.map(({ range, reason, ruleId }) => ({ range, text: `undecided: ${reason} [${ruleId}]` })),
  ];
  return lines
    .sort(
      (left, right) =>
        left.range.start.line - right.range.start.line || left.range.start.column - right.range.start.column,
    )
    .map(({ range: { start }, text }) => `${String(start.line)}:${String(start.column)}: ${text}`)
    .join('\n');
}

/** The page with the real output after every example of which the rule says something, and nowhere else. */
export function withOutputs(examples: readonly ExampleSegment[]): Segment[] {
  return examples.flatMap(({ segment, example }, index) => {
    if (isOutput(segment)) return [];
    // The blank line before an output that is taken out goes with it.
    if (isBlank(segment) && isOutput(examples[index + 1]?.segment)) return [];
    if (example === undefined || example.kind === 'right') return [segment];
    return [
      segment,
      { kind: 'text', text: '' },
      { kind: 'fence', info: 'text output', body: outputOf(example.outcome) },
    ];
  });
}

function isOutput(segment: Segment | undefined): boolean {
  return segment?.kind === 'fence' && segment.info === 'text output';
}

function isBlank(segment: Segment): boolean {
  return segment.kind === 'text' && segment.text.trim() === '';
}

/** What is wrong with an example; empty when it shows what it says it shows. */
export function faultsOfExample(example: Example, schemaRule: RegisteredRule | undefined): string[] {
  const { kind, file, outcome, language, isInvalid, configurationFaults } = example;
  const { findings, undecided, problems } = outcome;
  const faults = [...configurationFaults, ...problems.map(({ message }) => message)];
  if (kind === 'wrong' && findings.length === 0) faults.push('nothing is found in it');
  if (kind === 'right' && findings.length + undecided.length > 0)
    faults.push(`it is not right: ${outputOf(outcome)}`);
  if (kind === 'undecided' && undecided.length === 0) faults.push('nothing is undecided in it');
  if ((language === 'json') !== /^\s*\{/.test(file.text)) faults.push(`it is not ${language}`);
  if (schemaRule !== undefined && !isInvalid)
    faults.push(
      ...lintTexts([file], [schemaRule], defaultSettings).findings.map(
        ({ message }) => `it breaks the schema: ${message}`,
      ),
    );
  const [firstLine = ''] = file.text.split('\n');
  return faults.map((fault) => `the ${language} example marked ${kind}, "${firstLine}…": ${fault}`);
}

/** Of Terraform's files the name tells what they are. */
function fileName(language: string, words: readonly string[]): string {
  if (language === 'hcl') return 'main.tf';
  return words.includes('terraform') ? 'main.tf.json' : 'template';
}

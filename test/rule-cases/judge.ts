import { rules } from '../../rules/index.js';
import { lintTexts, parseText } from '../../scripts/docs/lint-texts.js';
import type { Outcome } from '../../src/report/outcome.js';
import type { RegisteredRule } from '../../src/rule/rule.js';
import { defaultSettings, type Settings } from '../../src/rule/settings.js';
import { SourceFile, type Range, type Span } from '../../src/text/source-file.js';
import type { MarkedTemplate, RuleCase, SomeSettings } from '../rule-cases.js';
import { readMarks, writeMarks, type Mark } from './marks.js';
import { isYamlOnly, toJson } from './to-json.js';

/** What a rule said about a case. */
export interface Judgement {
  readonly outcome: Outcome;
  /** The texts as the case marks them, and with marks where the rule reported; equal when the rule does as expected. */
  readonly expected: string;
  readonly actual: string;
}

/** The files of a template by name, still with marks. */
export function filesOf(template: MarkedTemplate): [name: string, marked: string][] {
  if (typeof template !== 'string') return Object.entries(template);
  return [[/^[\s«~?]*\{/.test(template) ? 'template.json' : 'template.yaml', template]];
}

/** The defaults with what a case declares. */
export function settingsOf(some: SomeSettings = {}): Settings {
  return {
    chat: { ...defaultSettings.chat, ...some.chat },
    external: { ...defaultSettings.external, ...some.external },
    contacts: { ...defaultSettings.contacts, ...some.contacts },
    iam: { ...defaultSettings.iam, ...some.iam },
    tags: { ...defaultSettings.tags, ...some.tags },
    tools: { ...defaultSettings.tools, ...some.tools },
    account: { ...defaultSettings.account, ...some.account },
    org: { ...defaultSettings.org, ...some.org },
  };
}

/** Lints the template of a case with one rule. */
export function judgeCase(rule: RegisteredRule, ruleCase: RuleCase): Judgement {
  const { template, settings, alongside = [], today, base } = ruleCase;
  const files = filesOf(template).map(([name, marked]) => {
    const { text, marks } = readMarks(marked);
    return { file: new SourceFile(name, text), marks };
  });
  const whole = lintTexts(
    files.map(({ file }) => file),
    [rule, ...rules.filter(({ id }) => alongside.includes(id))],
    settingsOf(settings),
    {
      today,
      base: base === undefined ? undefined : filesOf(base).map(([name, text]) => new SourceFile(name, text)),
    },
  );
  const own = ({ ruleId }: { readonly ruleId: string }): boolean => ruleId === rule.id;
  const outcome = { ...whole, findings: whole.findings.filter(own), undecided: whole.undecided.filter(own) };
  const shown = (marksOf: (file: SourceFile, marks: readonly Mark[]) => readonly Mark[]): string =>
    files
      .map(({ file, marks }) => `# ${file.path}\n${writeMarks(file.text, marksOf(file, marks))}`)
      .join('\n');
  return {
    outcome,
    expected: shown((_, marks) => marks),
    actual: shown((file) => foundMarks(file, outcome)),
  };
}

/** The same case with every YAML text as JSON; undefined where nothing can be converted. */
export function asJson(ruleCase: RuleCase): RuleCase | undefined {
  if (ruleCase.yamlOnly !== undefined) return undefined;
  const files = filesOf(ruleCase.template).map(([name, marked]) => {
    const file = new SourceFile(name, readMarks(marked).text);
    const { root, format } = parseText(file);
    return { name, text: file.text, root, isYaml: format === 'yaml' };
  });
  const yaml = files.filter(({ isYaml }) => isYaml);
  if (yaml.length === 0 || yaml.some(({ text, root }) => root === undefined || isYamlOnly(text)))
    return undefined;
  const template = Object.fromEntries(
    files.map(({ name, text, root, isYaml }) => [name, root !== undefined && isYaml ? toJson(root) : text]),
  );
  const base = ruleCase.base === undefined ? undefined : jsonTexts(ruleCase.base);
  return { ...ruleCase, template, ...(base && { base }) };
}

/** Texts as JSON, those that are JSON already as they are. */
function jsonTexts(texts: MarkedTemplate): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesOf(texts).map(([name, text]) => {
      const { root, format } = parseText(new SourceFile(name, text));
      return [name, root !== undefined && format === 'yaml' ? toJson(root) : text];
    }),
  );
}

/** What a rule said, without the positions, in which dialects differ. */
export function withoutPlaces({ findings, undecided }: Outcome): string[] {
  const lines = [
    ...findings.map(({ severity, certainty, message, when, resource, file }) =>
      [file, resource?.name, severity, certainty, when ?? '', message].join(' | '),
    ),
    ...undecided.map(({ reason, resource, file }) => [file, resource?.name, 'undecided', reason].join(' | ')),
  ];
  return lines.sort();
}

function foundMarks(file: SourceFile, { findings, undecided }: Outcome): Mark[] {
  return [
    ...findings
      .filter((finding) => finding.file === file.path)
      .map(({ range, certainty }): Mark => ({
        kind: certainty === 'certain' ? 'finding' : 'possible',
        span: spanOf(file, range),
      })),
    ...undecided
      .filter((entry) => entry.file === file.path)
      .map(({ range }): Mark => ({ kind: 'undecided', span: spanOf(file, range) })),
  ];
}

/** Reports speak in lines and columns; marks stand at offsets. */
function spanOf(file: SourceFile, { start, end }: Range): Span {
  const starts = [0];
  for (const { index, 0: lineBreak } of file.text.matchAll(/\r\n|\r|\n/g))
    starts.push(index + lineBreak.length);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  return { start: offset(start.line, start.column), end: offset(end.line, end.column) };
}

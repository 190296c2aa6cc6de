import { rules } from '../../rules/index.js';
import { lint } from '../../src/engine/lint.js';
import { addedPlan, withResponsePlan } from './with-response-plan.js';
import type { Outcome } from '../../src/report/outcome.js';
import type { Profile } from '../../src/rule/rule.js';
import { defaultSettings } from '../../src/rule/settings.js';
import type { Document } from '../../src/parse/document.js';
import { parseCorpusFile } from '../../test/corpus/files.js';

/** What the rules say of many files that know nothing of this tool. */
export interface Noise {
  readonly files: number;
  /** By rule, those that said something, the loudest first. */
  readonly counts: readonly {
    readonly ruleId: string;
    readonly findings: number;
    readonly undecided: number;
  }[];
  /** Files without anything of Incident Manager, chat or their permissions. */
  readonly irrelevant: number;
  /** The findings in those, each with its file; there should be none. */
  readonly misplaced: readonly string[];
}

const relevant =
  /SSMIncidents|SSMContacts|AWS::Chatbot|chatbot:|ssm-incidents|ssm-contacts|ssm-\*|ssm\*|"s\*:/i;

/** Whether a file is this tool's business, by what its text names. */
export function isRelevant(text: string): boolean {
  return relevant.test(text);
}

/** Lints a file of the corpus as a deployment of its own. */
export function lintAlone(path: string, profile: Profile): Outcome {
  return lintDocument(parseCorpusFile(path), profile);
}

function lintDocument(document: Document, profile: Profile): Outcome {
  return lint([document], {
    rules,
    profile,
    levels: new Map(),
    settings: defaultSettings,
    isReported: () => true,
  });
}

type Counts = Map<string, { findings: number; undecided: number }>;

function add(counts: Counts, { findings, undecided }: Pick<Outcome, 'findings' | 'undecided'>): void {
  const countOf = (ruleId: string): { findings: number; undecided: number } => {
    const count = counts.get(ruleId) ?? { findings: 0, undecided: 0 };
    counts.set(ruleId, count);
    return count;
  };
  for (const { ruleId } of findings) countOf(ruleId).findings += 1;
  for (const { ruleId } of undecided) countOf(ruleId).undecided += 1;
}

function loudestFirst(counts: Counts): Noise['counts'] {
  return [...counts]
    .map(([ruleId, count]) => ({ ruleId, ...count }))
    .sort((left, right) => right.findings - left.findings || (left.ruleId < right.ruleId ? -1 : 1));
}

/** What is said of the other resources of each file once it has a response plan too, which makes it this tool's business. */
export function noiseBesideResponsePlan(
  paths: readonly string[],
  profile: Profile,
): { readonly counts: Noise['counts']; readonly findings: readonly string[] } {
  const counts: Counts = new Map();
  const lines: string[] = [];
  for (const path of paths) {
    const document = parseCorpusFile(path, withResponsePlan);
    const { findings, undecided } = lintDocument(document, profile);
    const isOther = ({ resource }: { readonly resource?: { readonly name: string } }): boolean =>
      resource?.name !== addedPlan;
    const others = { findings: findings.filter(isOther), undecided: undecided.filter(isOther) };
    add(counts, others);
    for (const { ruleId, range, severity, message } of others.findings)
      lines.push(`${ruleId}: ${path}:${String(range.start.line)}: ${severity}: ${message}`);
  }
  return { counts: loudestFirst(counts), findings: lines.sort() };
}

/** Lints each file of the corpus by itself and counts what is said. */
export function noiseOf(paths: readonly string[], profile: Profile): Noise {
  const counts: Counts = new Map();
  const misplaced: string[] = [];
  let irrelevant = 0;
  for (const path of paths) {
    const { findings, undecided } = lintAlone(path, profile);
    add(counts, { findings, undecided });
    if (isRelevant(parseCorpusFile(path).file.text)) continue;
    irrelevant += 1;
    misplaced.push(...findings.map(({ ruleId, message }) => `${path}: ${ruleId}: ${message}`));
  }
  return {
    files: paths.length,
    counts: loudestFirst(counts),
    irrelevant,
    misplaced,
  };
}

import { parseJson } from '../parse/json.js';
import type { Finding } from '../report/finding.js';
import type { Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';
import { SourceFile, type Range } from '../text/source-file.js';

/** A finding that is known and put off, with how many times it occurs in the same place. */
export interface BaselineEntry {
  readonly ruleId: string;
  /** The file's name as reports print it. */
  readonly file: string;
  /** The logical ID or address, for people who read the baseline. */
  readonly resource?: string;
  /** Stands for the rule, the file, the resource, the keys that lead to the place and what the message names. */
  readonly fingerprint: string;
  readonly count: number;
}

/** What a baseline file holds. */
export type Baseline = readonly BaselineEntry[];

/** A baseline, or why its file cannot be used. */
export type BaselineReading = { readonly baseline: Baseline } | { readonly problem: Problem };

/** Reads the text of a baseline file: JSON, version 1. A fault has its place, as far as it has one. */
export function readBaseline(text: string, file: string): BaselineReading {
  let content: unknown;
  const fault = (message: string, range?: Range): BaselineReading => ({
    problem: { file, ...(range && { range }), message, code: 'bad-baseline' },
  });
  try {
    content = JSON.parse(text);
  } catch {
    const [found] = parseJson(new SourceFile(file, text)).problems;
    return fault(`the baseline is no JSON${found === undefined ? '' : `: ${found.message}`}`, found?.range);
  }
  const { version, findings } = (content ?? {}) as {
    readonly version?: unknown;
    readonly findings?: unknown;
  };
  if (version !== 1) return fault('the baseline is not of version 1', rangeIn(text, file, 'version'));
  if (!Array.isArray(findings))
    return fault('the baseline has no list "findings"', rangeIn(text, file, 'findings'));
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  if (wrong === -1) return { baseline: findings as BaselineEntry[] };
  return fault('the baseline lists something that is no finding', rangeIn(text, file, 'findings', wrong));
}

/** Where the value under a key stands, or an item of it. */
function rangeIn(text: string, file: string, name: string, index?: number): Range | undefined {
  const source = new SourceFile(file, text);
  const { root } = parseJson(source);
  const value = root?.kind === 'map' ? root.entries.findLast(({ key }) => key === name)?.value : undefined;
  const node = index !== undefined && value?.kind === 'list' ? value.items[index] : value;
  return node && source.rangeOf(node.span);
}

function isEntry(value: unknown): value is BaselineEntry {
  const { ruleId, file, fingerprint, count } = (value ?? {}) as Partial<Record<keyof BaselineEntry, unknown>>;
  const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
  return typeof ruleId === 'string' && typeof file === 'string' && typeof fingerprint === 'string' && isCount;
}

/** Hides the findings that a baseline lists, each as often as it lists it. */
export function applyBaseline(outcome: Outcome, baseline: Baseline): Outcome {
  const left = new Map(baseline.map(({ fingerprint, count }) => [fingerprint, count]));
  const findings = outcome.findings.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
  return { ...outcome, findings, baselined: outcome.findings.length - findings.length };
}

/**
 * The entries that no longer occur, or not as often.
 *
 * @param isDecided whether the run says all there is to say about a file: it was linted, or is gone.
 */
export function goneFrom(
  baseline: Baseline,
  findings: readonly Finding[],
  isDecided: (file: string) => boolean,
): Baseline {
  const counts = countsOf(findings);
  return baseline.filter(
    ({ fingerprint, count, file }) => isDecided(file) && (counts.get(fingerprint)?.count ?? 0) < count,
  );
}

/** The baseline that lists these findings, and of the one before what the run says nothing about. */
export function baselineOf(
  findings: readonly Finding[],
  before: Baseline,
  isDecided: (file: string) => boolean,
): Baseline {
  const entries = [...countsOf(findings).values(), ...before.filter(({ file }) => !isDecided(file))];
  const keyed = entries.map((entry) => ({ entry, key: JSON.stringify(sortKey(entry)) }));
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(({ entry }) => entry);
}

/** The text of a baseline file. */
export function baselineText(baseline: Baseline): string {
  return `${JSON.stringify({ version: 1, findings: baseline }, undefined, 2)}\n`;
}

function sortKey({ file, ruleId, resource = '', fingerprint }: BaselineEntry): string[] {
  return [file, resource, ruleId, fingerprint];
}

function countsOf(findings: readonly Finding[]): Map<string, BaselineEntry> {
  const entries = new Map<string, BaselineEntry>();
  for (const { ruleId, file, resource, fingerprint } of findings) {
    const count = (entries.get(fingerprint)?.count ?? 0) + 1;
    const named = resource === undefined ? {} : { resource: resource.name };
    entries.set(fingerprint, { ruleId, file, ...named, fingerprint, count });
  }
  return entries;
}

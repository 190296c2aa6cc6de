import type { Finding } from '../report/finding.js';
import type { Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';

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

/** Reads the text of a baseline file: JSON, version 1. */
export function readBaseline(text: string, file: string): BaselineReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: { file, message: 'the baseline is no JSON', code: 'bad-baseline' } };
  }
  const { version, findings } = (content ?? {}) as {
    readonly version?: unknown;
    readonly findings?: unknown;
  };
  if (version !== 1)
    return { problem: { file, message: 'the baseline is not of version 1', code: 'bad-baseline' } };
  if (!Array.isArray(findings) || !findings.every(isEntry))
    return {
      problem: {
        file,
        message: 'the baseline lists something that is no finding',
        code: 'bad-baseline',
      },
    };
  return { baseline: findings };
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

import type { Certainty, Construct, Finding, ResourceName, Severity } from '../report/finding.js';
import type { Engagements } from '../report/engagements.js';
import type { ChangeSummary, Outcome } from '../report/outcome.js';
import { isError, type Problem } from '../report/problem.js';
import { referencesOf, type ExternalReferences } from './external.js';
import type { Range, SourceFile } from '../text/source-file.js';

/** The JSON report, version 1. Its fields and their order are a promise, apart from what the engine holds. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly summary: ReportSummary;
  /** What was known of the account; only with evidence. */
  readonly evidence?: {
    readonly files: readonly { readonly file: string; readonly collected: string }[];
    /** How many checks it settled that would be undecided without it. */
    readonly settled: number;
  };
  /** What exists elsewhere, as the configuration declares it: the references by its keys; only where it declares any. */
  readonly external?: ExternalReferences;
  /** What changed since the base; only with one. */
  readonly change?: ReportChange;
  readonly findings: readonly ReportFinding[];
  readonly undecided: readonly ReportUndecided[];
  readonly errors: readonly ReportProblem[];
  /** Problems that leave the result complete; only where there are any. */
  readonly warnings?: readonly ReportProblem[];
}

export interface ReportSummary {
  readonly files: number;
  readonly resources: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  readonly baselined: number;
  readonly undecided: number;
}

/** How many resources and statements of policies came, changed and went since the base, and what is found no longer. */
export interface ReportChange {
  /** The base as the user named it. */
  readonly base: string;
  readonly resources: {
    readonly added: number;
    readonly changed: number;
    readonly replaced: number;
    readonly removed: number;
  };
  readonly statements: { readonly added: number; readonly removed: number };
  readonly fixed: readonly ReportFinding[];
}

export interface ReportFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly path: string;
  readonly resource?: ResourceName;
  readonly when?: string;
  readonly construct?: Construct;
  readonly related?: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  readonly help: string;
  readonly docs: string;
  readonly fingerprint: string;
  readonly fix?: {
    readonly description: string;
    /** Whether `--fix` applies it; otherwise `--fix-unsafe` does. */
    readonly isSafe: boolean;
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  };
}

export interface ReportUndecided {
  readonly ruleId: string;
  readonly file: string;
  readonly range: Range;
  readonly resource?: ResourceName;
  readonly reason: string;
  readonly settle: string;
}

/** Why the result is incomplete, or may be wrong. */
export interface ReportProblem {
  readonly file?: string;
  readonly range?: Range;
  readonly message: string;
  readonly code: string;
}

/** A rule as formats describe it. */
export interface ReportRule {
  readonly id: string;
  readonly practice: string;
  readonly severity: Severity;
  readonly profile: string;
  /** What it disallows or requires, in a sentence. */
  readonly summary: string;
  /** What to do, in a sentence or two. */
  readonly help: string;
  /** The address of its page. */
  readonly docs: string;
}

/** A finding that its author wants to be silent, with the author's reason. */
export interface ReportSuppressed {
  readonly finding: ReportFinding;
  readonly reason: string;
}

/** What a format may use besides the report. */
export interface FormatOptions {
  /** The texts of the reported files, by their path in the report. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly color: boolean;
  /** Whether every undecided check is listed. */
  readonly undecided: boolean;
  /** Every rule there is, whether it ran or not. */
  readonly rules: readonly ReportRule[];
  /** The suppressed findings that are to be shown: all of them with `--suppressed`, else none. */
  readonly suppressed: readonly ReportSuppressed[];
  /** Who is engaged by which response plan, where it was asked for. */
  readonly engagements?: Engagements;
  /** The working folder as seen from the root of its repository, with `/`; empty at the root and outside of one. */
  readonly folder: string;
}

/** A report as text, with the final line break where there is any text. */
export type Formatter = (report: Report, options: FormatOptions) => string;

/** The report of an outcome and of what the configuration declares elsewhere. Optional fields that are not there are left out. */
export function reportOf(
  outcome: Outcome,
  tool: { readonly name: string; readonly version: string },
  external: Readonly<Record<string, string | undefined>> = {},
): Report {
  const references = referencesOf(external);
  const { files, resources, findings, undecided, problems, suppressed, baselined, change, evidence } =
    outcome;
  const warnings = problems.filter((problem) => !isError(problem));
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    summary: {
      files,
      resources,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: suppressed.length,
      baselined,
      undecided: undecided.length,
    },
    ...(evidence && {
      evidence: {
        files: evidence.files.map(({ file, collected }) => ({ file, collected })),
        settled: evidence.settled,
      },
    }),
    ...(references && { external: references }),
    ...(change && { change: changeOf(change) }),
    findings: findings.map(findingOf),
    undecided: undecided.map(({ ruleId, file, range, resource, reason, settle }) => ({
      ruleId,
      file,
      range: rangeOf(range),
      ...(resource && { resource: resourceOf(resource) }),
      reason,
      settle,
    })),
    errors: problems.filter(isError).map(problemOf),
    ...(warnings.length > 0 && { warnings: warnings.map(problemOf) }),
  };
}

function problemOf({ file, range, message, code }: Problem): ReportProblem {
  return {
    ...(file !== undefined && { file }),
    ...(range && { range: rangeOf(range) }),
    message,
    code,
  };
}

/** The suppressed findings of an outcome. */
export function suppressedOf({ suppressed }: Outcome): ReportSuppressed[] {
  return suppressed.map(({ finding, reason }) => ({ finding: findingOf(finding), reason }));
}

function changeOf({ base, resources, statements, fixed }: ChangeSummary): ReportChange {
  const { added, changed, replaced, removed } = resources;
  return {
    base,
    resources: { added, changed, replaced, removed },
    statements: { added: statements.added, removed: statements.removed },
    fixed: fixed.map(findingOf),
  };
}

function findingOf(finding: Finding): ReportFinding {
  const { ruleId, severity, certainty, message, file, range, path } = finding;
  const { resource, when, construct, related, help, docs, fingerprint, fix } = finding;
  return {
    ruleId,
    severity,
    certainty,
    message,
    file,
    range: rangeOf(range),
    path,
    ...(resource && { resource: resourceOf(resource) }),
    ...(when !== undefined && { when }),
    ...(construct && { construct }),
    ...(related && {
      related: related.map((place) => ({
        file: place.file,
        range: rangeOf(place.range),
        message: place.message,
      })),
    }),
    help,
    docs,
    fingerprint,
    ...(fix && {
      fix: {
        description: fix.description,
        isSafe: fix.isSafe,
        edits: fix.edits.map(({ range, text }) => ({ range: rangeOf(range), text })),
      },
    }),
  };
}

function resourceOf({ type, name, sourceType }: ResourceName): ResourceName {
  return { type, name, sourceType };
}

function rangeOf({ start, end }: Range): Range {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

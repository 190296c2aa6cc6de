import path from 'node:path';
import {
  docsOf,
  type Finding,
  type Outcome,
  type Problem,
  type Range as OurRange,
  type RegisteredRule,
  type Severity,
  type Undecided,
} from '../index.js';
import { addressOf } from './addresses.js';
import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
} from './protocol.js';

/** The name under which editors show what is found. */
export const source = 'incident-lint';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What belongs to no place is told at the beginning of its file. */
const beginning: OurRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/**
 * What an outcome says about each file, by absolute path.
 *
 * @param folder what the outcome's names are relative to; absolute.
 * @param rules those whose checks are shown, as hints, where they could not be decided.
 */
export function diagnosticsOf(
  { findings, undecided, problems }: Outcome,
  folder: string,
  rules: readonly RegisteredRule[],
): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  const add = (name: string, diagnostic: Diagnostic): void => {
    const file = path.resolve(folder, name);
    const same = byFile.get(file);
    if (same === undefined) byFile.set(file, [diagnostic]);
    else same.push(diagnostic);
  };
  for (const problem of problems) if (problem.file !== undefined) add(problem.file, ofProblem(problem));
  for (const finding of findings) add(finding.file, ofFinding(finding, folder));
  const docs = new Map(rules.map((registered) => [registered.id, docsOf(registered)]));
  for (const entry of undecided) {
    const href = docs.get(entry.ruleId);
    if (href !== undefined) add(entry.file, ofUndecided(entry, href));
  }
  return byFile;
}

/** Lines and columns count from 0 in the protocol, columns in UTF-16 units as in reports. */
export function rangeOf({ start, end }: OurRange): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** A finding as editors show it. */
export function ofFinding(finding: Finding, folder: string): Diagnostic {
  const { ruleId, severity, message, when, range, docs, help, certainty, fingerprint } = finding;
  const related = relatedOf(finding, folder);
  const { path: pointer, resource, fix } = finding;
  return {
    range: rangeOf(range),
    severity: severities[severity],
    code: ruleId,
    codeDescription: { href: docs },
    source,
    message: when === undefined ? message : `${message} (possible: when ${when})`,
    ...(related.length > 0 && { relatedInformation: related }),
    data: { certainty, help, path: pointer, fingerprint, resource, isFixable: fix !== undefined },
  };
}

/** The other end of a reference, and the source that a resource of a CDK app was synthesised from. */
function relatedOf({ related = [], construct }: Finding, folder: string): DiagnosticRelatedInformation[] {
  const places = related.map(({ file, range, message }) => ({
    location: { uri: addressOf(path.resolve(folder, file)), range: rangeOf(range) },
    message,
  }));
  if (construct?.file === undefined) return places;
  const { file, line = 1, column = 1 } = construct;
  const start = { line, column };
  const uri = addressOf(path.resolve(folder, file));
  return [
    {
      location: { uri, range: rangeOf({ start, end: start }) },
      message: `${construct.path} is created here`,
    },
    ...places,
  ];
}

function ofUndecided({ ruleId, range, reason, settle }: Undecided, href: string): Diagnostic {
  return {
    range: rangeOf(range),
    severity: DiagnosticSeverity.Hint,
    code: ruleId,
    codeDescription: { href },
    source,
    message: `undecided: ${reason} (settled by ${settle})`,
  };
}

function ofProblem({ range = beginning, message, code, severity }: Problem): Diagnostic {
  return {
    range: rangeOf(range),
    severity: severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    code,
    source,
    message,
  };
}

import { externalLine } from './external.js';
import type { Report } from './report.js';

/** A number with its noun: `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The result in a line without its line break: what was found, in how many files, and whether that is all. */
export function summaryLine({ summary, findings, errors }: Report): string {
  const files = counted(summary.files, 'file');
  const others = (['undecided', 'suppressed', 'baselined'] as const)
    .filter((name) => summary[name] > 0)
    .map((name) => `, ${String(summary[name])} ${name}`)
    .join('');
  const incomplete = errors.length === 0 ? '' : `; incomplete: ${counted(errors.length, 'problem')}`;
  if (findings.length === 0) {
    const resources = counted(summary.resources, 'resource');
    return `${errors.length === 0 ? '✓' : '✖'} no findings in ${files} (${resources})${others}${incomplete}`;
  }
  const parts = [
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    counted(summary.infos, 'info'),
  ].join(', ');
  return `✖ ${counted(findings.length, 'finding')} (${parts})${others} in ${files}${incomplete}`;
}

/** What changed since the base in a line without its line break; undefined without a base. */
function changeLine({ change }: Report): string | undefined {
  if (change === undefined) return undefined;
  const { added, changed, replaced, removed } = change.resources;
  const resources = `${String(added)} added, ${String(changed)} changed, ${String(replaced)} replaced, ${String(removed)} removed`;
  const { statements, fixed } = change;
  const policies = `${String(statements.added)} added, ${String(statements.removed)} removed`;
  return `since ${change.base}: resources ${resources}; policy statements ${policies}; ${counted(fixed.length, 'finding')} fixed`;
}

/** How many findings have a fix, in a line without its line break; undefined where none has. */
export function fixableLine({ findings }: Report): string | undefined {
  const safe = findings.filter(({ fix }) => fix?.isSafe === true).length;
  const others = findings.filter(({ fix }) => fix?.isSafe === false).length;
  if (safe + others === 0) return undefined;
  const parts = [
    ...(safe > 0 ? [`${String(safe)} with --fix`] : []),
    ...(others > 0 ? [`${String(others)} with --fix-unsafe`] : []),
  ];
  return `can be fixed: ${parts.join(', ')}`;
}

/** What the evidence was, how old it is, and what it settled, in a line without its line break. */
function evidenceLine({ evidence }: Report): string | undefined {
  if (evidence === undefined) return undefined;
  const files = evidence.files.map(({ file, collected }) => `${file} (of ${collected})`).join(', ');
  return `evidence: ${files === '' ? 'none' : files}; ${counted(evidence.settled, 'check')} settled by it`;
}

/** What is declared, what the evidence was and what changed, each in a line without its line break, as far as there is any. */
export function contextLines(report: Report): string[] {
  const external = report.external && externalLine(report.external);
  return [external, evidenceLine(report), changeLine(report)].filter((line) => line !== undefined);
}

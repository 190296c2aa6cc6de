import type { ChangeSummary, Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';

/** Several workspaces' outcomes as one, with the problems that belong to none of them. */
export function sumOf(outcomes: readonly Outcome[], problems: readonly Problem[]): Outcome {
  const total = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  const change = changeOf(outcomes.flatMap((outcome) => outcome.change ?? []));
  const [evidence] = outcomes.flatMap((outcome) => outcome.evidence ?? []);
  const engagements = outcomes.flatMap((outcome) => outcome.engagements ?? []);
  return {
    files: total(({ files }) => files),
    resources: total(({ resources }) => resources),
    findings: outcomes.flatMap(({ findings }) => findings),
    undecided: outcomes.flatMap(({ undecided }) => undecided),
    problems: [...problems, ...outcomes.flatMap((outcome) => outcome.problems)],
    suppressed: outcomes.flatMap(({ suppressed }) => suppressed),
    baselined: total(({ baselined }) => baselined),
    ...(change && { change }),
    ...(evidence && {
      evidence: { ...evidence, settled: total((outcome) => outcome.evidence?.settled ?? 0) },
    }),
    ...(engagements.length > 0 && { engagements: { nodes: engagements.flatMap(({ nodes }) => nodes) } }),
  };
}

function changeOf(changes: readonly ChangeSummary[]): ChangeSummary | undefined {
  const [first] = changes;
  if (first === undefined) return undefined;
  const total = (count: (change: ChangeSummary) => number): number =>
    changes.reduce((sum, change) => sum + count(change), 0);
  return {
    base: first.base,
    resources: {
      added: total(({ resources }) => resources.added),
      changed: total(({ resources }) => resources.changed),
      replaced: total(({ resources }) => resources.replaced),
      removed: total(({ resources }) => resources.removed),
    },
    statements: {
      added: total(({ statements }) => statements.added),
      removed: total(({ statements }) => statements.removed),
    },
    fixed: changes.flatMap(({ fixed }) => fixed),
  };
}

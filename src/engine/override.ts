import type { Outcome } from '../report/outcome.js';
import { isOn, type RuleLevel } from '../rule/level.js';
import type { LintOptions } from './options.js';

/** Severities for some files. */
export interface FileOverride {
  /** Names of files as reports print them. */
  readonly files: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, RuleLevel>;
}

/**
 * The severities to lint with: a rule that only an override turns on has to run, and `applyOverrides` drops what it
 * says about other files.
 */
export function levelsWithOverrides(
  options: Pick<LintOptions, 'rules' | 'profile' | 'levels'>,
  overrides: readonly FileOverride[],
): ReadonlyMap<string, RuleLevel> {
  const wanted = new Map(options.levels);
  for (const registered of options.rules) {
    if (isOn(registered, options)) continue;
    const level = overrides.map((override) => override.rules.get(registered.id)).find(isLevelOn);
    if (level !== undefined) wanted.set(registered.id, level);
  }
  return wanted;
}

/** Gives findings the severity that the last override for their file sets, and drops what is off there. */
export function applyOverrides(
  outcome: Outcome,
  options: Pick<LintOptions, 'rules' | 'profile' | 'levels'>,
  overrides: readonly FileOverride[],
): Outcome {
  if (overrides.length === 0) return outcome;
  const on = new Set(options.rules.filter((rule) => isOn(rule, options)).map(({ id }) => id));
  const levelOf = (ruleId: string, file: string): RuleLevel | undefined =>
    overrides
      .findLast((override) => override.rules.has(ruleId) && override.files.has(file))
      ?.rules.get(ruleId) ?? (on.has(ruleId) ? undefined : 'off');
  return {
    ...outcome,
    findings: outcome.findings.flatMap((finding) => {
      const level = levelOf(finding.ruleId, finding.file);
      if (level === 'off') return [];
      return [level === undefined ? finding : { ...finding, severity: level }];
    }),
    undecided: outcome.undecided.filter(({ ruleId, file }) => levelOf(ruleId, file) !== 'off'),
  };
}

function isLevelOn(level: RuleLevel | undefined): boolean {
  return level !== undefined && level !== 'off';
}

import { severities, type Severity } from '../report/finding.js';
import type { Profile, RegisteredRule } from './rule.js';

/** A severity, or `off`. */
export type RuleLevel = Severity | 'off';

/** Everything a user can set a rule to. */
export const ruleLevels: readonly RuleLevel[] = ['off', ...severities.toReversed()];

/** Both profiles, the default first. */
export const profiles: readonly Profile[] = ['recommended', 'strict'];

/** The lowest severity that makes a run fail. */
export type FailOn = Severity | 'never';

/** Everything `failOn` can be. */
export const failOnLevels: readonly FailOn[] = [...severities, 'never'];

/** Whether a rule runs: a level that the user chose decides, else the profile. */
export function isOn(
  { id, rule }: RegisteredRule,
  { profile, levels }: { readonly profile: Profile; readonly levels: ReadonlyMap<string, RuleLevel> },
): boolean {
  const level = levels.get(id);
  return level === undefined ? rule.profile === 'recommended' || profile === 'strict' : level !== 'off';
}

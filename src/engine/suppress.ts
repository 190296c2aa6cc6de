import type { Suppression } from '../dialect/suppression.js';
import type { Workspace } from '../model/workspace.js';
import type { Finding, Undecided } from '../report/finding.js';
import type { Outcome, SuppressedFinding } from '../report/outcome.js';
import { isOn } from '../rule/level.js';
import type { JudgedSuppression, RegisteredRule } from '../rule/rule.js';
import { nearest } from '../text/nearest.js';
import { isDay } from '../value/day.js';
import { Collector } from './collector.js';
import type { LintOptions } from './options.js';

/** A suppression that counts, and whether it hid anything. */
interface Active {
  readonly suppression: Suppression;
  readonly ruleId: string;
  readonly reason: string;
  isUsed: boolean;
}

/** Hides what the templates' authors suppress, and lets the rules on suppressions speak of those that are at fault. */
export function suppress(outcome: Outcome, workspace: Workspace, options: LintOptions): Outcome {
  const all = workspace.templates.flatMap(({ suppressions }) => suppressions);
  if (all.length === 0) return outcome;
  const active = new ActiveSuppressions();
  const judging = all.map((suppression) => judged(suppression, active, options));

  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of outcome.findings) {
    const reason = active.reasonFor(finding);
    if (reason === undefined) findings.push(finding);
    else suppressed.push({ finding, reason });
  }
  const undecided = outcome.undecided.filter((entry) => active.reasonFor(entry) === undefined);

  const collector = new Collector();
  for (const registered of options.rules) {
    const { suppression: check } = registered.rule.check;
    if (check === undefined || !isOn(registered, options)) continue;
    const level = options.levels.get(registered.id);
    const report = collector.reporter(registered, undefined, level === 'off' ? undefined : level);
    for (const judge of judging) check(judge(), { report, workspace, settings: options.settings });
  }
  return { ...outcome, findings: [...findings, ...collector.findings], undecided, suppressed };
}

/** Takes a suppression among the active ones if it counts; what it was worth can be asked when all findings are matched. */
function judged(
  suppression: Suppression,
  active: ActiveSuppressions,
  options: LintOptions,
): () => JudgedSuppression {
  const { ruleId, reason, until, place } = suppression;
  const about = { place, when: [], ruleId: ruleId ?? 'no rule' };
  const fault = faultOf(suppression, options.rules);
  if (fault !== undefined || ruleId === undefined || reason === undefined)
    return () => ({ ...about, fault, idle: undefined });
  if (until !== undefined && options.today !== undefined && until < options.today)
    return () => ({ ...about, fault: undefined, idle: `lapsed on ${until}` });
  const entry: Active = { suppression, ruleId, reason, isUsed: false };
  active.add(entry);
  const didRun = options.rules.some((registered) => registered.id === ruleId && runs(registered, options));
  return () => ({ ...about, fault: undefined, idle: entry.isUsed || !didRun ? undefined : 'hides nothing' });
}

/** Whether a rule looked at anything: one on changes needs a base. */
function runs(registered: RegisteredRule, options: LintOptions): boolean {
  const isComparing = registered.rule.check.changed !== undefined;
  return isOn(registered, options) && (!isComparing || options.base !== undefined);
}

/** Why a suppression counts for nothing. */
function faultOf(
  { ruleId, reason, until }: Suppression,
  rules: readonly RegisteredRule[],
): string | undefined {
  if (ruleId === undefined) return 'names no rule';
  const named = rules.find(({ id }) => id === ruleId);
  if (named === undefined) {
    const close = nearest(
      ruleId,
      rules.map(({ id }) => id),
    );
    return close === undefined
      ? 'names a rule that does not exist'
      : `names no rule (did you mean "${close}"?)`;
  }
  if (named.rule.check.suppression !== undefined) return 'names a rule on suppressions, which always speaks';
  if (reason === undefined) return 'gives no reason';
  return until === undefined || isDay(until) ? undefined : 'has an end that is no date such as 2027-01-31';
}

/** Suppressions by what they hide: each finding looks up its line, its resource and its file. */
class ActiveSuppressions {
  readonly #byScope = new Map<string, Active[]>();

  add(entry: Active): void {
    const { place, scope } = entry.suppression;
    const keyOf = (kind: string, within?: string | number): string =>
      scopeKey(place.file.path, entry.ruleId, kind, within);
    if (scope.kind === 'resources')
      for (const name of scope.names) this.addUnder(keyOf('resource', name), entry);
    else if (scope.kind === 'resource') this.addUnder(keyOf('resource', scope.name), entry);
    else this.addUnder(scope.kind === 'line' ? keyOf('line', scope.line) : keyOf('file'), entry);
  }

  private addUnder(key: string, entry: Active): void {
    const same = this.#byScope.get(key);
    if (same === undefined) this.#byScope.set(key, [entry]);
    else same.push(entry);
  }

  /** The reason of the first suppression that hides a report; all that would hide it count as used. */
  reasonFor({ file, ruleId, range, resource }: Finding | Undecided): string | undefined {
    const entries = [
      scopeKey(file, ruleId, 'line', range.start.line),
      scopeKey(file, ruleId, 'resource', resource?.name),
      scopeKey(file, ruleId, 'file', undefined),
    ].flatMap((key) => this.#byScope.get(key) ?? []);
    for (const entry of entries) entry.isUsed = true;
    return entries[0]?.reason;
  }
}

function scopeKey(file: string, ruleId: string, kind: string, within: string | number | undefined): string {
  return JSON.stringify([file, ruleId, kind, within ?? null]);
}

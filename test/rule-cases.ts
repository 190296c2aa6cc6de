import type { ProblemCode } from '../src/report/problem.js';
import type { Severity } from '../src/report/finding.js';
import type { Settings } from '../src/rule/settings.js';

/**
 * One text, or several for what spans files. A text that starts with `{` is JSON, one whose name ends in `.tf` is HCL
 * (`{ 'main.tf': … }`), any other is YAML. A name that ends in `.tf.json` makes it Terraform's JSON syntax.
 */
export type MarkedTemplate = string | Readonly<Record<string, string>>;

/** Settings that differ from the defaults. */
export type SomeSettings = { readonly [Section in keyof Settings]?: Partial<Settings[Section]> };

/**
 * A template and exactly what one rule says about it. Marks in the template show where:
 *
 * - `«…»` a finding that is certain,
 * - `«~…»` a finding that is possible: it holds in one arm of a condition, or while a parameter keeps its default,
 * - `«?…»` an undecided entry.
 *
 * Marks nest, and two around the same text stand for two reports. They are taken out before the template is parsed.
 * What is listed for each finding is in the order of file, line and column; one value stands for all of them.
 */
export interface RuleCase {
  /** The behaviour, or the trap it is named for: `trap 28: actions that need * pass`. */
  readonly name: string;
  readonly template: MarkedTemplate;
  readonly settings?: SomeSettings;
  /** The texts before the change, without marks, for a rule on changes; their names are those of the template. */
  readonly base?: MarkedTemplate;
  /** Rules that run too, for a rule that speaks of what others say; their own reports need no marks. */
  readonly alongside?: readonly string[];
  /** The day of the run, as YYYY-MM-DD. */
  readonly today?: string;
  /** Of the findings; left out, each has the rule's own. */
  readonly severity?: Severity | readonly Severity[];
  /** Of the findings, whole. */
  readonly message?: string | readonly string[];
  /** Of the possible findings: `IsProd`, `not IsProd`, `parameter Stage keeps its default`. */
  readonly when?: string | readonly string[];
  /** Of the undecided entries: why it cannot be told. */
  readonly reason?: string | readonly string[];
  /** The codes of the problems that are expected; left out, there are none. */
  readonly problems?: readonly ProblemCode[];
  /** Why the case is not run as JSON too. Cases with anchors or suppression comments never are. */
  readonly yamlOnly?: string;
  /** The template breaks AWS's schema on purpose; otherwise `schema-invalid` must have nothing to say about it. */
  readonly invalid?: true;
}

/** The cases of a rule, by the strongest thing the rule says about them. */
export interface RuleCases {
  /** Without any mark. */
  readonly good: readonly RuleCase[];
  /** With at least one `«…»`. */
  readonly bad: readonly RuleCase[];
  /** Why the rule has nothing but undecided entries to report, so that there is no bad case. */
  readonly neverFinds?: string;
  /** Why the rule is always certain, so that there is neither a possible nor an undecided case. */
  readonly alwaysCertain?: string;
  /** With at least one `«~…»`. */
  readonly possible?: readonly RuleCase[];
  /** With at least one `«?…»`. */
  readonly undecided?: readonly RuleCase[];
}

/** Declares the cases of a rule: the default export of its `cases.ts`. */
export function cases(all: RuleCases): RuleCases {
  return all;
}

import type { Range } from '../text/source-file.js';

/** How bad a fault is, the worst first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Whether `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** `possible`: the fault holds only in one arm of a condition, or while a parameter keeps its default. */
export type Certainty = 'certain' | 'possible';

/** The resource a report is about, in AWS's names. */
export interface ResourceName {
  /** The CloudFormation type, whatever the dialect. */
  readonly type: string;
  /** The logical ID, or the Terraform address. */
  readonly name: string;
  /** The type as the document spells it. */
  readonly sourceType: string;
}

/** Another place that explains a finding. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** A piece of text that takes the place of another; an empty range is an insertion. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A change of the finding's file that mends it. */
export interface Fix {
  /** What it does, in the imperative, without a full stop. */
  readonly description: string;
  /** Whether nothing that works can break by it; another is applied only on demand. */
  readonly isSafe: boolean;
  /** In the order of the text; they do not overlap. */
  readonly edits: readonly Edit[];
}

/** The construct of a CDK app that a resource was synthesised from. */
export interface Construct {
  /** Its path in the tree of constructs: `OnCall/AliceSms`. */
  readonly path: string;
  /** The source file that creates it; left out, with its line and column, where that is not known. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A fault in a template. Its field names are those of the JSON report, version 1. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** A JSON pointer into the document as the user wrote it. */
  readonly path: string;
  readonly resource?: ResourceName;
  /** What must hold for a `possible` finding: the condition's name, `not` and its name, or a parameter's default. */
  readonly when?: string;
  /** For CDK apps: where the author can act. */
  readonly construct?: Construct;
  readonly related?: readonly RelatedPlace[];
  readonly help: string;
  readonly docs: string;
  /** The same across line moves and re-formatting. */
  readonly fingerprint: string;
  readonly fix?: Fix;
}

/** A check that could not be decided: never a finding, never silence. */
export interface Undecided {
  readonly ruleId: string;
  readonly file: string;
  readonly range: Range;
  readonly resource?: ResourceName;
  /** Why it cannot be known. */
  readonly reason: string;
  /** What the user can give so that it is known. */
  readonly settle: string;
}

import type { Changed } from '../model/change.js';
import type { KindName } from '../model/kinds.js';
import type { Leaf } from '../model/leaf.js';
import type { Field, Slot, View } from '../model/view.js';
import type { Workspace } from '../model/workspace.js';
import type { Severity } from '../report/finding.js';
import type { Resource } from '../dialect/resource.js';
import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import type { Tri } from '../value/tri.js';
import type { Settings } from './settings.js';

/** `recommended` rules always run; `strict` ones only with that profile. */
export type Profile = 'recommended' | 'strict';

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The data a message needs: one entry for each of its placeholders, no more and no less. */
export type MessageData<Message extends string> = Readonly<
  Record<Placeholder<Message>, string | number | Leaf>
>;

/** Anything a report can point at: a leaf, a variant, a part or a view. */
export interface Located {
  readonly place: Place;
  readonly when: Assumptions;
}

export interface ReportOptions {
  /** Instead of the rule's own severity. */
  readonly severity?: Severity;
  /** One step milder than it would be, for a fault that may not concern an incident. */
  readonly milder?: boolean;
  /** Other places that explain the finding. */
  readonly related?: readonly Related[];
  /** How it can be mended; where the place does not allow it, because a reference brought the value, there is no fix. */
  readonly fix?: Mending;
}

/** A fix before it is known where its text goes: the value at the place gets another text, or a field gets one. */
export interface Mending {
  /** What it does, in the imperative, without a full stop. */
  readonly description: string;
  /** Whether nothing that works can break by it. */
  readonly isSafe: boolean;
  /**
   * The text that belongs there; or the only item of the list that belongs there, an ARN from its partition on; or the key
   * of the condition that belongs there, which holds for the account of the deployment; or all texts that belong into
   * a list.
   */
  readonly to:
    | string
    | { readonly arn: string }
    | { readonly accountKey: string }
    | { readonly texts: readonly string[]; readonly list: Leaf | undefined };
  /** The field that is at fault, where the report does not point at one of its leaves, or where it is missing. */
  readonly field?: Field;
  /** Where a key is to be added that is no field of a kind, such as the condition of a statement. */
  readonly slot?: Slot | undefined;
}

export interface Related {
  readonly place: Place;
  /** What there is to see, as a clause without a full stop. */
  readonly message: string;
}

/** The one way a rule speaks: true is a finding, a doubt an undecided entry, false nothing. */
export type Report<Message extends string> = (
  verdict: Tri,
  at: Located,
  data: MessageData<Message>,
  options?: ReportOptions,
) => void;

export interface Context<Message extends string> {
  readonly report: Report<Message>;
  readonly workspace: Workspace;
  readonly settings: Settings;
  /** The day of the run, as YYYY-MM-DD; undefined where the run knows none. */
  readonly today?: string | undefined;
}

type KindChecks<Message extends string> = {
  readonly [K in KindName]?: (view: View<K>, context: Context<Message>) => void;
};

/** What a rule on changes knows besides: the workspace as it was. */
export interface ChangeContext<Message extends string> extends Context<Message> {
  readonly base: Workspace;
}

type ChangeChecks<Message extends string> = {
  readonly [K in KindName]?: (changed: Changed<K>, context: ChangeContext<Message>) => void;
};

/** A suppression after everything else was judged. */
export interface JudgedSuppression extends Located {
  /** The rule it names, or what stands in its place. */
  readonly ruleId: string;
  /** Why it counts for nothing, as a clause; undefined for one that is valid. */
  readonly fault: string | undefined;
  /** Why it hides nothing, as a clause; undefined for one that hides something, or whose rule did not run. */
  readonly idle: string | undefined;
}

/**
 * The functions of a rule, by the kind they look at; `resource` sees every resource, of a known kind or not,
 * `changed` by kind what a change does to resources (with `--base` only), and `suppression` every suppression, when all
 * other rules have spoken.
 */
export type Checks<Message extends string> = KindChecks<Message> & {
  readonly resource?: (resource: Resource, context: Context<Message>) => void;
  readonly changed?: ChangeChecks<Message>;
  readonly suppression?: (suppression: JudgedSuppression, context: Context<Message>) => void;
};

export interface RuleDefinition<Message extends string> {
  /** What it disallows or requires, in a sentence. */
  readonly summary: string;
  readonly severity: Severity;
  readonly profile: Profile;
  /** One sentence about this place, with `{placeholders}`. It never names an address or a phone number. */
  readonly message: Message;
  /** What to do, in a sentence or two. */
  readonly help: string;
  /** Whether CDK judges the same in every synthesis, so that resources of its assemblies are passed over. */
  readonly leftToCdk?: true;
  /** Whether some of its findings have a fix. */
  readonly fixable?: true;
  /** The configuration keys that it heeds. */
  readonly options?: readonly string[];
  readonly check: Checks<Message>;
}

/** A rule whose message type is forgotten, as the engine holds it. */
export type Rule = RuleDefinition<string>;

/** Defines a rule; the compiler compares the message's placeholders with the data of each report. */
export function rule<const Message extends string>(definition: RuleDefinition<Message>): Rule {
  return definition;
}

/** A rule with what its folder says about it. */
export interface RegisteredRule {
  readonly id: string;
  readonly practice: string;
  readonly rule: Rule;
  /** The address of its page; left out: that of incident-lint's own rules. */
  readonly docs?: string;
}

const pages = 'https://github.com/incident-lint/incident-lint/blob/main/rules';

/** The address of a rule's page. */
export function docsOf({ id, practice, docs }: Omit<RegisteredRule, 'rule'>): string {
  return docs ?? `${pages}/${practice}/${id}/rule.md`;
}

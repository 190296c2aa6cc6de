import type { Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import { select } from '../../value/select.js';
import { any, isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import { entryOf, type MapValue, type Settled } from '../../value/value.js';
import { gapOf, hasGap } from '../policy/gap.js';
import { globMatches } from '../policy/glob.js';
import { policyIn } from '../policy/policy-text.js';

/** A service of AWS's that sends advisories, by the source of its events and their detail types. */
export interface AdvisoryService {
  readonly source: string;
  readonly name: string;
  readonly types: readonly string[];
}

const byCloudTrail = ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'];

/** AWS Health user guide, Monitoring events with EventBridge. */
export const health: AdvisoryService = {
  source: 'aws.health',
  name: 'AWS Health',
  types: ['AWS Health Event', 'AWS Health Abuse Event', ...byCloudTrail],
};

/** Amazon EventBridge event reference, AWS Trusted Advisor events. */
export const trustedAdvisor: AdvisoryService = {
  source: 'aws.trustedadvisor',
  name: 'Trusted Advisor',
  types: [
    'Trusted Advisor Check Item Refresh Notification',
    'Trusted Advisor Pursuit Weekly Digest',
    'Trusted Advisor Pursuit Daily Digest',
    ...byCloudTrail,
  ],
};

/** An event pattern, in one arm of conditions. */
export interface EventPattern {
  /** What stands under a path of the pattern, item by item; nothing where the path leads nowhere. */
  readonly at: (...path: readonly string[]) => readonly Leaf[];
  /** Why nothing is known of it. */
  readonly doubt: Doubt | undefined;
}

/** The patterns of a rule, as an object or as JSON text; a rule with a schedule alone has none. */
export function patternsOf({ pattern }: View<'event-pattern'>): EventPattern[] {
  return [...pattern].flatMap((leaf): EventPattern[] => {
    const document = documentOf(leaf);
    if (document === undefined) return [];
    if ('why' in document) return [{ at: () => [], doubt: { why: document.why, settle: document.settle } }];
    const at = (...path: readonly string[]): Leaf[] =>
      select(document, [...path, '[]'], leaf.when).map(({ value, when }) => leaf.inner(value, when));
    return [{ at, doubt: undefined }];
  });
}

function documentOf(leaf: Leaf): MapValue | Doubt | undefined {
  const { value } = leaf;
  const document: Settled | undefined =
    value.kind === 'text' || value.kind === 'partial' ? policyIn(value) : value;
  if (document?.kind === 'map') return document;
  if (document?.kind === 'unknown') return document;
  const doubt = leaf.is(() => false);
  return isDoubt(doubt) ? doubt : undefined;
}

/** Whether a pattern is meant for the events of a service: by its source, however it is spelled, or by its detail type. */
export function isMeantFor(pattern: EventPattern, { source, types }: AdvisoryService): Tri {
  if (pattern.doubt !== undefined) return pattern.doubt;
  const sources = pattern.at('source');
  if (sources.length === 0)
    return any(...pattern.at('detail-type').map((type) => type.is((text) => types.includes(text))));
  return any(...sources.map((item) => any(isLike(item, source), matches(item, source))));
}

/** Whether an item of a source was meant for a service: its name, with wildcards behind it, or in capitals. */
export function isLike(item: Leaf, source: string): Tri {
  return item.test((text) => {
    if (hasGap(text)) return gapOf(item);
    return text.toLowerCase().startsWith(source) && /^[.*]{0,3}$/.test(text.slice(source.length));
  });
}

/**
 * Whether an item of a list lets a text through: a text only if it is the same, an object by the operator that it
 * holds (EventBridge user guide, comparison operators).
 */
export function matches(item: Leaf, text: string): Tri {
  if (item.value.kind !== 'map') return item.is((own) => own === text);
  return any(
    ...item.value.entries.map(({ key }): Tri => {
      const operands = operandsOf(item, key);
      if (key === 'prefix') return any(...operands.map((leaf) => leaf.is((start) => text.startsWith(start))));
      if (key === 'suffix') return any(...operands.map((leaf) => leaf.is((end) => text.endsWith(end))));
      if (key === 'wildcard')
        return any(...operands.map((leaf) => leaf.is((glob) => globMatches(glob, text))));
      return {
        why: `the operator ${key} of the event pattern is not followed`,
        settle: 'a literal text in the event pattern',
      };
    }),
  );
}

function operandsOf(item: Leaf, key: string): Leaf[] {
  const entry = item.value.kind === 'map' ? entryOf(item.value, key) : undefined;
  if (entry === undefined) return [];
  return select(entry.value, ['[]'], item.when).map(({ value, when }) => item.inner(value, when));
}

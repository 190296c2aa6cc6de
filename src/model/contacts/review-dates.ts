import type { Place } from '../../text/place.js';
import { daysBetween, isDay } from '../../value/day.js';
import { any, isDoubt, not, type Tri } from '../../value/tri.js';
import type { Leaf } from '../leaf.js';
import { hasTag, tagSetsOf, type Tag } from '../inventory/tags.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { View } from '../view.js';

/** What a review has to be like. */
export interface ReviewTerms {
  /** The key of the tag that holds its day. */
  readonly tag: string;
  readonly maxAgeDays: number;
  /** The day of the run; undefined where nobody knows it. */
  readonly today: string | undefined;
}

/** What is wrong with a review, as a clause that follows the name of what was reviewed. */
export interface ReviewJudgement extends Judgement {
  readonly fault: string;
  readonly isExpired: boolean;
  readonly place: Place;
}

/** Judges the day of the last review that a resource's tags tell. */
export function judgeReview(tagged: View<'taggable'>, terms: ReviewTerms): ReviewJudgement[] {
  const { tag } = terms;
  const sets = tagSetsOf(tagged);
  const missing = sets.map(({ when, place, ...set }) => ({
    verdict: not(hasTag({ ...set, when, place }, tag)),
    fault: `has no tag "${tag}", so nobody knows when it was last reviewed`,
    isExpired: false,
    when,
    place,
  }));
  const dates = sets.flatMap(({ tags }) => tags.filter((one) => isCalled(one, tag)));
  const days = new Set(dates.map(({ value }) => value));
  return [...unanimous(missing, tagged.when), ...[...days].flatMap((day) => judgeDay(day, terms))];
}

function isCalled({ key }: Tag, name: string): boolean {
  return key.is((text) => text === name) === true;
}

function judgeDay(day: Leaf, { tag, maxAgeDays, today }: ReviewTerms): ReviewJudgement[] {
  const { when, place } = day;
  const judgement = (verdict: Tri, fault: string, isExpired: boolean): ReviewJudgement => ({
    verdict,
    fault,
    isExpired,
    when,
    place,
  });
  const isNoDay = day.is((text) => !isDay(dayIn(text)));
  const noDay = `has no day such as 2026-01-31 in its tag "${tag}"`;
  if (isNoDay !== false) return [judgement(isNoDay, noDay, false)];
  const isAge = (holds: (age: number) => boolean): Tri =>
    today === undefined
      ? { why: 'the day of the run is not known', settle: 'a run of the command' }
      : day.is((text) => holds(daysBetween(dayIn(text), today)));
  const isOld = isAge((age) => age > maxAgeDays);
  const isAhead = isAge((age) => age < 0);
  const old = judgement(isOld, `was last reviewed more than ${String(maxAgeDays)} days ago`, true);
  const ahead = judgement(isAhead, `says by its tag "${tag}" that it was reviewed in the future`, false);
  return isDoubt(any(isOld, isAhead)) ? [old] : [old, ahead];
}

/** The day of a date, or of a date with a time. */
function dayIn(text: string): string {
  return /^(\d{4}-\d\d-\d\d)T[\d:.]{1,20}(?:Z|[+-]\d\d:\d\d)?$/.exec(text)?.[1] ?? text;
}

import { daysBetween, isDay } from '../../value/day.js';
import { isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import { combinations } from '../combinations.js';
import type { Leaf } from '../leaf.js';
import type { RotationJudgement } from './rotation-members.js';
import { isTimeZone } from './time-zones.js';
import { unanimous } from '../unanimous.js';
import type { Variant, View } from '../view.js';

type Rotation = View<'rotation'>;

/** What the start of a rotation is compared with. */
export interface StartTerms {
  /** The day of the run; undefined where nobody knows it. */
  readonly today: string | undefined;
  /** So many days ahead a rotation may start. */
  readonly mostDaysAhead: number;
}

const tooMany: Doubt = {
  why: 'the recurrence depends on more conditions than are followed',
  settle: 'fewer conditions in one rotation',
};

/** Judges when a rotation hands over, and from when on (API reference, CreateRotation and RecurrenceSettings). */
export function judgeRecurrence(rotation: Rotation, terms: StartTerms): RotationJudgement[] {
  const { multiplier, timeZone, localStart, zonedStart, monthly } = rotation;
  const days = [...monthly].flatMap(({ day }) => [...day]);
  return [
    ...judgeRhythm(rotation),
    ...[...multiplier].map((leaf) =>
      judgement(leaf, isOutside(1, 100), 'has a recurrence multiplier that is not from 1 to 100'),
    ),
    ...[...timeZone].map((leaf) =>
      judgement(
        leaf,
        (text) => !isTimeZone(text),
        'has a time zone that is no name such as America/Los_Angeles',
      ),
    ),
    ...days.flatMap((day) => [
      judgement(day, isOutside(1, 31), 'hands over on a day that no month has'),
      // What is no day at all, or not known, has been told.
      ...known(judgement(day, (text) => isIn(29, 31, text), 'hands over on a day that not every month has')),
    ]),
    ...[...localStart].map((leaf) =>
      judgement(
        leaf,
        (text) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text),
        'starts at a time that is not written like 2026-01-31T08:00:00, without a time zone',
      ),
    ),
    ...[...zonedStart].map((leaf) =>
      judgement(
        leaf,
        (text) => !/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text),
        'starts at a time that is not written like 2026-01-31T08:00:00Z, with a time zone',
      ),
    ),
    ...[...localStart, ...zonedStart].flatMap((leaf) => judgeStart(leaf, terms)),
  ];
}

/** One of the three settings belongs there, and only one. */
function judgeRhythm({ daily, dailyBlocks, weekly, monthly, when, place }: Rotation): RotationJudgement[] {
  const lists = [daily, dailyBlocks, weekly, monthly].map(
    (list): readonly Variant<unknown>[] => list.variants,
  );
  const found = combinations(
    lists.filter(({ length }) => length > 0),
    when,
  );
  const fault = 'does not hand over in exactly one rhythm, be it daily, weekly or monthly';
  if (found === undefined) return [{ verdict: tooMany, fault, when, place }];
  const ways = found.map(({ arms, when: so }): RotationJudgement => {
    const there = arms.filter(({ isEmpty }) => isEmpty === false).length;
    const doubt = arms.map(({ isEmpty }) => isEmpty).find(isDoubt);
    return { verdict: there > 1 ? true : (doubt ?? there === 0), fault, when: so, place };
  });
  return unanimous(ways, when);
}

function judgeStart(start: Leaf, { today, mostDaysAhead }: StartTerms): RotationJudgement[] {
  if (today === undefined) return [];
  const isAhead = (text: string): boolean => {
    const day = text.slice(0, 10);
    return isDay(day) && daysBetween(today, day) > mostDaysAhead;
  };
  const fault = `starts more than ${String(mostDaysAhead)} days from now, and until then nobody is on call by it`;
  return known(judgement(start, isAhead, fault)).map((one) => ({ ...one, severity: 'info' }));
}

function judgement(leaf: Leaf, isWrong: (text: string) => boolean, fault: string): RotationJudgement {
  const verdict: Tri = leaf.is(isWrong);
  return { verdict, fault, when: leaf.when, place: leaf.place };
}

/** What is certain enough to be said beside another judgement of the same value, as a warning. */
function known(one: RotationJudgement): RotationJudgement[] {
  return isDoubt(one.verdict) ? [] : [{ ...one, severity: 'warning' }];
}

function isOutside(least: number, most: number): (text: string) => boolean {
  return (text) => !isIn(least, most, text);
}

function isIn(least: number, most: number, text: string): boolean {
  const number = /^\d{1,6}(?:\.0{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most;
}

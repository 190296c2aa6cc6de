import type { Place } from '../../text/place.js';
import { combine } from '../../value/assumption.js';
import { isDoubt, not, type Tri } from '../../value/tri.js';
import { lackingIn } from '../lacking.js';
import type { Leaf } from '../leaf.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { Variant, View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Rotation = View<'rotation'>;

/** What is wrong with a rotation, as a clause that follows its name. */
export interface RotationJudgement extends Judgement {
  readonly fault: string;
  readonly place: Place;
  /** Left out, it is an error: AWS refuses it, or nobody is engaged. */
  readonly severity?: 'warning' | 'info';
}

/** API reference, CreateRotation: `ContactIds` takes up to 30. */
const mostMembers = 30;

/** Judges how many take part in a rotation, who they are, and whether there are enough for each shift. */
export function judgeMembers(rotation: Rotation, workspace: Workspace): RotationJudgement[] {
  const { members, when } = rotation;
  return [
    ...unanimous(members.variants.map(judgeCount), when),
    ...members.variants.flatMap((variant) => repeatedIn(variant, workspace)),
    ...shortages(rotation),
    ...[...members].flatMap((member) => judgeMember(member, workspace)),
  ];
}

/** In which arms of conditions a rotation has no member. */
export function unmannedIn({ members, when }: Rotation): Judgement[] {
  return lackingIn(
    members.variants.map(({ isEmpty, when: own }) => ({ verdict: not(isEmpty), when: own })),
    when,
  );
}

function judgeCount({ items, isEmpty, when, place }: Variant<Leaf>): RotationJudgement {
  const about = { when, place };
  // Of an unknown list and of an unknown item it is not said how many contacts they are.
  const doubt = isDoubt(isEmpty) ? isEmpty : items.map((item) => item.doubt).find((one) => one !== undefined);
  if (items.length === 0)
    return { ...about, verdict: isEmpty, fault: 'has no member, so that nobody is on call' };
  if (items.length > mostMembers)
    return { ...about, verdict: true, fault: `has more than ${String(mostMembers)} members` };
  const verdict = items.length === 1 ? (doubt ?? true) : false;
  return { ...about, verdict, fault: 'has one member only, whom nobody relieves', severity: 'warning' };
}

/** Of members that nobody can tell apart yet, nothing is said: each of them would be a doubt about all the others. */
function repeatedIn({ items }: Variant<Leaf>, workspace: Workspace): RotationJudgement[] {
  const seen = new Set<string>();
  return items.flatMap((item): RotationJudgement[] => {
    const identity = workspace.identity(item);
    if (typeof identity !== 'string') return [];
    const isRepeated = seen.has(identity);
    seen.add(identity);
    const { when, place } = item;
    return isRepeated
      ? [{ verdict: true, fault: 'names the same member twice', severity: 'warning', when, place }]
      : [];
  });
}

/** More on call at once than there are members. */
function shortages({ onCalls, members }: Rotation): RotationJudgement[] {
  return [...onCalls].flatMap((count) =>
    members.variants.flatMap(({ items, isEmpty, when }): RotationJudgement[] => {
      const both = combine(when, count.when);
      if (both === undefined || isEmpty === true) return [];
      const unknownItem = items.map((item) => item.doubt).find((one) => one !== undefined);
      const isShort = count.is((text) => Number(text) > items.length);
      const verdict = isDoubt(isEmpty) ? isEmpty : isShort === true ? (unknownItem ?? true) : isShort;
      return [
        { verdict, fault: 'has fewer members than are on call at once', when: both, place: count.place },
      ];
    }),
  );
}

/** A rotation takes contacts of type PERSONAL only (API reference, CreateRotation). */
function judgeMember(member: Leaf, workspace: Workspace): RotationJudgement[] {
  const { when, place } = member;
  const about = {
    when,
    place,
    fault: 'has a member that is no person, but an escalation plan or a schedule',
  };
  if (member.isAbsent === true) return [];
  const contact = workspace.follow(member, 'contact');
  if (contact === undefined) return [{ ...about, verdict: true, fault: 'has a member that is no contact' }];
  if ('why' in contact) return [{ ...about, verdict: contact }];
  return [...contact.type].flatMap((type): RotationJudgement[] => {
    const both = combine(when, type.when);
    const isOther: Tri = not(type.is((text) => text === 'PERSONAL'));
    return both === undefined ? [] : [{ ...about, when: both, verdict: isOther }];
  });
}

import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { planDoubt, plansOf } from './contact-plans.js';
import { inEachArm, lackingIn } from '../lacking.js';
import { namesIn } from '../names.js';
import type { Judgement } from '../unanimous.js';
import type { Field, View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Contact = View<'contact'>;

/** What is wrong with the rotations of an on-call schedule, as a clause that follows its name. */
export interface ScheduleJudgement extends Judgement {
  readonly fault: string;
  readonly place: Place;
}

/** Incident Manager user guide, "Working with on-call schedules". */
const mostRotations = 8;

/** A list of rotations that is a contact's, and what it rests on that it is. */
interface RotationList {
  readonly rotations: Field;
  readonly when: Assumptions;
  readonly place: Place;
}

/** In which arms of conditions no rotation belongs to a contact, wherever its engagement plan is declared. */
export function unrotatedIn(contact: Contact, when: Assumptions, workspace: Workspace): Judgement[] {
  const named = listsOf(contact, workspace).flatMap((list) =>
    namesIn(list.rotations, 'rotation', workspace).flatMap(({ verdict, when: own }) => {
      const both = combine(list.when, own);
      return both === undefined ? [] : [{ verdict, when: both }];
    }),
  );
  const unseen = planDoubt(contact, workspace);
  return lackingIn([...named, ...(unseen === undefined ? [] : [{ verdict: unseen, when }])], when);
}

/** What is wrong with the rotations of a contact, if it is an on-call schedule. */
export function judgeRotations(
  contact: Contact,
  when: Assumptions,
  workspace: Workspace,
): ScheduleJudgement[] {
  const none = unrotatedIn(contact, when, workspace).map((judgement) => ({
    ...judgement,
    fault: `has no rotation, so nobody is on call${adviceFor(contact)}`,
    place: contact.place,
  }));
  const tooMany = listsOf(contact, workspace).flatMap(({ rotations, when: attached, place }) => {
    const named = [...rotations];
    // Where there are few in all, no arm of a condition has to be looked at.
    if (named.length <= mostRotations) return [];
    const under = combine(attached, when) ?? when;
    return inEachArm(named, under, (there) => there.length > mostRotations).map((judgement) => ({
      ...judgement,
      fault: `has more than ${String(mostRotations)} rotations`,
      place,
    }));
  });
  return [...none, ...tooMany];
}

/** Each list by itself: a plan of Terraform's repeats what its configuration says. */
function listsOf(contact: Contact, workspace: Workspace): RotationList[] {
  const { rotations, when, place } = contact;
  const planned = plansOf(contact, workspace).map(({ plan, when: attached }) => ({
    rotations: plan.rotations,
    when: attached,
    place: plan.place,
  }));
  return [{ rotations, when, place }, ...planned];
}

/** Only the aws provider gives the contact itself rotations, in versions that know them (terraform-provider-aws, issue 39758). */
function adviceFor({ rotations }: Contact): string {
  return rotations.variants.length === 0 ? '' : ': where the aws provider knows no rotation_ids, awscc does';
}

import type { Place } from '../../text/place.js';
import { combine } from '../../value/assumption.js';
import { all, isDoubt, not, type Tri } from '../../value/tri.js';
import type { Arm } from '../combinations.js';
import { planOwnersOf, type PlanOwner } from './contact-plans.js';
import type { ContactType } from './contact-type.js';
import type { Leaf } from '../leaf.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Plan = View<'engagement-plan'>;
type Target =
  Plan['stages']['variants'][number]['items'][number]['targets']['variants'][number]['items'][number];

interface Spot extends Arm {
  readonly place: Place;
}

export interface TargetJudgement {
  readonly verdict: Tri;
  readonly at: Spot;
  /** What is wrong, as a clause. */
  readonly fault: string;
}

/** What is wrong with a target, whatever the plan is for (CloudFormation schema of `AWS::SSMContacts::Plan`, `Targets`). */
const both = 'a target names both a channel and a contact, and can name only one';
const neither = 'a target names neither a channel nor a contact, so it engages nobody';
const noChannel = 'a contact stands where a channel belongs';
const noContact = 'a channel stands where a contact belongs';

const somethingForChannel = 'something that is no channel stands where a channel belongs';
const somethingForContact = 'something that is no contact stands where a contact belongs';

/** What is wrong for the type of the contact (Incident Manager user guide, "Contacts", "On-call schedules"). */
const ofPerson = 'a contact is the target, though a person is engaged through channels only';
const ofEscalation = 'a channel is the target, though an escalation plan engages contacts only';
const escalating = 'an escalation plan is the target, though it can be engaged by response plans only';
const ofSchedule = 'there are stages, though the contact is an on-call schedule, which has rotations only';

/** Whether the targets of a plan are of a kind that the plan's contact can engage. */
export function judgeTargetKinds(plan: Plan, workspace: Workspace): TargetJudgement[] {
  const owners = planOwnersOf(plan, workspace);
  const ofType = (type: ContactType, at: Spot, more: Tri, fault: string): TargetJudgement[] =>
    unanimous(waysOf(owners, type, at, more), at.when).map(({ verdict, when }) => ({
      verdict,
      at: { place: at.place, when },
      fault,
    }));

  const ofStages = plan.stages.variants.flatMap((list) => {
    const isStaged = list.items.some(({ rotations }) => [...rotations].length === 0);
    return isStaged ? ofType('ONCALL_SCHEDULE', list, true, ofSchedule) : [];
  });
  const ofTargets = [...plan.stages]
    .flatMap(({ targets }) => [...targets])
    .flatMap((target): TargetJudgement[] => {
      const found = judgeTarget(target, workspace);
      // One thing is enough to be told of a target.
      if (found.length > 0) return found;
      const contacts = [...target.contact]
        .filter(isWritten)
        .flatMap((leaf) => [
          ...ofType('PERSONAL', leaf, true, ofPerson),
          ...escalatingWays(leaf, workspace).flatMap(({ verdict, when }) =>
            ofType('ESCALATION', { place: leaf.place, when }, verdict, escalating),
          ),
        ]);
      const channels = [...target.channel]
        .filter(isWritten)
        .flatMap((leaf) => ofType('ESCALATION', leaf, true, ofEscalation));
      return [...contacts, ...channels];
    });
  return oneDoubt([...ofStages, ...ofTargets]);
}

function judgeTarget(
  { channel, contact, place, when: given }: Target,
  workspace: Workspace,
): TargetJudgement[] {
  const ways = [...channel].flatMap((one) =>
    [...contact].flatMap((other) => {
      const when = combine(one.when, other.when);
      if (when === undefined) return [];
      // A target of which nothing is known is one unknown value in place of both.
      const unknown = one.place === other.place ? one.doubt : undefined;
      return [{ hasChannel: unknown ?? isWritten(one), hasContact: unknown ?? isWritten(other), when }];
    }),
  );
  const told = (verdicts: readonly Judgement[], fault: string): TargetJudgement[] =>
    unanimous(verdicts, given).flatMap(({ verdict, when }) =>
      verdict === false ? [] : [{ verdict, at: { place, when }, fault }],
    );
  const faults = [
    ...told(
      ways.map(({ hasChannel, hasContact, when }) => ({ verdict: all(hasChannel, hasContact), when })),
      both,
    ),
    ...told(
      ways.map(({ hasChannel, hasContact, when }) => ({
        verdict: all(not(hasChannel), not(hasContact)),
        when,
      })),
      neither,
    ),
    ...[...channel].flatMap((leaf) => misnamed(leaf, 'contact-channel', workspace)),
    ...[...contact].flatMap((leaf) => misnamed(leaf, 'contact', workspace)),
  ];
  return oneDoubt(faults);
}

/** Whether the plan's contact is of a type, and more, in every way the two can turn out together. */
function waysOf(owners: readonly PlanOwner[], type: ContactType, at: Spot, more: Tri): Judgement[] {
  return owners.flatMap(({ contact, when: owned }) => {
    const under = combine(owned, at.when);
    if (under === undefined) return [];
    if ('why' in contact) return [{ verdict: all(contact, more), when: under }];
    return [...contact.type].flatMap((leaf) => {
      const when = combine(under, leaf.when);
      return when === undefined
        ? []
        : [
            {
              verdict: all(
                leaf.is((text) => text === type),
                more,
              ),
              when,
            },
          ];
    });
  });
}

function isWritten(leaf: Leaf): boolean {
  return leaf.isAbsent !== true;
}

/** Whether a leaf names an escalation plan, as far as the workspace shows. */
function escalatingWays(leaf: Leaf, workspace: Workspace): Judgement[] {
  const contact = workspace.follow(leaf, 'contact');
  if (contact === undefined) return [];
  if ('why' in contact) return [{ verdict: contact, when: leaf.when }];
  return [...contact.type].flatMap((type) => {
    const when = combine(leaf.when, type.when);
    return when === undefined ? [] : [{ verdict: type.is((text) => text === 'ESCALATION'), when }];
  });
}

/** What is wrong where a leaf names a resource of another kind than belongs there. */
function misnamed(leaf: Leaf, kind: 'contact' | 'contact-channel', workspace: Workspace): TargetJudgement[] {
  if (leaf.value.kind === 'unknown' || leaf.value.kind === 'absent') return [];
  const isContact = kind === 'contact';
  const other = workspace.follow(leaf, isContact ? 'contact-channel' : 'contact');
  if (other !== undefined && !('why' in other))
    return [{ verdict: true, at: leaf, fault: isContact ? noContact : noChannel }];
  if (workspace.follow(leaf, kind) !== undefined) return [];
  return [{ verdict: true, at: leaf, fault: isContact ? somethingForContact : somethingForChannel }];
}

/** All that is certain, and one doubt: it is mostly about the plan's contact, and the same for every target. */
function oneDoubt(judgements: readonly TargetJudgement[]): TargetJudgement[] {
  const doubt = judgements.find(({ verdict }) => isDoubt(verdict));
  return judgements.filter((judgement) => judgement.verdict === true || judgement === doubt);
}

import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, isDoubt, not, type Tri } from '../../value/tri.js';
import type { Arm } from '../combinations.js';
import { engagementGraphOf } from './engagement-graph.js';
import type { EngagementLink } from './engagement.js';
import { inEachArm } from '../lacking.js';
import { isSameContact, type NamedContact } from '../contacts/same-contact.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Contact = View<'contact'>;

/** What is wrong with an escalation plan, as a clause that follows its name. */
export interface EscalationJudgement extends Judgement {
  readonly fault: string;
}

/** A contact that an escalation plan engages, in one of the ways it can turn out. */
interface Engaged extends Arm {
  readonly link: EngagementLink;
  readonly contact: NamedContact;
  /** Whether it is an on-call schedule, behind which others stand. */
  readonly isSchedule: Tri;
}

const onePerson = 'engages one person only, so nobody steps in when there is no answer';
const oneStage = 'engages everybody in one stage, so nobody is left to ask when there is no answer';

/** Whether an escalation plan has nobody to go on to: it engages a single person, or all of them in a single stage. */
export function judgeBackup(
  contact: Contact,
  when: Assumptions,
  workspace: Workspace,
): EscalationJudgement[] {
  const engaged = engagedBy(contact, workspace);
  const alone = inEachArm(engaged, when, (there) => withoutSchedule(there, isOnePerson(there, workspace)));
  const atOnce = inEachArm(engaged, when, (there) => {
    const stages = new Set(there.map(({ link }) => link.stage?.position));
    return withoutSchedule(there, there.length > 1 && stages.size === 1);
  });
  // What is not known of those who are engaged is the same in both respects.
  const others = atOnce.filter(({ verdict }) => verdict === true || alone.length === 0);
  return [
    ...alone.map((judgement) => ({ ...judgement, fault: onePerson })),
    ...others.map((judgement) => ({ ...judgement, fault: oneStage })),
  ];
}

function isOnePerson(there: readonly Engaged[], workspace: Workspace): Tri {
  const first = there.find(({ isSchedule }) => !isDoubt(isSchedule)) ?? there[0];
  if (first === undefined) return false;
  return all(
    ...there.map((other) => other === first || isSameContact(first.contact, other.contact, workspace)),
  );
}

/** An on-call schedule stands for several people, as far as anybody can tell. */
function withoutSchedule(there: readonly Engaged[], verdict: Tri): Tri {
  return all(not(any(...there.map(({ isSchedule }) => isSchedule))), verdict);
}

/** In which arms of conditions an escalation plan engages contacts, and no acknowledgement stops it. */
export function unstoppedIn(contact: Contact, when: Assumptions, workspace: Workspace): Judgement[] {
  const answers = engagedBy(contact, workspace).flatMap(({ link: { stage, doubt }, when: engaged }) => {
    const flags = stage?.isEssential ?? [];
    if (flags.length === 0) return [{ verdict: doubt ?? false, when: engaged }];
    return flags.flatMap(({ verdict, when: own }) => {
      const both = combine(engaged, own);
      return both === undefined ? [] : [{ verdict, when: both }];
    });
  });
  return inEachArm(
    answers,
    when,
    (there) => there.length > 0 && not(any(...there.map(({ verdict }) => verdict))),
  );
}

function engagedBy(contact: Contact, workspace: Workspace): Engaged[] {
  const node = engagementGraphOf(workspace).byResource.get(contact.resource);
  const links = (node?.links ?? []).filter(
    ({ broken, to, stage }) => broken === undefined && stage !== undefined && to?.kind !== 'channel',
  );
  return links.flatMap((link): Engaged[] => {
    const { to, doubt, leaf, when } = link;
    const view = to && workspace.view(to.resource, 'contact');
    if (view === undefined)
      return leaf === undefined ? [] : [{ link, contact: leaf, isSchedule: doubt ?? false, when }];
    return [...view.type].flatMap((type) => {
      const both = combine(when, type.when);
      const isSchedule = type.is((text) => text === 'ONCALL_SCHEDULE');
      return both === undefined ? [] : [{ link, contact: view, isSchedule, when: both }];
    });
  });
}

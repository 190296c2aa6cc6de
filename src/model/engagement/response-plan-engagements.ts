import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { not } from '../../value/tri.js';
import { lackingIn } from '../lacking.js';
import { namesIn } from '../names.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type ResponsePlan = View<'response-plan'>;

/** What is wrong with whom a response plan engages, as a clause that follows its name. */
export interface EngagementsJudgement extends Judgement {
  readonly fault: string;
  readonly severity: 'warning' | 'error';
  readonly place: Place;
}

/** CloudFormation schema of `AWS::SSMIncidents::ResponsePlan`, `Engagements`. */
const mostEngagements = 5;

/** In which arms of conditions a response plan engages nobody: no contact, and no service of PagerDuty's either. */
export function unengagedIn(plan: ResponsePlan, workspace: Workspace): Judgement[] {
  const pagers = [...plan.pagerDuty].map(({ isAbsent, when }) => ({ verdict: not(isAbsent), when }));
  return lackingIn([...namesIn(plan.engagements, 'contact', workspace), ...pagers], plan.when);
}

/** Whether a response plan engages anybody, and no more than it can. */
export function judgeEngagements(plan: ResponsePlan, workspace: Workspace): EngagementsJudgement[] {
  const { variants } = plan.engagements;
  const tooMany = variants.map(({ items, when, place }) => ({
    verdict: items.length > mostEngagements,
    fault: `engages more than ${String(mostEngagements)} contacts, which AWS does not take`,
    severity: 'error' as const,
    when,
    place,
  }));
  const nobody = unengagedIn(plan, workspace).map(({ verdict, when }) => {
    const isSilent = plan.chatTopics.variants.every(
      (topics) => topics.isEmpty === true || combine(topics.when, when) === undefined,
    );
    return {
      verdict,
      fault: isSilent
        ? 'engages nobody and has no chat channel, so nobody hears of its incidents'
        : 'engages nobody, so only those who look into its chat channel hear of its incidents',
      severity: isSilent ? ('error' as const) : ('warning' as const),
      when,
      place: placeUnder(when, plan),
    };
  });
  return [...tooMany, ...nobody];
}

/** The list of engagements that there is under some assumptions; the plan's own place where there are several. */
function placeUnder(when: Assumptions, { engagements, place }: ResponsePlan): Place {
  const lists = engagements.variants.filter((list) => combine(list.when, when) !== undefined);
  const [first, ...others] = lists;
  return first === undefined || others.some((list) => list.place !== first.place) ? place : first.place;
}

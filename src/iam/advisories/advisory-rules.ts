import { anything, type Leaf } from '../../model/leaf.js';
import { regionOf } from '../../model/availability/regions.js';
import type { Judgement } from '../../model/unanimous.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import type { Severity } from '../../report/finding.js';
import type { Place } from '../../text/place.js';
import { any, isDoubt, not, type Doubt } from '../../value/tri.js';
import {
  health,
  isLike,
  isMeantFor,
  matches,
  patternsOf,
  trustedAdvisor,
  type AdvisoryService,
  type EventPattern,
} from './event-patterns.js';
import { gapOf } from '../policy/gap.js';

/** Why a rule for advisories of a service never fires, or goes nowhere. */
export interface AdvisoryFault extends Judgement {
  /** The value at fault, or the resource that lacks something. */
  readonly at: Leaf | { readonly place: Place; readonly when: Judgement['when'] };
  readonly service: AdvisoryService;
  /** A clause after "the rule". */
  readonly fault: string;
  readonly severity?: Severity;
  /** The text that belongs there. */
  readonly to?: string;
}

const services = [health, trustedAdvisor];

/** What is wrong with a rule of EventBridge, if it is meant for advisories. */
export function advisoryFaultsOf(rule: View<'event-pattern'>, workspace: Workspace): AdvisoryFault[] {
  return patternsOf(rule).flatMap((pattern) => {
    const meant = services.map((service) => ({ service, verdict: isMeantFor(pattern, service) }));
    const certain = meant.filter(({ verdict }) => verdict === true);
    const open = meant.filter(({ verdict }) => isDoubt(verdict)).slice(0, 1);
    if (certain.length === 0)
      return open.map((one) => ({ ...one, at: rule, when: rule.when, fault: 'may never fire' }));
    return certain.flatMap(({ service }) =>
      [
        ...patternFaults(pattern, service),
        ...(service === health ? narrowFaults(pattern) : regionFaults(rule, workspace)),
        ...stateFaults(rule),
        ...targetFaults(rule, workspace),
        ...busFaults(rule),
      ]
        .filter(({ verdict }) => verdict !== false)
        .map((found): AdvisoryFault => ({ ...found, service, when: found.at.when })),
    );
  });
}

type Fault = Pick<AdvisoryFault, 'verdict' | 'at' | 'fault' | 'severity' | 'to'>;

function patternFaults(pattern: EventPattern, { source, types }: AdvisoryService): Fault[] {
  const sources = pattern.at('source');
  const isRight = any(...sources.map((item) => matches(item, source)));
  const details = pattern.at('detail-type');
  const isKnown = any(...details.flatMap((item) => types.map((type) => matches(item, type))));
  const [detail] = details;
  return [
    ...sources
      .filter((at) => isLike(at, source) === true)
      .map((at): Fault => {
        return {
          verdict: not(isRight),
          at,
          fault: `never fires: the source of its events is exactly ${source}`,
          to: source,
        };
      }),
    ...(detail === undefined
      ? []
      : [
          {
            verdict: not(isKnown),
            at: detail,
            fault: 'never fires: there is no such detail type of its events',
          },
        ]),
  ];
}

const urgent = ['issue', 'accountNotification'];

/** AWS Health sends what is urgent about security as one of two categories (AWS Health API, eventTypeCategory). */
function narrowFaults(pattern: EventPattern): Fault[] {
  const categories = pattern.at('detail', 'eventTypeCategory');
  const [first] = categories;
  if (first === undefined) return [];
  const verdict = not(any(...categories.flatMap((item) => urgent.map((one) => matches(item, one)))));
  return [
    { verdict, at: first, fault: 'leaves out issues and notifications to the account', severity: 'info' },
  ];
}

function stateFaults({ state, enabled }: View<'event-pattern'>): Fault[] {
  const fault = 'is disabled';
  return [
    ...[...state].map((at): Fault => ({ verdict: at.is((text) => text === 'DISABLED'), at, fault })),
    ...[...enabled].map((at): Fault => ({ verdict: at.is((text) => text === 'false'), at, fault })),
  ];
}

interface Targeted {
  readonly rules: ReadonlySet<View<'event-pattern'>>;
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, Targeted>();

function targetFaults(rule: View<'event-pattern'>, workspace: Workspace): Fault[] {
  const fault = 'has no target, so its events go nowhere';
  const { variants } = rule.targets;
  if (variants.length > 0) return variants.map((at): Fault => ({ verdict: at.isEmpty, at, fault }));
  let targeted = known.get(workspace);
  if (targeted === undefined) known.set(workspace, (targeted = targetedRules(workspace)));
  const verdict = targeted.rules.has(rule) ? false : (targeted.doubt ?? true);
  return [{ verdict, at: rule, fault }];
}

/** The rules that have a target as a resource of its own. */
function targetedRules(workspace: Workspace): Targeted {
  const rules = new Set<View<'event-pattern'>>();
  let doubt = workspace.unread;
  for (const { rule } of workspace.all('event-target'))
    for (const leaf of rule) {
      const found = workspace.follow(leaf, 'event-pattern');
      if (found === undefined) continue;
      if ('resource' in found) rules.add(found);
      // A literal name is that of a rule of elsewhere.
      else if (leaf.value.kind !== 'text') doubt ??= found;
    }
  return { rules, doubt };
}

/** AWS sends advisories to the default bus only; another one gets them where a rule forwards them. */
function busFaults({ bus }: View<'event-pattern'>): Fault[] {
  const fault = 'listens on an event bus that AWS sends no such events to';
  return [...bus].map((at): Fault => {
    const verdict = at.test((text) => {
      if (/(?:^|event-bus\/)default$/.test(text) || text === '') return false;
      return text.includes(anything) ? gapOf(at) : true;
    });
    return { verdict, at, fault, severity: 'warning' };
  });
}

const needed = 'us-east-1';

/** AWS Support user guide: monitoring Trusted Advisor with EventBridge. */
function regionFaults(rule: View<'event-pattern'>, workspace: Workspace): Fault[] {
  const fault = `never fires: events of Trusted Advisor are sent in ${needed} only`;
  const own = [...rule.region].filter((leaf) => leaf.isAbsent !== true);
  if (own.length > 0)
    return own.map((at): Fault => ({ verdict: not(at.is((text) => text === needed)), at, fault }));
  const region = regionOf(rule.resource, workspace);
  return [{ verdict: typeof region === 'string' ? region !== needed : region, at: rule, fault }];
}

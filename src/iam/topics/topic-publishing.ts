import { topicIdentity, type Identity } from '../../model/chat/chat.js';
import { combinations, type Arm } from '../../model/combinations.js';
import type { Leaf } from '../../model/leaf.js';
import { policiesOf, type PolicyOfTopic } from '../../model/chat/topic-policies.js';
import { unanimous } from '../../model/unanimous.js';
import type { Workspace } from '../../model/workspace.js';
import type { Severity } from '../../report/finding.js';
import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { actionsOf } from '../policy/actions.js';
import { coversService, isEverything } from '../policy/arns.js';
import { namesAction } from '../policy/grants.js';
import { isEverybody, namesService } from '../policy/principals.js';
import { admitsService, refusesService } from '../policy/service-conditions.js';
import type { Principal, Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';

/** The principal by which Incident Manager publishes (Incident Manager user guide, chat channels). */
export const incidentManagerPrincipal = 'ssm-incidents.amazonaws.com';

/** What keeps Incident Manager from publishing to a topic, in one arm of conditions. */
export interface PublishingJudgement extends Arm {
  readonly verdict: Tri;
  /** A clause that says why, after "its topic". */
  readonly fault: string;
  readonly severity: Severity;
  /** What is to blame, and what there is to see; undefined where nothing is declared. */
  readonly cause: { readonly place: Place; readonly message: string } | undefined;
}

interface Answer extends Arm {
  readonly verdict: Tri;
}

/** The topic that is asked about. */
interface Asked {
  readonly topic: Leaf;
  readonly identity: Identity;
  readonly workspace: Workspace;
}

interface Spoken extends Arm {
  readonly statement: Statement;
}

const publish = actionsOf('sns').filter(({ name }) => name === 'Publish');

/** Leaves beyond this number that could all matter in one statement are not looked at. */
const mostLeaves = 4;

const outside: Doubt = {
  why: 'the topic and its policy are declared outside the scanned files',
  settle: 'the template that declares them among the scanned files',
};

const tooMany: Doubt = {
  why: 'the policies of the topic depend on more conditions than are followed',
  settle: 'fewer conditions in them',
};

/**
 * Whether Incident Manager is kept from publishing to a topic: no statement of the topic's policies allows it, or one
 * denies it. A topic without any policy has SNS's default one, which is for the account that owns it.
 */
export function judgePublishing(topic: Leaf, workspace: Workspace): PublishingJudgement[] {
  const identity = topicIdentity(topic, workspace);
  const { policies, doubt } = policiesOf(identity, workspace);
  const [first] = policies;
  if (first === undefined) {
    const verdict = identity.topic === undefined ? (identity.doubt ?? outside) : (doubt ?? true);
    const place = identity.topic?.place;
    const cause = place === undefined ? undefined : { place, message: 'the topic is declared here' };
    return [{ verdict, fault: 'has no policy that allows it', severity: 'error', cause, when: topic.when }];
  }
  const asked = { topic, identity, workspace };
  const spoken = policies.flatMap((policy) => statementsAbout(policy, topic));
  const cause = { place: first.policy.place, message: 'the policy of the topic is declared here' };
  const fault = 'has a policy without a statement that allows it';
  const unallowed = lackingOf(spoken, asked).map((answer): PublishingJudgement => ({
    ...answer,
    fault,
    severity: 'error',
    cause,
  }));
  return unallowed.length > 0 ? unallowed : denialsOf(spoken, asked);
}

function statementsAbout({ policy, when }: PolicyOfTopic, topic: Leaf): Spoken[] {
  const base = combine(topic.when, when);
  if (base === undefined) return [];
  return [...policy.document].flatMap((document) =>
    statementsOf(document).flatMap((statement): Spoken[] => {
      const both = combine(base, statement.when);
      return both === undefined ? [] : [{ statement, when: both }];
    }),
  );
}

/** The ways in which nothing allows it; one of them is enough to tell. */
function lackingOf(spoken: readonly Spoken[], asked: Asked): Answer[] {
  const base = asked.topic.when;
  const answers = spoken.flatMap(({ statement, when }) =>
    speaks(statement, when, all(statement.allows, admitsService(statement)), asked),
  );
  const isSteady = ({ when }: Answer): boolean => added(when, base).length === 0;
  const steady = any(...answers.filter(isSteady).map(({ verdict }) => verdict));
  if (steady === true) return [];
  const varying = answers.filter((answer) => !isSteady(answer));
  const ways = combinations(
    varying.map((answer): Answer[] => [answer, ...negations(added(answer.when, base))]),
    base,
  );
  if (ways === undefined) return [{ verdict: tooMany, when: base }];
  const judgements = ways.map(({ arms, when }): Answer => {
    return { verdict: not(any(steady, ...arms.map(({ verdict }) => verdict))), when };
  });
  return unanimous(judgements, base).slice(0, 1);
}

/** A denial counts where it is certain, or where nothing else is in doubt. */
function denialsOf(spoken: readonly Spoken[], asked: Asked): PublishingJudgement[] {
  const denials = spoken.flatMap(({ statement, when }) =>
    speaks(statement, when, all(statement.denies, refusesService(statement)), asked).map(
      (answer): PublishingJudgement => ({
        ...answer,
        fault: 'has a policy that denies it',
        severity: statement.conditions.length > 0 ? 'warning' : 'error',
        cause: { place: statement.place, message: 'the denial is here' },
      }),
    ),
  );
  const worst = denials.find(({ verdict }) => verdict === true) ?? denials[0];
  return worst === undefined ? [] : [worst];
}

/** Whether and when a statement, whose effect is given, speaks of Incident Manager publishing to the topic. */
function speaks(statement: Statement, when: Assumptions, effect: Tri, asked: Asked): Answer[] {
  if (effect === false) return [];
  const { actions, notActions, resources, notResources, principals, notPrincipals } = statement;
  const isPublishing = (leaf: Leaf): Tri => any(...publish.map((action) => namesAction(leaf, action)));
  const isTopic = (leaf: Leaf): Tri => coversTopic(leaf, asked);
  const byLeaf = new Map(principals.map((principal) => [principal.leaf, principal]));
  const isPublisher = (leaf: Leaf): Tri => namesPublisher(byLeaf.get(leaf));
  const ways = combinations<Answer>(
    [
      matching(actions, notActions, when, isPublishing),
      matching(resources, notResources, when, isTopic),
      notPrincipals.length > 0
        ? [{ verdict: not(namesService({ principals: notPrincipals }, incidentManagerPrincipal)), when }]
        : matching([...byLeaf.keys()], [], when, isPublisher),
    ],
    when,
  );
  if (ways === undefined) return [{ verdict: tooMany, when }];
  return ways
    .map((way): Answer => {
      return { verdict: all(effect, ...way.arms.map(({ verdict }) => verdict)), when: way.when };
    })
    .filter(({ verdict }) => verdict !== false);
}

function namesPublisher(principal: Principal | undefined): Tri {
  if (principal === undefined) return false;
  return any(namesService({ principals: [principal] }, incidentManagerPrincipal), isEverybody(principal));
}

/** The leaves that answer yes, or may: a certain one alone, otherwise the first few, each in its own arm. */
function matching(
  leaves: readonly Leaf[],
  excluded: readonly Leaf[],
  when: Assumptions,
  judge: (leaf: Leaf) => Tri,
): Answer[] {
  if (excluded.length > 0) return [{ verdict: not(any(...excluded.map(judge))), when }];
  const answers = leaves
    .map((leaf): Answer => ({ verdict: judge(leaf), when: leaf.when }))
    .filter(({ verdict }) => verdict !== false);
  const certain = answers.find((answer) => answer.verdict === true && added(answer.when, when).length === 0);
  return certain === undefined ? answers.slice(0, mostLeaves) : [certain];
}

/** Whether a resource of a topic policy is the topic, or a pattern that the topic matches. */
function coversTopic(resource: Leaf, { topic, identity, workspace }: Asked): Tri {
  const everything = any(isEverything(resource), coversService(resource, 'sns'));
  const own = topicIdentity(resource, workspace);
  if (everything === true || (own.key !== undefined && own.key === identity.key)) return true;
  if (isDoubt(everything)) return everything;
  const isAnother = own.topic !== undefined && identity.topic !== undefined;
  if (isAnother) return false;
  return (
    own.doubt ??
    identity.doubt ?? {
      why: `whether ${resource.text} is the topic is known only after deployment`,
      settle: `${topic.text} as the resource`,
    }
  );
}

/** What the conditions of a template decide, beyond what is assumed already. */
function added(when: Assumptions, base: Assumptions): Assumptions {
  return when.filter((one) => one.kind === 'condition' && combine(base, [one])?.length !== base.length);
}

function negations(when: Assumptions): Answer[] {
  return when.flatMap((one): Answer[] =>
    one.kind === 'condition' ? [{ verdict: false, when: [{ ...one, holds: !one.holds }] }] : [],
  );
}

import type { Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import { useOfTopic, type TopicUse } from '../../model/chat/chat.js';
import type { Workspace } from '../../model/workspace.js';
import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, not, type Doubt, type Tri } from '../../value/tri.js';
import { statementIsPublic } from '../policy/conditions.js';
import { isTakenBack } from '../policy/covers.js';
import { reaches } from '../policy/grants.js';
import { isEverybody } from '../policy/principals.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';

/** A statement that gives everybody something on a topic of incidents or of a chat channel. */
export interface PublicTopic {
  readonly place: Place;
  readonly when: Assumptions;
  readonly topic: Leaf;
  readonly use: TopicUse;
  readonly verdict: Tri;
}

/** What a topic policy opens to everybody. Publishing, subscribing, receiving and administering all count: each is an SNS action. */
export function publicTopicsOf(policy: View<'topic-policy'>, workspace: Workspace): PublicTopic[] {
  const used = [...policy.topics].flatMap((topic) => {
    const use = useOfTopic(topic, workspace);
    return use === undefined ? [] : [{ topic, use }];
  });
  // Incident topics first: they make the finding worse, and one finding a statement is enough.
  used.sort((left, right) => rank(left.use) - rank(right.use));
  return [...policy.document].flatMap((document) => {
    const statements = statementsOf(document);
    return statements.flatMap((statement) => {
      const [first] = used.flatMap(({ topic, use }) => openedBy(statement, statements, topic, use));
      return first === undefined ? [] : [first];
    });
  });
}

function rank(use: TopicUse | Doubt): number {
  return use === 'incident' ? 0 : use === 'chat' ? 1 : 2;
}

function openedBy(
  statement: Statement,
  statements: readonly Statement[],
  topic: Leaf,
  use: TopicUse | Doubt,
): PublicTopic[] {
  const opens = all(
    statement.allows,
    statementIsPublic(statement),
    any(
      statement.notActions.length > 0,
      ...statement.actions.map((action) => reaches(action, () => true, ['sns'])),
    ),
    not(isTakenBack(statement, statements)),
  );
  const everybody =
    statement.principals.find((principal) => isEverybody(principal) === true) ??
    statement.principals.find((principal) => isEverybody(principal) !== false);
  const at = everybody?.leaf ?? statement.notPrincipals[0]?.leaf ?? statement;
  const when = combine(at.when, topic.when);
  if (opens === false || when === undefined) return [];
  if (typeof use === 'string') return [{ place: at.place, when, topic, use, verdict: opens }];
  return [{ place: at.place, when, topic, use: 'chat', verdict: all(opens, use) }];
}

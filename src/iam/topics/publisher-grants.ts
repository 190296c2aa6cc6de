import { useOfTopic } from '../../model/chat/chat.js';
import type { Slot, View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import type { Place } from '../../text/place.js';
import type { Assumptions } from '../../value/assumption.js';
import { all, any, isDoubt, not, type Tri } from '../../value/tri.js';
import { isTakenBack } from '../policy/covers.js';
import { reaches } from '../policy/grants.js';
import { namesService } from '../policy/principals.js';
import { limitsSource } from '../policy/service-conditions.js';
import { statementsOf } from '../policy/statements.js';
import { incidentManagerPrincipal } from './topic-publishing.js';

/** A grant to Incident Manager that any account's incidents can use. */
export interface OpenGrant {
  /** The principal that names the service. */
  readonly place: Place;
  readonly when: Assumptions;
  readonly verdict: Tri;
  /** Where the condition can be added; undefined where others than the service would be kept out by it. */
  readonly conditionSlot: Slot | undefined;
}

/**
 * The statements of a topic policy that let Incident Manager in without a condition on whose incident it is. What may
 * be Incident Manager counts only on topics of incidents or of chat.
 */
export function openGrantsOf(policy: View<'topic-policy'>, workspace: Workspace): OpenGrant[] {
  const isUsed = [...policy.topics].some((topic) => useOfTopic(topic, workspace) !== undefined);
  return [...policy.document].flatMap((document) => {
    const statements = statementsOf(document);
    return statements.flatMap((statement) =>
      statement.principals.flatMap((principal): OpenGrant[] => {
        const named = namesService({ principals: [principal] }, incidentManagerPrincipal);
        // A document that is not known names nobody: there is no grant to Incident Manager to begin with.
        if (principal.type === undefined || (isDoubt(named) && !isUsed)) return [];
        const verdict = all(
          statement.allows,
          named,
          any(
            statement.notActions.length > 0,
            ...statement.actions.map((action) => reaches(action, () => true, ['sns'])),
          ),
          not(limitsSource(statement)),
          not(isTakenBack(statement, statements)),
        );
        const { place, when } = principal.leaf;
        const conditionSlot = statement.principals.length === 1 ? statement.conditionSlot : undefined;
        return verdict === false ? [] : [{ place, when, verdict, conditionSlot }];
      }),
    );
  });
}

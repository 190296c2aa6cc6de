import { usesIncidentManager } from '../model/incident-manager.js';
import { anything } from '../model/leaf.js';
import type { View } from '../model/view.js';
import type { Workspace } from '../model/workspace.js';
import type { Place } from '../text/place.js';
import { combine, type Assumptions } from '../value/assumption.js';
import { all, any, isDoubt, not, type Tri } from '../value/tri.js';
import { isEverything } from './policy/arns.js';
import { statementIsPublic } from './policy/conditions.js';
import { isTakenBack } from './policy/covers.js';
import { statementsOf } from './policy/statements.js';
import { isWholeService } from './policy/wildcards.js';

/** A way through an endpoint of Incident Manager that no policy narrows. */
export interface OpenEndpoint {
  readonly place: Place;
  readonly when: Assumptions;
  readonly isAbsent: boolean;
  readonly verdict: Tri;
}

/**
 * What a VPC endpoint for Incident Manager lets through without a limit: everything where it has no policy, or what a
 * statement allows to everybody with a whole service on every resource (AWS PrivateLink guide: Endpoint policies).
 */
export function openEndpointsOf(endpoint: View<'vpc-endpoint'>, workspace: Workspace): OpenEndpoint[] {
  return [...endpoint.service].flatMap((service) => {
    const isOurs = service.test((text) => {
      if (/\.ssm-(?:incidents|contacts)$/.test(text)) return true;
      return text.endsWith(anything) ? service.is(() => true) : false;
    });
    if (isOurs === false || (isDoubt(isOurs) && !usesIncidentManager(workspace))) return [];
    return [...endpoint.policy].flatMap((document) => {
      const when = combine(service.when, document.when);
      if (when === undefined) return [];
      if (document.isAbsent === true)
        return [{ place: document.place, when, isAbsent: true, verdict: isOurs }];
      const statements = statementsOf(document);
      return statements.flatMap((statement) =>
        statement.actions.flatMap((action): OpenEndpoint[] => {
          const both = combine(when, action.when);
          const verdict = all(
            isOurs,
            statementIsPublic(statement),
            isWholeService(action),
            any(...statement.resources.map(isEverything)),
            not(isTakenBack(statement, statements)),
          );
          return both === undefined ? [] : [{ place: action.place, when: both, isAbsent: false, verdict }];
        }),
      );
    });
  });
}

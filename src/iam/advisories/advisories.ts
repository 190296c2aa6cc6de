import type { Workspace } from '../../model/workspace.js';
import { all, any, type Tri } from '../../value/tri.js';
import { isMeantFor, patternsOf, trustedAdvisor, type AdvisoryService } from './event-patterns.js';
import { statementsOf } from '../policy/statements.js';

/**
 * Whether a workspace declares something that receives the advisories of a service: a rule of EventBridge, whether or not
 * it works, or a notification of AWS User Notifications.
 */
export function receives(service: AdvisoryService, workspace: Workspace): Tri {
  const byRule = workspace
    .all('event-pattern')
    .flatMap((rule) => patternsOf(rule).map((pattern) => isMeantFor(pattern, service)));
  const byNotification = workspace
    .all('notification-rule')
    .flatMap(({ source }) => [...source].map((leaf) => leaf.is((text) => text === service.source)));
  const managed = service === trustedAdvisor ? asksTrustedAdvisor(workspace) : notifiesOfHealth(workspace);
  return any(...byRule, ...byNotification, managed, workspace.unread ?? false);
}

/** AWS User Notifications sends what AWS Health says by itself to whom an association names. */
function notifiesOfHealth(workspace: Workspace): boolean {
  return workspace.all('notified-contact').length > 0;
}

/** Whether somebody is given calls to Trusted Advisor, such as a function that runs by a schedule. */
function asksTrustedAdvisor(workspace: Workspace): Tri {
  const statements = workspace
    .all('permission-policy')
    .flatMap(({ documents }) => [...documents].flatMap(statementsOf));
  return any(
    ...statements.map(({ allows, actions }) =>
      all(
        allows,
        any(...actions.map((action) => action.test((text) => /^(?:support|trustedadvisor):/i.test(text)))),
      ),
    ),
  );
}

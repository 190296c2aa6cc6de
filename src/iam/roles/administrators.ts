import type { View } from '../../model/view.js';
import type { Judgement } from '../../model/unanimous.js';
import type { Workspace } from '../../model/workspace.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, type Doubt } from '../../value/tri.js';
import { idOf, incidentManagerServices, isWrite } from '../policy/actions.js';
import { effectsOf, permissionsOfPrincipal } from './effective.js';
import { grantsOf } from '../policy/grants.js';
import { namesIncidentManager } from '../policy/permissions.js';
import { resolverActions } from './resolver.js';

/** Who may call so many changing actions of one of the services, beyond what responders need, administers it. */
const fewest = 3;

/**
 * Whether somebody administers Incident Manager by statements that name it. `*` names nothing, and is left to the rules on
 * wildcards.
 */
export function administers(principal: View<'principal'>, workspace: Workspace): Judgement {
  const counts = incidentManagerServices.map((service) => countOf(principal, service, workspace));
  const certain = counts.find(({ known }) => known >= fewest);
  if (certain !== undefined) return { verdict: true, when: certain.when };
  const open = counts.find(({ known, doubt, possible }) => doubt !== undefined && known + possible >= fewest);
  return { verdict: open?.doubt ?? false, when: principal.when };
}

interface Count {
  readonly known: number;
  readonly possible: number;
  readonly doubt: Doubt | undefined;
  readonly when: Assumptions;
}

function countOf(principal: View<'principal'>, service: string, workspace: Workspace): Count {
  const permissions = permissionsOfPrincipal(principal.resource, workspace);
  const known = new Set<string>();
  const possible = new Set<string>();
  let doubt: Doubt | undefined;
  let when = principal.when;
  for (const statement of permissions.statements) {
    if (statement.allows === false) continue;
    for (const { by, actions, verdict } of grantsOf(statement, [service])) {
      if (!statement.actions.includes(by) || !namesIncidentManager(by)) continue;
      for (const action of actions) {
        const id = idOf(action);
        if (!isWrite(action) || known.has(id) || resolverActions().has(id)) continue;
        for (const effect of effectsOf(permissions, statement, by, action)) {
          const both = combine(when, effect.when);
          const allowed = all(verdict, effect.verdict);
          if (both === undefined || allowed === false) continue;
          if (allowed !== true) {
            doubt ??= allowed;
            possible.add(id);
            continue;
          }
          known.add(id);
          when = both;
        }
        if (known.size >= fewest) return { known: known.size, possible: 0, doubt: undefined, when };
      }
    }
  }
  return { known: known.size, possible: possible.size, doubt, when };
}

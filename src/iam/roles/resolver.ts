import { managedPolicies } from '../../data/managed-policies.js';
import { expand, idOf } from '../policy/actions.js';

let known: ReadonlySet<string> | undefined;

/** What AWSIncidentManagerResolverAccess allows: what AWS holds every responder to need. */
export function resolverActions(): ReadonlySet<string> {
  const statements = managedPolicies.AWSIncidentManagerResolverAccess ?? [];
  return (known ??= new Set(
    statements.flatMap(({ actions = '' }) =>
      actions.split(' ').flatMap((action) => expand(action).map(idOf)),
    ),
  ));
}

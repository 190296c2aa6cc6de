import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import { principalsWith } from './holders.js';
import { isWiredRole } from '../policy/permissions.js';
import { trustsPeople } from './trust.js';

/**
 * Whether a policy is known to serve machines only: everybody it is attached to is a role that AWS services alone assume,
 * and that no response plan or chat channel uses, such as the role of a function or of CloudFormation.
 */
export function servesMachinesOnly(policy: View<'permission-policy'>, workspace: Workspace): boolean {
  const principals = principalsWith(policy, workspace);
  return (
    principals.length > 0 &&
    principals.every((principal) => {
      const role = workspace.view(principal, 'role');
      return role !== undefined && !isWiredRole(principal, workspace) && trustsPeople(role) === false;
    })
  );
}

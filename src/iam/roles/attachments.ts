import type { Resource } from '../../dialect/resource.js';
import type { KindName } from '../../model/kinds.js';
import type { Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';

/** A leaf that attaches something to a principal, and what it attaches. */
export interface Attachment {
  /** A policy with documents of its own. */
  readonly policy?: View<'permission-policy'>;
  /** The managed policy that Terraform's attachment names. */
  readonly arn?: Leaf;
  readonly by: Leaf;
}

interface Attachments {
  readonly ofPrincipal: ReadonlyMap<Resource, readonly Attachment[]>;
  readonly principalsOf: ReadonlyMap<Resource, readonly Resource[]>;
}

const known = new WeakMap<Workspace, Attachments>();

/** The policies that name a principal as one of theirs (CDK writes every grant so), in the order of the files. */
export function attachmentsOf(principal: Resource, workspace: Workspace): readonly Attachment[] {
  return attachmentsIn(workspace).ofPrincipal.get(principal) ?? [];
}

/** The scanned roles, users, groups and permission sets that a policy says it is attached to. */
export function principalsOf(policy: Resource, workspace: Workspace): readonly Resource[] {
  return attachmentsIn(workspace).principalsOf.get(policy) ?? [];
}

function attachmentsIn(workspace: Workspace): Attachments {
  let attachments = known.get(workspace);
  if (attachments === undefined) {
    attachments = readAttachments(workspace);
    known.set(workspace, attachments);
  }
  return attachments;
}

function readAttachments(workspace: Workspace): Attachments {
  const ofPrincipal = new Map<Resource, Attachment[]>();
  const principals = new Map<Resource, Resource[]>();
  const attach = (attachment: Attachment, kind: KindName): void => {
    const principal = workspace.follow(attachment.by, kind);
    if (principal === undefined || !('resource' in principal)) return;
    add(ofPrincipal, principal.resource, attachment);
    const policy = attachment.policy?.resource ?? managedPolicy(attachment.arn, workspace);
    if (policy !== undefined) add(principals, policy, principal.resource);
  };
  for (const policy of workspace.all('permission-policy')) attachAll(policy, { policy }, attach);
  for (const attachment of workspace.all('policy-attachment'))
    for (const arn of attachment.policy) attachAll(attachment, { arn }, attach);
  // A principal names managed policies, too.
  for (const { resource, managedPolicies, namedPolicies } of workspace.all('principal'))
    for (const leaf of [...managedPolicies, ...namedPolicies]) {
      const policy = managedPolicy(leaf, workspace);
      if (policy !== undefined) add(principals, policy, resource);
    }
  return { ofPrincipal, principalsOf: principals };
}

function attachAll(
  { roles, users, groups, permissionSets }: View<'permission-policy'> | View<'policy-attachment'>,
  what: Omit<Attachment, 'by'>,
  attach: (attachment: Attachment, kind: KindName) => void,
): void {
  for (const by of roles) attach({ ...what, by }, 'role');
  for (const by of users) attach({ ...what, by }, 'user');
  for (const by of groups) attach({ ...what, by }, 'group');
  for (const by of permissionSets) attach({ ...what, by }, 'permission-set');
}

function managedPolicy(leaf: Leaf | undefined, workspace: Workspace): Resource | undefined {
  const policy = leaf === undefined ? undefined : workspace.follow(leaf, 'managed-policy');
  return policy !== undefined && 'resource' in policy ? policy.resource : undefined;
}

function add<Item>(map: Map<Resource, Item[]>, key: Resource, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

import type { Resource } from '../dialect/resource.js';
import { all, any, isDoubt, not, type Tri } from '../value/tri.js';
import { usesIncidentManager } from './incident-manager.js';
import { anything, type Leaf } from './leaf.js';
import type { Judgement } from './unanimous.js';
import type { View } from './view.js';
import type { Workspace } from './workspace.js';

/** What a share opens, and to whom, with what Terraform adds by resources of their own. */
export interface Sharing {
  readonly resources: readonly Leaf[];
  readonly principals: readonly Leaf[];
}

const known = new WeakMap<Workspace, ReadonlyMap<Resource, Sharing>>();

/** All resources and principals of a share. */
export function sharingOf(share: View<'resource-share'>, workspace: Workspace): Sharing {
  let added = known.get(workspace);
  if (added === undefined) {
    added = readAssociations(workspace);
    known.set(workspace, added);
  }
  const associated = added.get(share.resource);
  return {
    resources: [...share.resources, ...(associated?.resources ?? [])],
    principals: [...share.principals, ...(associated?.principals ?? [])],
  };
}

function readAssociations(workspace: Workspace): ReadonlyMap<Resource, Sharing> {
  const added = new Map<Resource, { resources: Leaf[]; principals: Leaf[] }>();
  for (const { share, resource: resources, principal: principals } of workspace.all('share-association'))
    for (const leaf of share) {
      const found = workspace.follow(leaf, 'resource-share');
      if (found === undefined || !('resource' in found)) continue;
      const sharing = added.get(found.resource) ?? { resources: [], principals: [] };
      sharing.resources.push(...resources);
      sharing.principals.push(...principals);
      added.set(found.resource, sharing);
    }
  return added;
}

/**
 * Whether a shared resource is a response plan or a contact: the two sorts that Incident Manager shares (user guide,
 * Working with shared contacts and response plans). What is not known counts only beside Incident Manager.
 */
function isSharedIncidentManager(resource: Leaf, workspace: Workspace): Tri {
  const isDeclared = (['response-plan', 'contact'] as const).some((kind) => {
    const view = workspace.follow(resource, kind);
    return view !== undefined && 'resource' in view;
  });
  if (isDeclared) return true;
  const verdict = resource.test((text) => {
    if (/^arn:[^:]*:ssm-(?:incidents|contacts):/.test(text)) return true;
    return text.startsWith(anything) ? resource.is(() => true) : false;
  });
  return isDoubt(verdict) && !usesIncidentManager(workspace) ? false : verdict;
}

/** Whether any of some shared resources is a response plan or a contact, and what that rests on. */
export function sharesIncidentManager(resources: readonly Leaf[], workspace: Workspace): Judgement {
  const judged = resources.map((leaf): Judgement => ({
    verdict: isSharedIncidentManager(leaf, workspace),
    when: leaf.when,
  }));
  const shared = judged.filter(({ verdict }) => verdict === true);
  const first = shared.find(({ when }) => when.length === 0) ?? shared[0];
  return first ?? judged.find(({ verdict }) => isDoubt(verdict)) ?? { verdict: false, when: [] };
}

/** What the configuration says of the organization. */
export interface OwnPrincipals {
  readonly accountId: string | undefined;
  readonly principals: readonly string[];
}

/** Whether a principal of a share is the organization, or one of its units (AWS Organizations: ARNs). */
export function isOrganization(principal: Leaf): Tri {
  return principal.test(
    (text) =>
      /^arn:[^:]*:organizations:/.test(text) || (text.includes(anything) ? principal.is(() => true) : false),
  );
}

/** Whether a principal of a share is an account, or somebody in one, that the configuration does not name. */
export function isForeign(principal: Leaf, { accountId, principals }: OwnPrincipals): Tri {
  const isOwn = principal.is((text) => {
    const [, account = text] = /^arn:[^:]*:iam::(\d{12}):/.exec(text) ?? [];
    return [accountId, ...principals].some((own) => own === text || own === account);
  });
  // What is some literal is the account of the deployment, by far most often.
  const isAccount = principal.test((text) => /^(?:\d{12}$|arn:[^:]*:iam::\d{12}:)/.test(text));
  return all(isAccount, not(any(isOwn, isOrganization(principal))));
}

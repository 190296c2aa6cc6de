import { managedPolicies, type ManagedStatement } from '../../data/managed-policies.js';
import type { Leaf } from '../../model/leaf.js';
import type { Workspace } from '../../model/workspace.js';
import type { Doubt } from '../../value/tri.js';
import { gapOf } from '../policy/gap.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';

/**
 * What a managed policy says. `unlisted` is a policy of AWS's that allows nothing that rules ask about, as far as its
 * content was known when the table of them was made.
 */
export type PolicyReading = { readonly statements: readonly Statement[] } | 'unlisted' | Doubt;

/**
 * Reads the managed policy that a leaf names: AWS's own by their content, others where a scanned template declares them.
 * The statements of AWS's stand where the leaf stands.
 */
export function policyBehind(leaf: Leaf, workspace: Workspace): PolicyReading {
  const path = pathOfAwsPolicy(leaf);
  if (path !== undefined) return typeof path === 'string' ? contentOf(path, leaf) : path;
  const declared = workspace.follow(leaf, 'managed-policy');
  if (declared === undefined)
    return {
      why: `${leaf.text} is no policy of the scanned files`,
      settle: 'a policy that is declared there',
    };
  return 'resource' in declared ? { statements: [...declared.document].flatMap(statementsOf) } : declared;
}

/** Whether a leaf names a managed policy of AWS's by the last part of its path, such as `ReadOnlyAccess`. */
export function isAwsPolicy(leaf: Leaf, name: string): boolean {
  const path = pathOfAwsPolicy(leaf);
  return typeof path === 'string' && nameIn(path) === name;
}

const awsPolicy = /^arn:[^:]*:iam::aws:policy\/(.*)$/;

/** What follows `policy/` in the ARN of a policy of AWS's, in any partition; undefined for what is no such ARN. */
function pathOfAwsPolicy(leaf: Leaf): string | Doubt | undefined {
  const paths: string[] = [];
  leaf.test((text) => {
    const [, path] = awsPolicy.exec(text) ?? [];
    if (path !== undefined) paths.push(path);
    return true;
  });
  const [first] = paths;
  if (first === undefined) return undefined;
  if (leaf.value.kind === 'one-of' && (paths.length < leaf.value.texts.length || paths.some(isListed)))
    return { why: `${leaf.text} allows several policies`, settle: 'one policy' };
  return /[\uE000\uE001]/.test(first) ? gapOf(leaf) : first;
}

/** The names of AWS's policies are unique without their paths, and AWS SAM takes them so. */
const byName = new Map(
  Object.entries(managedPolicies).map(([path, statements]) => [nameIn(path), statements]),
);

function nameIn(path: string): string | undefined {
  return path.split('/').at(-1);
}

function isListed(path: string): boolean {
  return byName.has(nameIn(path));
}

function contentOf(path: string, leaf: Leaf): PolicyReading {
  const statements = byName.get(nameIn(path));
  if (statements === undefined) return 'unlisted';
  const text = JSON.stringify({ Statement: statements.map(written) });
  const document = leaf.inner({ kind: 'text', text, type: 'string', place: leaf.place }, leaf.when);
  return { statements: statementsOf(document) };
}

/** The statement as AWS writes it. */
function written({ actions, notActions, resources, condition }: ManagedStatement): object {
  return {
    Effect: 'Allow',
    Action: actions?.split(' '),
    NotAction: notActions?.split(' '),
    Resource: resources.split(' '),
    Condition: condition === undefined ? undefined : (JSON.parse(condition) as object),
  };
}

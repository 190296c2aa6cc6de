import { combine, type Assumptions } from '../../value/assumption.js';
import { any, type Doubt, type Tri } from '../../value/tri.js';
import { anything, type Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A key that a value names, or why it is not known, in one arm of conditions. */
export interface NamedKey {
  readonly key: View<'encryption-key'> | Doubt;
  readonly when: Assumptions;
}

/** The policies of a key. */
export interface PoliciesOfKey {
  readonly documents: readonly Leaf[];
  /** Why there may be another one. */
  readonly doubt: Doubt | undefined;
}

const outside: Doubt = {
  why: 'the key is declared outside the scanned files',
  settle: 'the template that declares the key among the scanned files',
};

/** Whether a value names no key, so that nothing is encrypted with one. */
export function isNoKey(leaf: Leaf): Tri {
  return any(
    leaf.isAbsent,
    // Whatever a reference to a key or an alias will be, it is not empty.
    leaf.test((text) => (text === anything ? leaf.is(() => false) : text === '')),
  );
}

/** The keys that a value names: by itself, or by an alias of the workspace, whose target may depend on conditions. */
export function keysNamed(leaf: Leaf, workspace: Workspace): NamedKey[] {
  const followed = workspace.follow(leaf, 'key-alias');
  const alias = followed !== undefined && 'resource' in followed ? followed : aliasNamed(leaf, workspace);
  const targets = alias === undefined ? [leaf] : [...alias.key];
  return targets.flatMap((target): NamedKey[] => {
    const key = workspace.follow(target, 'encryption-key');
    const isFound = key !== undefined && 'resource' in key;
    const both = combine(leaf.when, target.when);
    const when = both && combine(both, isFound ? key.when : []);
    return when === undefined ? [] : [{ key: isFound ? key : (target.doubt ?? outside), when }];
  });
}

const aliases = new WeakMap<Workspace, ReadonlyMap<string, View<'key-alias'>>>();

/** The alias of a text such as `alias/incidents`, or an ARN that ends so. */
function aliasNamed({ value }: Leaf, workspace: Workspace): View<'key-alias'> | undefined {
  const end = value.kind === 'partial' ? value.parts.at(-1) : value.kind === 'text' ? value.text : undefined;
  const start = typeof end === 'string' ? end.search(/(?:^|:)alias\//) : -1;
  if (typeof end !== 'string' || start < 0) return undefined;
  let byName = aliases.get(workspace);
  if (byName === undefined) {
    const named = workspace
      .all('key-alias')
      .flatMap((view) => [...view.name].map((name) => [name.value, view] as const));
    byName = new Map(
      named.flatMap(([name, view]) => (name.kind === 'text' ? [[name.text, view] as const] : [])),
    );
    aliases.set(workspace, byName);
  }
  return byName.get(end.slice(end.indexOf('alias/')));
}

interface SeparatePolicies {
  readonly byKey: ReadonlyMap<View<'encryption-key'>, readonly Leaf[]>;
  readonly doubt: Doubt | undefined;
}

const separate = new WeakMap<Workspace, SeparatePolicies>();

/** The policies of a key: its own, and those that are resources of their own. */
export function policiesOfKey(key: View<'encryption-key'>, workspace: Workspace): PoliciesOfKey {
  let policies = separate.get(workspace);
  if (policies === undefined) separate.set(workspace, (policies = separatePolicies(workspace)));
  const own = [...key.policy].filter((document) => document.isAbsent !== true);
  const isAlone = own.length > 0;
  return {
    documents: [...own, ...(policies.byKey.get(key) ?? [])],
    doubt: policies.doubt ?? (isAlone ? undefined : workspace.unread),
  };
}

function separatePolicies(workspace: Workspace): SeparatePolicies {
  const byKey = new Map<View<'encryption-key'>, Leaf[]>();
  let doubt: Doubt | undefined;
  for (const { key: named, policy } of workspace.all('key-policy'))
    for (const leaf of named) {
      const found = workspace.follow(leaf, 'encryption-key');
      if (found === undefined) continue;
      if ('why' in found) {
        doubt ??= found;
        continue;
      }
      const same = byKey.get(found);
      if (same === undefined) byKey.set(found, [...policy]);
      else same.push(...policy);
    }
  return { byKey, doubt };
}

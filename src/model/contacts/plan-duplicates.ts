import type { Resource } from '../../dialect/resource.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import { identityOf } from '../chat/chat.js';
import { byPlace, isSameThing } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Plan = View<'engagement-plan'>;

/** An engagement plan of a contact that has another one before it. */
export interface SecondPlan {
  readonly verdict: Tri;
  readonly when: Assumptions;
  readonly other: Plan;
}

/** A plan under the contact that it belongs to, in one of the ways it can turn out. */
interface Entry {
  readonly plan: Plan;
  readonly when: Assumptions;
  readonly doubt: Doubt | undefined;
}

interface Table {
  readonly byContact: ReadonlyMap<string, readonly Entry[]>;
  readonly keys: ReadonlyMap<Plan, readonly Key[]>;
  /** The first plan of all, whosever it is. */
  readonly first: Plan | undefined;
}

/** What tells the contact of a plan, in one of its arms, and why it may be the contact of other plans all the same. */
interface Key {
  readonly key: string | undefined;
  readonly doubt: Doubt | undefined;
  readonly when: Assumptions;
}

/** More plans before one are not looked at: those that contradict each other's conditions are few. */
const mostCompared = 100;

const known = new WeakMap<Workspace, Table>();

/** Where an engagement plan that is a resource of its own is not the first of its contact; one place is enough. */
export function secondPlansOf(plan: Plan, workspace: Workspace): SecondPlan[] {
  const { byContact, keys, first } = tableOf(workspace);
  const own = keys.get(plan) ?? [];
  const found = own.flatMap(({ key, when: named }): SecondPlan[] => {
    const before = key === undefined ? [] : (byContact.get(key) ?? []).slice(0, mostCompared);
    for (const other of before) {
      if (other.plan === plan) break;
      const when = combine(named, other.when);
      if (when === undefined || isOne(plan, other.plan)) continue;
      return [{ verdict: other.doubt ?? true, when, other: other.plan }];
    }
    return [];
  });
  const doubt = own.find((key) => key.doubt !== undefined)?.doubt;
  if (found.length > 0 || doubt === undefined || first === undefined || first === plan) return found;
  return [{ verdict: doubt, when: plan.resource.when, other: first }];
}

/** Whether a plan of Terraform's and a state both tell of one; in one file, two resources are two. */
function isOne({ resource: left }: Plan, { resource: right }: Plan): boolean {
  return left.place.file !== right.place.file && left.name === right.name && isSameThing(left, right);
}

function tableOf(workspace: Workspace): Table {
  let table = known.get(workspace);
  if (table === undefined) known.set(workspace, (table = readTable(workspace)));
  return table;
}

function readTable(workspace: Workspace): Table {
  const byContact = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry): void => {
    const same = byContact.get(key);
    if (same === undefined) byContact.set(key, [entry]);
    else same.push(entry);
  };
  const all = workspace
    .all('engagement-plan')
    .toSorted((left, right) => byPlace(left.resource, right.resource));
  const [inline, own] = [true, false].map((isInline) =>
    all.filter(({ resource }) => (workspace.view(resource, 'contact') !== undefined) === isInline),
  );
  // A plan in its contact is the one that the others come in addition to.
  for (const plan of inline ?? [])
    for (const { isEmpty, when } of plan.stages.variants)
      if (isEmpty !== true)
        add(nameOf(plan.resource), { plan, when, doubt: isDoubt(isEmpty) ? isEmpty : undefined });
  const keys = new Map<Plan, readonly Key[]>();
  for (const plan of own ?? []) {
    const named = [...plan.contact].map((leaf) => keyOf(leaf, workspace));
    keys.set(plan, named);
    for (const { key, when } of named) if (key !== undefined) add(key, { plan, when, doubt: undefined });
  }
  const planned = (inline ?? []).find(({ stages }) =>
    stages.variants.some(({ isEmpty }) => isEmpty !== true),
  );
  return { byContact, keys, first: planned ?? own?.[0] };
}

function keyOf(leaf: Leaf, workspace: Workspace): Key {
  const { when, value } = leaf;
  const contact = workspace.follow(leaf, 'contact');
  if (contact !== undefined && 'resource' in contact)
    return { key: nameOf(contact.resource), doubt: undefined, when };
  const { key, doubt } = identityOf(leaf);
  // A bare name is no ARN, whatever it was meant to be; other rules tell.
  const isName = value.kind === 'text' && !value.text.startsWith('arn:');
  return { key: isName ? undefined : key, doubt, when };
}

function nameOf({ place, name }: Resource): string {
  return `${place.file.path}#${name}`;
}

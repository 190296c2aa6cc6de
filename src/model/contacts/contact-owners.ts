import type { Resource } from '../../dialect/resource.js';
import type { Template } from '../../dialect/template.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import type { Doubt } from '../../value/tri.js';
import type { Value } from '../../value/value.js';
import { isOpaqueType, type Leaf } from '../leaf.js';
import { isMentioned, mentionsIn, type Mentions } from './mentions.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** Something that names the contact it belongs to, in a field of its own. */
interface Owned {
  readonly resource: Resource;
  readonly contact: Iterable<Leaf>;
}

/** Something that belongs to a contact, with what it rests on that it is this contact's. */
export interface Belonging<Item> {
  readonly item: Item;
  readonly when: Assumptions;
}

/**
 * More is not listed of one contact. Nobody has so much, and where many contacts have one alias, each of them would be
 * given all of it.
 */
const mostBelongings = 32;

const tooMany: Doubt = {
  why: `more than ${String(mostBelongings)} resources name this contact, or one with its alias, as theirs`,
  settle: 'workspaces in the configuration, so that each holds one deployment',
};

const isHanded: Doubt = {
  why: 'it is given to a module, a nested stack or a custom resource that is not among the scanned files',
  settle: 'the module or the template among the scanned files, or the plan',
};

/** What belongs to the contacts of a workspace. */
export interface Owners<Item> {
  of(contact: View<'contact'>): readonly Belonging<Item>[];
  /** Why something may belong to a contact that `of` does not list. */
  doubt(contact: View<'contact'>): Doubt | undefined;
}

/**
 * Finds the contacts that things belong to. A state and a plan of Terraform's both tell of one contact, and so do templates
 * that give contacts the same alias as long as an ARN is what names it: what belongs to one belongs to all of these.
 */
export function ownersOf<Item extends Owned>(items: readonly Item[], workspace: Workspace): Owners<Item> {
  const table = new Map<Resource | string, Belonging<Item>[]>();
  const handed = handedIn(workspace);
  let vague: Doubt | undefined = workspace.unreadHere;
  let unmatched: Doubt | undefined;
  for (const item of items)
    for (const leaf of item.contact) {
      const found = contactsOf(leaf, workspace);
      const belonging = { item, when: leaf.when };
      for (const key of found.keys) {
        const same = table.get(key);
        if (same === undefined) table.set(key, [belonging]);
        else same.push(belonging);
      }
      if (found.doubt === undefined) continue;
      // An ARN names one contact; whatever else is not known may be any.
      if (found.keys.length > 0) unmatched ??= found.doubt;
      else vague ??= found.doubt;
    }
  const listed = (contact: View<'contact'>): ReadonlySet<Belonging<Item>> => {
    const found = new Set<Belonging<Item>>();
    for (const key of [contact.resource, ...namesOf(contact)])
      for (const belonging of table.get(key)?.slice(0, mostBelongings + 1) ?? []) found.add(belonging);
    return found;
  };
  return {
    of(contact) {
      return [...listed(contact)].slice(0, mostBelongings).flatMap(({ item, when }) => {
        const both = combine(contact.resource.when, when);
        return both === undefined ? [] : [{ item, when: both }];
      });
    },
    doubt(contact) {
      if (vague !== undefined) return vague;
      if (listed(contact).size > mostBelongings) return tooMany;
      if (isMentioned(contact, handed)) return isHanded;
      return hasLiteralAlias(contact) ? undefined : unmatched;
    },
  };
}

const mentioned = new WeakMap<Workspace, Mentions>();

/** What is given to code of others: to modules and nested stacks that are not scanned, and to custom resources. */
function handedIn(workspace: Workspace): Mentions {
  let mentions = mentioned.get(workspace);
  if (mentions === undefined) {
    const values = workspace.templates.flatMap(handedBy);
    mentioned.set(workspace, (mentions = mentionsIn(values, workspace)));
  }
  return mentions;
}

const handing = new WeakMap<Template, readonly Value[]>();

function handedBy(template: Template): readonly Value[] {
  let values = handing.get(template);
  if (values === undefined) {
    const opaque = template.resources.filter(
      ({ type }) => isOpaqueType(type) && type !== 'AWS::CloudFormation::Stack',
    );
    values = [...opaque.map(({ properties }) => properties), ...(template.handed?.() ?? [])];
    handing.set(template, values);
  }
  return values;
}

/** By what the contact of a leaf is found in a table, and why it may be another one all the same. */
function contactsOf(
  leaf: Leaf,
  workspace: Workspace,
): { readonly keys: readonly (Resource | string)[]; readonly doubt?: Doubt } {
  const alias = aliasIn(leaf);
  const named = alias === undefined ? [] : [`alias ${alias}`];
  const found = workspace.follow(leaf, 'contact');
  if (found === undefined) return { keys: [] };
  if ('why' in found) return { keys: named, doubt: found };
  return { keys: [found.resource, ...identifiersOf(found.resource), ...named] };
}

function namesOf(contact: View<'contact'>): string[] {
  const aliases = [...contact.alias].flatMap(({ value }) =>
    value.kind === 'text' ? [`alias ${value.text}`] : [],
  );
  return [...identifiersOf(contact.resource), ...aliases];
}

function identifiersOf({ identifiers = [] }: Resource): string[] {
  return identifiers.map((identifier) => `identifier ${identifier}`);
}

function hasLiteralAlias({ alias }: View<'contact'>): boolean {
  return [...alias].every(({ value }) => value.kind === 'text');
}

/** The alias at the end of a contact's ARN (Service Authorization Reference), where it is literal. */
function aliasIn({ value }: Leaf): string | undefined {
  const end = value.kind === 'text' ? value.text : value.kind === 'partial' ? value.parts.at(-1) : undefined;
  return typeof end === 'string' ? /:contact\/([^/]+)$/.exec(end)?.[1] : undefined;
}

import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import { readdressed, type Moves } from '../dialect/terraform/moves.js';
import type { ResourceEffect, TemplateChange } from '../model/change.js';
import { isUntouched, terraformEffect } from '../model/availability/replacement.js';
import type { Place } from '../text/place.js';

/** A resource before and after a change. */
export interface ChangedResource extends ResourceEffect {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  readonly place: Place;
}

/** The resources of a template that differ from those that it declared before. */
export function changedResources(
  before: Template | undefined,
  after: Template | undefined,
  change: TemplateChange | undefined,
): ChangedResource[] {
  const olds = byName(before?.resources ?? []);
  const news = byName(after?.resources ?? []);
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((name) => {
    const [old, current] = [olds.get(name), news.get(name)];
    // A version that could not be read tells nothing of what came and went.
    if ((old === undefined && before?.isUnread) || (current === undefined && after?.isUnread)) return [];
    const compared = change?.resources.get(name);
    // A file that was compared names whatever changed; one that was not may have changed anywhere.
    if (old !== undefined && current !== undefined && change !== undefined && compared === undefined)
      return [];
    const effect =
      compared?.effect ?? (old === undefined ? 'created' : current === undefined ? 'deleted' : 'updated');
    const place = current?.place ?? startOf(after) ?? old?.place;
    if (place === undefined) return [];
    return [{ before: old, after: current, effect, causes: compared?.causes ?? [], place }];
  });
}

/**
 * The resources of Terraform's configurations that may differ: an address is the same in whatever file of its module it
 * stands, and under another address where a `moved` block says so or a `count` came or went.
 */
export function changedInConfigurations(
  befores: readonly Template[],
  afters: readonly Template[],
): ChangedResource[] {
  const moves = afters.flatMap(({ moves: some }) => some ?? []);
  // What a file that could not be read declares, or declared, is not known.
  const isPartial = (templates: readonly Template[]): boolean => templates.some(({ isUnread }) => isUnread);
  const left = new Map(afters.flatMap(({ resources }) => resources).map((one) => [keyOf(one), one]));
  const pairs: { before: Resource | undefined; after: Resource | undefined }[] = [];
  const take = (before: Resource, after: Resource | undefined): boolean => {
    if (after === undefined) return false;
    left.delete(keyOf(after));
    pairs.push({ before, after });
    return true;
  };
  const atHome = (old: Resource): boolean => take(old, left.get(keyOf(old)));
  const moved = (old: Resource): boolean =>
    addressesOf(old.name, moves).some((name) => take(old, left.get(keyOf(old, name))));
  const elsewhere = (old: Resource): boolean =>
    [old.name, ...addressesOf(old.name, moves)].some((name) => take(old, only(left, old, name)));
  // The surest first: what is left of the one may be of the other.
  const gone = [atHome, moved, elsewhere].reduce(
    (rest, isTaken) => rest.filter((old) => !isTaken(old)),
    befores.flatMap(({ resources }) => resources),
  );
  for (const old of gone) pairs.push({ before: old, after: undefined });
  for (const after of left.values()) pairs.push({ before: undefined, after });
  const addressNow = (address: string): string =>
    pairs.find(({ before }) => before?.name === address)?.after?.name ?? address;
  return pairs.flatMap(({ before, after }): ChangedResource[] => {
    if (before !== undefined && after !== undefined) {
      if (before.name === after.name && isUntouched(before, after)) return [];
      return [{ before, after, ...terraformEffect(before, after, addressNow), place: after.place }];
    }
    if (after !== undefined)
      return isPartial(befores) ? [] : [{ before, after, effect: 'created', causes: [], place: after.place }];
    if (before === undefined || isPartial(afters)) return [];
    const isReleased = moves.some(({ released }) =>
      released.some((address) => readdressed(before.name, address) !== undefined),
    );
    const file = before.place.file.path;
    const place = startOf(afters.find((template) => template.file.path === file)) ?? before.place;
    return [{ before, after, effect: isReleased ? 'released' : 'deleted', causes: [], place }];
  });
}

/** A resource's address, and the folder that it is declared in: every root module has addresses of its own. */
function keyOf({ place, name: own }: Resource, name = own): string {
  return JSON.stringify([place.file.path.replace(/[^/]*$/, ''), name]);
}

/** The only resource with an address, in whatever folder: its module was moved. */
function only(
  left: ReadonlyMap<string, Resource>,
  { sourceType }: Resource,
  name: string,
): Resource | undefined {
  const same = [...left.values()].filter((one) => one.name === name && one.sourceType === sourceType);
  return same.length === 1 ? same[0] : undefined;
}

/** The addresses that a resource may have now. Terraform itself moves one that gets a `count`, or loses it. */
function addressesOf(address: string, moves: readonly Moves[]): string[] {
  const moved = moves.flatMap(({ moved: some }) =>
    some.flatMap(({ from, to }) => readdressed(address, from, to) ?? []),
  );
  return [...moved, `${address}[0]`, ...(address.endsWith('[0]') ? [address.slice(0, -3)] : [])];
}

function byName(resources: readonly Resource[]): Map<string, Resource> {
  return new Map(resources.map((resource) => [resource.name, resource]));
}

/** Where a template tells of what it no longer declares: its first line. */
function startOf(template: Template | undefined): Place | undefined {
  if (template === undefined) return undefined;
  const end = Math.max(1, template.file.text.search(/[\r\n]|$/));
  return { file: template.file, span: { start: 0, end }, path: undefined };
}

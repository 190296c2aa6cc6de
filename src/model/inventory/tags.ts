import type { Place } from '../../text/place.js';
import { combine } from '../../value/assumption.js';
import { alternatives } from '../../value/select.js';
import { any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { combinations, type Arm } from '../combinations.js';
import { Leaf } from '../leaf.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { View } from '../view.js';

/** A tag, in one arm of its conditions. */
export interface Tag {
  readonly key: Leaf;
  readonly value: Leaf;
}

/** The tags of a resource, in one way in which they can turn out. */
export interface TagSet extends Arm {
  readonly tags: readonly Tag[];
  /** Why there may be more. */
  readonly isOpen: Doubt | undefined;
  /** Where they are written, or the resource that has none. */
  readonly place: Place;
}

type Tagged = View<'taggable'> | View<'incident-template'>;

/** Every way in which the tags of a resource can turn out, those of its stack among them. */
export function tagSetsOf(tagged: Tagged): readonly TagSet[] {
  const { resource, kind } = tagged;
  const { stackTags } = resource;
  // Incidents take their tags from the response plan's template for them, and not from its stack.
  if (stackTags === undefined || kind === 'incident-template') return writtenSetsOf(tagged);
  return writtenSetsOf(tagged).map((set) => {
    const leafOf = (text: string): Leaf => {
      const { place } = resource;
      return new Leaf({ kind: 'text', text, type: 'string', place }, set.when, place);
    };
    // A tag of the resource's own counts more.
    const given = [...stackTags].filter(([key]) => hasTag(set, key) !== true);
    const inherited = given.map(([key, value]) => ({ key: leafOf(key), value: leafOf(value) }));
    return { ...set, tags: [...set.tags, ...inherited] };
  });
}

const written = new WeakMap<Tagged, readonly TagSet[]>();

/** The tags that are written for a resource, in whichever form its dialect writes them. */
function writtenSetsOf(tagged: Tagged): readonly TagSet[] {
  let sets = written.get(tagged);
  if (sets === undefined) written.set(tagged, (sets = readSets(tagged)));
  return sets;
}

function readSets({ tagList, tagMap, allTags }: Tagged): TagSet[] {
  const complete = [...allTags];
  const isComplete = complete.length > 0 && complete.every(({ isAbsent }) => isAbsent !== true);
  const maps = isComplete ? complete : [...tagMap];
  if (maps.length > 0) return maps.flatMap(ofMap);
  return tagList.variants.flatMap(({ items, isEmpty, when, place }) => {
    const isOpen = isDoubt(isEmpty) ? isEmpty : undefined;
    const ways = items.map(({ key, value }) =>
      [...key].flatMap((name) => [...value].flatMap((content) => armsOf(name, content))),
    );
    return expanded(ways, { tags: [], isOpen, when, place });
  });
}

/** A tag in one arm of its conditions; undefined where it is left out. */
interface TagArm extends Arm {
  readonly tag: Tag | undefined;
}

const tooMany: Doubt = {
  why: 'the tags depend on more conditions than are followed',
  settle: 'fewer conditions in the tags of one resource',
};

function armsOf(key: Leaf, value: Leaf): TagArm[] {
  // Whether there is a tag does not rest on the default that its value keeps.
  const when = combine(
    key.when,
    value.when.filter(({ kind }) => kind === 'condition'),
  );
  return when === undefined ? [] : [{ tag: { key, value }, when }];
}

/** A set for every consistent way to take one arm of each tag. */
function expanded(tags: readonly (readonly TagArm[])[], empty: TagSet): TagSet[] {
  const found = combinations(tags, empty.when);
  if (found === undefined) return [{ ...empty, isOpen: tooMany }];
  return found.map(({ arms, when }) => ({
    ...empty,
    tags: arms.flatMap(({ tag }) => tag ?? []),
    when,
  }));
}

/** Whether a tag of this key is among them. */
export function hasTag({ tags, isOpen }: TagSet, name: string): Tri {
  return any(...tags.map(({ key }) => key.is((text) => text === name)), isOpen ?? false);
}

/** A tag that a resource lacks, or may lack. */
export interface TagJudgement extends Judgement {
  /** Its key; undefined where there is no tag at all. */
  readonly name: string | undefined;
  readonly place: Place;
}

/** Judges whether a resource lacks one of the required tags or, where none is required, has no tag at all. */
export function judgeTags(tagged: Tagged, required: readonly string[]): TagJudgement[] {
  const sets = tagSetsOf(tagged);
  return (required.length === 0 ? [undefined] : required).flatMap((name) => {
    const ways = sets.map((set) => ({
      verdict: not(name === undefined ? isTagged(set) : hasTag(set, name)),
      name,
      when: set.when,
      place: set.place,
    }));
    return unanimous(ways, tagged.when);
  });
}

function isTagged({ tags, isOpen }: TagSet): Tri {
  return tags.length > 0 || (isOpen ?? false);
}

function ofMap(leaf: Leaf): TagSet[] {
  const { value, when, place } = leaf;
  const empty: TagSet = { tags: [], isOpen: undefined, when, place };
  if (value.kind === 'absent') return [empty];
  if (value.kind !== 'map') {
    const isOpen = leaf.doubt ?? {
      why: `${leaf.text} is known only after deployment`,
      settle: 'tags that are written out',
    };
    return [{ ...empty, isOpen }];
  }
  const tags = value.entries.map(({ key, keyPlace, value: content }) =>
    alternatives(content, when).map((found): TagArm => {
      const name = leaf.inner({ kind: 'text', text: key, type: 'string', place: keyPlace }, when);
      const isLeftOut = found.value.kind === 'absent';
      // Terraform leaves a tag out whose value is null.
      const tag = isLeftOut ? undefined : { key: name, value: leaf.inner(found.value, found.when) };
      return { tag, when: found.when };
    }),
  );
  const { rest } = value;
  return expanded(tags, { ...empty, isOpen: rest && { why: rest.why, settle: rest.settle } });
}

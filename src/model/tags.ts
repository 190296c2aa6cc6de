import type { Place } from '../text/place.js';
import { alternatives } from '../value/select.js';
import { any, isDoubt, not, type Doubt, type Tri } from '../value/tri.js';
import type { Arm } from './combinations.js';
import type { Leaf } from './leaf.js';
import { unanimous, type Judgement } from './unanimous.js';
import type { View } from './view.js';

/** A tag; its value may depend on conditions. */
export interface Tag {
  readonly key: Leaf;
  readonly values: readonly Leaf[];
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

/** Every way in which the tags of a resource can turn out, in whichever form its dialect writes them. */
export function tagSetsOf({ tagList, tagMap, allTags }: Tagged): TagSet[] {
  const complete = [...allTags];
  const isComplete = complete.length > 0 && complete.every(({ isAbsent }) => isAbsent !== true);
  const maps = isComplete ? complete : [...tagMap];
  if (maps.length > 0) return maps.map(ofMap);
  return tagList.variants.map(({ items, isEmpty, when, place }) => ({
    tags: items.flatMap(({ key, value }) => [...key].map((one) => ({ key: one, values: [...value] }))),
    isOpen: isDoubt(isEmpty) ? isEmpty : undefined,
    when,
    place,
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

function ofMap(leaf: Leaf): TagSet {
  const { value, when, place } = leaf;
  if (value.kind === 'absent') return { tags: [], isOpen: undefined, when, place };
  if (value.kind !== 'map') {
    const isOpen = leaf.doubt ?? {
      why: `${leaf.text} is known only after deployment`,
      settle: 'tags that are written out',
    };
    return { tags: [], isOpen, when, place };
  }
  const tags = value.entries.flatMap(({ key, keyPlace, value: content }) => {
    // Terraform leaves a tag out whose value is null.
    const values = alternatives(content, when)
      .filter((alternative) => alternative.value.kind !== 'absent')
      .map((alternative) => leaf.inner(alternative.value, alternative.when));
    const name = { kind: 'text', text: key, type: 'string', place: keyPlace } as const;
    return values.length === 0 ? [] : [{ key: leaf.inner(name, when), values }];
  });
  const { rest } = value;
  return { tags, isOpen: rest && { why: rest.why, settle: rest.settle }, when, place };
}

import type { Resource } from '../../dialect/resource.js';
import type { Doubt } from '../../value/tri.js';
import type { Value } from '../../value/value.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** What some values name. */
export interface Mentions {
  readonly resources: ReadonlySet<Resource>;
  /** The aliases in the ARNs of contacts, also within texts of other languages. */
  readonly aliases: ReadonlySet<string>;
  /** Why they may name more. */
  readonly doubt: Doubt | undefined;
}

/** So many values are looked through. */
const mostValues = 200_000;

const tooMany: Doubt = {
  why: 'more is written beside it than is looked through',
  settle: 'workspaces in the configuration, so that each holds one deployment',
};

/** In an ARN of a contact (Service Authorization Reference), the alias; it has up to 255 characters. */
const aliases = /:contact\/([\w.-]{1,255})/g;

/** Whether a contact is named. */
export function isMentioned(
  { resource, alias }: View<'contact'>,
  { resources, aliases: named }: Mentions,
): boolean {
  return (
    resources.has(resource) || [...alias].some(({ value }) => value.kind === 'text' && named.has(value.text))
  );
}

/** Looks through values, whatever they are for. */
export function mentionsIn(values: readonly Value[], workspace: Workspace): Mentions {
  const found = { resources: new Set<Resource>(), aliases: new Set<string>() };
  const add = (target: Parameters<Workspace['resourceAt']>[0] | undefined): void => {
    const resource = target && workspace.resourceAt(target);
    if (resource !== undefined) found.resources.add(resource);
  };
  const addText = (text: string): void => {
    for (const [, alias = ''] of text.matchAll(aliases)) found.aliases.add(alias);
  };
  const open = [...values];
  let left = mostValues;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    left -= 1;
    if (left < 0) return { ...found, doubt: tooMany };
    if (value.kind === 'reference') add(value.target);
    else if (value.kind === 'text') addText(value.text);
    else if (value.kind === 'one-of') value.texts.forEach(addText);
    else if (value.kind === 'list') for (const item of value.items) open.push(item);
    else if (value.kind === 'map') for (const entry of value.entries) open.push(entry.value);
    else if (value.kind === 'choice') for (const arm of value.arms) open.push(arm.value);
    else if (value.kind === 'partial')
      for (const part of value.parts)
        if (typeof part === 'string') addText(part);
        else add(part.target);
  }
  return { ...found, doubt: undefined };
}

import { child } from '../../parse/child.js';
import type { Node } from '../../parse/node.js';
import type { Span } from '../../text/source-file.js';
import { isTrueNode } from './located.js';

/** What stands beside marks of what is sensitive in it (Terraform's JSON output format, "Values representation"). */
const marked: ReadonlyMap<string, string> = new Map([
  ['values', 'sensitive_values'],
  ['before', 'before_sensitive'],
  ['after', 'after_sensitive'],
]);

/** What of an output or a variable that is called sensitive is so. */
const secret: readonly string[] = ['value', 'default', 'constant_value'];

/**
 * The stretches of a plan or a state that hold what Terraform calls sensitive, as far as they reach into a stretch. Only
 * what stands there is looked at: a plan is one line of many megabytes.
 */
export function secretSpans(root: Node, within: Span): Span[] {
  const found: Span[] = [];
  const visit = (node: Node, mark: Node | undefined): void => {
    if (isTrueNode(mark)) {
      found.push(node.span);
    } else if (node.kind === 'list') {
      for (const [index, item] of overlapping(node.items, within, ({ span }) => span))
        visit(item, mark?.kind === 'list' ? mark.items[index] : undefined);
    } else if (node.kind === 'map') {
      const isSensitive = isTrueNode(child(node, 'sensitive'));
      const listed = child(node, 'sensitive_attributes');
      for (const [, { key, value }] of overlapping(node.entries, within, (entry) => entry.value.span)) {
        const beside = marked.get(key);
        if (isSensitive && secret.includes(key)) found.push(value.span);
        else if (key === 'attributes' && listed !== undefined) found.push(...spansOfRoutes(value, listed));
        else visit(value, beside === undefined ? child(mark, key) : child(node, beside));
      }
    }
  };
  visit(root, undefined);
  return found;
}

/** A raw state lists the ways to what is sensitive; all of an attribute is taken to be, of which a part is. */
function spansOfRoutes(attributes: Node, listed: Node): Span[] {
  const routes = listed.kind === 'list' ? listed.items : [];
  return routes.flatMap((route) => {
    const [first] = route.kind === 'list' ? route.items : [];
    const name = child(first, 'value');
    const value = name?.kind === 'scalar' ? child(attributes, name.text) : undefined;
    return value === undefined ? [] : [value.span];
  });
}

/** Those of some parts in their order that reach into a stretch, with their indexes. */
function overlapping<Part>(
  parts: readonly Part[],
  within: Span,
  spanOf: (part: Part) => Span,
): (readonly [number, Part])[] {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && spanOf(part).end <= within.start) low = middle + 1;
    else high = middle;
  }
  const found: (readonly [number, Part])[] = [];
  for (let index = low; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || spanOf(part).start >= within.end) break;
    found.push([index, part]);
  }
  return found;
}

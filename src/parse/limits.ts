import type { Problem, ProblemCode } from '../report/problem.js';
import { mask } from '../text/mask.js';
import type { SourceFile, Span } from '../text/source-file.js';
import type { Node } from './node.js';

/** A longer text, in UTF-16 units, is not parsed: CloudFormation's own limit is 1 MB. */
export const longestText = 20 * 1024 * 1024;

/** Deeper nesting is not followed, so that no stack overflows. */
export const deepestNesting = 200;

/**
 * A longer list is not read: rules hand the answers about its items to a function as arguments, for which the stack has
 * room up to some more. CloudFormation's own limits are far below.
 */
export const longestList = 100_000;

/** What is said of a list that is longer. */
export const listTooLong = `the list has more than ${String(longestList)} items`;

/** A document whose aliases stand for more nodes than this is not read ("billion laughs"). */
const mostNodes = 1_000_000;

/** A problem with a place in a file; an empty span is widened to one character, so that there is something to see. */
export function problemAt(file: SourceFile, span: Span, code: ProblemCode, message: string): Problem {
  const end = Math.max(span.end, span.start + 1);
  return { file: file.path, range: file.rangeOf({ start: span.start, end }), message, code };
}

/** The problem of a text that is too long to be parsed. */
export function lengthProblem(file: SourceFile): Problem | undefined {
  if (file.text.length <= longestText) return undefined;
  return problemAt(file, { start: 0, end: 1 }, 'too-large', 'the file is longer than 20 million characters');
}

/** Whether a tree has too many nodes once each alias is replaced by what it stands for. Shared nodes are counted once and added up. */
export function isTooLarge(root: Node): boolean {
  const sizes = new Map<Node, number>();
  const sizeOf = (node: Node): number => {
    if (node.kind === 'scalar') return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
    const size = children.reduce((sum, child) => sum + sizeOf(child), 1);
    sizes.set(node, size);
    return size;
  };
  return sizeOf(root) > mostNodes;
}

/** A key that stands twice in a map. It is named, unless it is somebody's address. */
export function repeatedKeyAt(file: SourceFile, span: Span, key: string): Problem {
  return problemAt(file, span, 'duplicate-key', `the key ${mask(JSON.stringify(key))} is repeated`);
}

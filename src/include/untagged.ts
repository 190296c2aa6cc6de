import type { MapNode, Node, NodeEntry } from '../parse/node.js';
import type { Path } from '../text/place.js';
import type { SourceFile, Span } from '../text/source-file.js';
import { tagKey, type WrittenMap } from './tagged.js';

/** A file that took part, with its maps. */
export interface TaggedFile {
  readonly file: SourceFile;
  readonly maps: readonly WrittenMap[];
}

/** Where something was written, as far as that is known. */
interface Written {
  readonly file: SourceFile;
  readonly span: Span;
  readonly path: Path | undefined;
  /** What was written there. */
  readonly node?: Node;
}

/**
 * Turns what cfn-include made of tagged documents into nodes that stand where they were written: a map, and what it
 * holds, in its own file; what was computed, at the directive that computed it.
 *
 * @param files the documents by the numbers in the tags; the first is the template.
 */
export function untagged(value: unknown, files: readonly [TaggedFile, ...TaggedFile[]]): Node {
  const entriesOf = new WeakMap<MapNode, ReadonlyMap<string, NodeEntry>>();
  const [{ file }] = files;
  return nodeOf(value, { file, span: { start: 0, end: Math.min(1, file.text.length) }, path: undefined });

  function nodeOf(given: unknown, at: Written): Node {
    const { span, path } = at;
    const origin = { ...(at.file !== file && { file: at.file }), path, isGenerated: true as const };
    if (Array.isArray(given)) {
      const written = at.node?.kind === 'list' && at.node.items.length === given.length ? at.node.items : [];
      const items = given.map((item: unknown, key) =>
        nodeOf(item, { ...at, ...placed(written[key], { parent: path, key }, at) }),
      );
      return { kind: 'list', items, span, origin };
    }
    if (typeof given === 'object' && given !== null) return mapOf(given, at);
    if (given === null || given === undefined)
      return { kind: 'scalar', text: '', type: 'null', span, origin };
    const text = typeof given === 'string' ? withoutTags(given) : JSON.stringify(given);
    const type = typeof given === 'number' ? 'number' : typeof given === 'boolean' ? 'boolean' : 'string';
    return { kind: 'scalar', text, type, span, origin };
  }

  function mapOf(given: object, at: Written): Node {
    const all = Object.entries(given as Readonly<Record<string, unknown>>);
    const own = writtenMap(all.find(([key]) => key === tagKey)?.[1]) ?? at;
    const written = own.node?.kind === 'map' ? entriesIn(own.node) : undefined;
    const entries = all
      .filter(([key]) => key !== tagKey)
      .map(([key, value]): NodeEntry => {
        const entry = written?.get(key);
        const place = placed(entry?.value, { parent: own.path, key }, own);
        return { key, keySpan: entry?.keySpan ?? own.span, value: nodeOf(value, { ...own, ...place }) };
      });
    const origin = {
      ...(own.file !== file && { file: own.file }),
      path: own.path,
      isGenerated: true as const,
    };
    return { kind: 'map', entries, span: own.span, origin };
  }

  function writtenMap(tag: unknown): Written | undefined {
    const [, number, index] = /^(\d{1,6}):(\d{1,9})$/.exec(typeof tag === 'string' ? tag : '') ?? [];
    const from = files[Number(number)];
    const map = from?.maps[Number(index)];
    if (from === undefined || map === undefined) return undefined;
    return { file: from.file, span: map.node.span, path: map.path, node: map.node };
  }

  function entriesIn(node: MapNode): ReadonlyMap<string, NodeEntry> {
    let entries = entriesOf.get(node);
    if (entries === undefined) {
      entries = new Map(node.entries.map((entry) => [entry.key, entry]));
      entriesOf.set(node, entries);
    }
    return entries;
  }
}

/** The place of what is written, or, for what is not, of what it is in. */
function placed(
  node: Node | undefined,
  path: Path,
  around: Written,
): Pick<Written, 'span' | 'path' | 'node'> {
  return node === undefined ? { span: around.span, path: around.path } : { span: node.span, path, node };
}

/** `Fn::Stringify` writes the tags into texts. */
function withoutTags(text: string): string {
  return text.includes(tagKey)
    ? text.replace(/"__incident-lint__":"[\d:]*",?/g, '').replaceAll(',}', '}')
    : text;
}

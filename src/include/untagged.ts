import type { Node, NodeEntry } from '../parse/node.js';
import type { Path } from '../text/place.js';
import type { SourceFile, Span } from '../text/source-file.js';
import { tagKey, type WrittenMap } from './tagged.js';

/** A file that took part, with its maps. */
export interface TaggedFile {
  readonly file: SourceFile;
  readonly maps: readonly WrittenMap[];
}

const tag = new RegExp(`^${tagKey}(\\d{1,6}):(\\d{1,9})$`);

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
    const written = all.flatMap(([key]) => writtenMap(key) ?? []);
    const own = written.at(-1) ?? at;
    const sources = sourcesOf(written);
    const entries = all
      .filter(([key]) => !key.startsWith(tagKey))
      .map(([key, item]): NodeEntry => {
        const { around, entry } = sourceOf(sources.get(key) ?? [], item) ?? {
          around: own,
          entry: undefined,
        };
        const place = placed(entry?.value, { parent: around.path, key }, around);
        const value = nodeOf(item, { ...around, ...place });
        // A key has to stand in the file of its value.
        const isHere = (value.origin?.file ?? file) === around.file;
        return { key, keySpan: isHere ? (entry?.keySpan ?? around.span) : value.span, value };
      });
    const origin = {
      ...(own.file !== file && { file: own.file }),
      path: own.path,
      isGenerated: true as const,
    };
    return { kind: 'map', entries, span: own.span, origin };
  }

  function writtenMap(key: string): Written | undefined {
    const [, number, index] = tag.exec(key) ?? [];
    const from = files[Number(number)];
    const map = from?.maps[Number(index)];
    if (from === undefined || map === undefined) return undefined;
    return { file: from.file, span: map.node.span, path: map.path, node: map.node };
  }
}

/** An entry, and the map that it was written in. */
interface Source {
  readonly around: Written;
  readonly entry: NodeEntry;
}

/** The entries of the maps that one was merged from, by their keys. */
function sourcesOf(maps: readonly Written[]): ReadonlyMap<string, readonly Source[]> {
  const sources = new Map<string, Source[]>();
  for (const around of maps)
    for (const entry of around.node?.kind === 'map' ? around.node.entries : []) {
      const same = sources.get(entry.key);
      if (same === undefined) sources.set(entry.key, [{ around, entry }]);
      else same.push({ around, entry });
    }
  return sources;
}

/** Which of them brought a value: the last one, with that text if it is a text. */
function sourceOf(sources: readonly Source[], value: unknown): Source | undefined {
  const same = sources.filter(({ entry }) => entry.value.kind === 'scalar' && entry.value.text === value);
  return same.at(-1) ?? sources.at(-1);
}

/** The place of what is written, or, for what is not, of what it is in. */
function placed(
  node: Node | undefined,
  path: Path,
  around: Written,
): Pick<Written, 'span' | 'path' | 'node'> {
  return node === undefined ? { span: around.span, path: around.path } : { span: node.span, path, node };
}

/** A tag in JSON; JSON in JSON has its quotes escaped, five times at the most. */
const quote = String.raw`\\{0,31}"`;
const tagInText = String.raw`${quote}${tagKey}[\d:]{3,16}${quote}:${quote}${quote}`;
const tagsInText = new RegExp(`,?${tagInText}(?=\\})|${tagInText},?`, 'g');

/** `Fn::Stringify` writes the tags into texts. */
function withoutTags(text: string): string {
  return text.includes(tagKey) ? text.replace(tagsInText, '') : text;
}

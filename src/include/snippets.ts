import { realpathSync } from 'node:fs';
import path from 'node:path';
import { macro, withLongTransform } from '../dialect/cloudformation/transforms.js';
import { child } from '../parse/child.js';
import type { Document } from '../parse/document.js';
import {
  withEntries,
  withItems,
  withOrigin,
  withValue,
  type MapNode,
  type Node,
  type NodeEntry,
  type ScalarNode,
} from '../parse/node.js';
import type { Problem } from '../report/problem.js';
import type { Path } from '../text/place.js';
import { SourceFile } from '../text/source-file.js';
import { parseIncluded } from './parse-included.js';
import { Refusal, Sandbox } from './sandbox.js';

/** What inserting needs to know of the surroundings. */
export interface SnippetOptions {
  /** Where the template lies; absolute. */
  readonly absolute: string;
  /** The folder that no include leaves; absolute. */
  readonly root: string;
  /** A file's name in reports. */
  readonly nameOf: (absolute: string) => string;
}

/** So many nodes all includes of a template bring. */
const mostNodes = 300_000;

/**
 * Inserts what `AWS::Include` takes from files beside the template, before `aws cloudformation package` uploads them (AWS
 * CLI reference, "package"). What is inserted stands in its own file. Other locations, such as `s3://…`, are left for
 * deployment. A file that is refused, missing or malformed is a problem at the line that asks for it, and the rest of the
 * template is read.
 */
export function insertSnippets(document: Document, options: SnippetOptions): Document {
  const { root } = document;
  if (root?.kind !== 'map') return document;
  const snippets = new Snippets(document.file, { ...options, root: realpathSync(options.root) });
  const inserted = snippets.root(root);
  if (inserted === root && snippets.problems.length === 0) return document;
  return {
    ...document,
    root: inserted,
    problems: [...document.problems, ...snippets.problems],
    included: [...(document.included ?? []), ...snippets.files],
  };
}

interface Snippet {
  readonly entries: readonly NodeEntry[];
  readonly nodes: number;
}

class Snippets {
  readonly problems: Problem[] = [];
  readonly files: SourceFile[] = [];
  readonly #sandbox: Sandbox;
  readonly #known = new Map<string, Snippet | undefined>();
  #nodes = 0;

  constructor(
    private readonly file: SourceFile,
    private readonly options: SnippetOptions,
  ) {
    this.#sandbox = new Sandbox({ root: options.root, environment: {} });
  }

  /** The whole template, whose own include stands among its transforms. */
  root(root: MapNode): MapNode {
    const transform = root.entries.find(({ key }) => key === 'Transform');
    const written = transform?.value;
    const all = written?.kind === 'list' ? written.items : written === undefined ? [] : [written];
    const brought: NodeEntry[] = [];
    const others = all.filter((one) => {
      const snippet = this.snippetOf(one);
      if (snippet !== undefined) brought.push(...snippet.entries);
      return snippet === undefined;
    });
    const inside = this.map(root);
    if (others.length === all.length) return inside;
    const kept = inside.entries.flatMap((entry): NodeEntry[] => {
      if (entry.key !== 'Transform') return [entry];
      const { span } = entry.value;
      return others.length === 0 ? [] : [withValue(entry, { kind: 'list', items: others, span })];
    });
    return withEntries(root, sectionsOf([...kept, ...brought]));
  }

  private node(written: Node): Node {
    const node = withLongTransform(written);
    if (node.kind === 'map') {
      const map = this.map(node);
      return map === node ? written : map;
    }
    if (node.kind === 'scalar') return written;
    const items = node.items.map((item) => this.node(item));
    return items.some((item, index) => item !== node.items[index]) ? withItems(node, items) : node;
  }

  private map(map: MapNode): MapNode {
    const entries = map.entries.map((entry) => {
      const value = this.node(entry.value);
      return value === entry.value ? entry : withValue(entry, value);
    });
    const snippet = this.snippetOf(child(map, macro));
    if (snippet !== undefined) {
      const siblings = entries.filter(({ key }) => key !== macro);
      return withEntries(map, besides(siblings, snippet.entries));
    }
    return entries.some((entry, index) => entry !== map.entries[index]) ? withEntries(map, entries) : map;
  }

  /** What an include brings; undefined for what is none, and for what cannot be read. */
  private snippetOf(transform: Node | undefined): Snippet | undefined {
    const location = localLocation(transform);
    if (location === undefined) return undefined;
    const file = path.resolve(path.dirname(this.options.absolute), location.text);
    try {
      if (!this.#known.has(file)) this.#known.set(file, this.read(file));
      const snippet = this.#known.get(file);
      const wasFull = this.#nodes > mostNodes;
      this.#nodes += snippet?.nodes ?? 0;
      if (this.#nodes <= mostNodes) return snippet;
      if (!wasFull) this.refuse(location, 'the template includes more than is followed');
    } catch (error) {
      this.refuse(location, error instanceof Refusal ? error.message : 'the included file cannot be read');
    }
    return undefined;
  }

  private refuse({ span }: ScalarNode, message: string): void {
    const { file } = this;
    this.problems.push({ file: file.path, range: file.rangeOf(span), message, code: 'refused-include' });
  }

  private read(file: string): Snippet | undefined {
    const source = new SourceFile(this.options.nameOf(file), this.#sandbox.read(file));
    const { root, problems } = parseIncluded(source);
    this.problems.push(...problems);
    this.files.push(source);
    if (root === undefined) return undefined;
    if (root.kind !== 'map') throw new Refusal('the included file holds no object');
    let nodes = 0;
    const placed = (node: Node, at: Path | undefined): Node => {
      nodes += 1;
      const origin = { file: source, path: at };
      if (node.kind === 'scalar') return withOrigin(node, origin);
      if (node.kind === 'list')
        return withOrigin(
          withItems(
            node,
            node.items.map((item, key) => placed(item, { parent: at, key })),
          ),
          origin,
        );
      return withOrigin(withEntries(node, entriesOf(node, at)), origin);
    };
    const entriesOf = (map: MapNode, at: Path | undefined): NodeEntry[] =>
      map.entries.map((entry) => withValue(entry, placed(entry.value, { parent: at, key: entry.key })));
    return { entries: entriesOf(root, undefined), nodes };
  }
}

/** What stands beside an include counts more than what it brings. */
function besides(siblings: readonly NodeEntry[], brought: readonly NodeEntry[]): NodeEntry[] {
  const entries = new Map<string, NodeEntry>();
  for (const entry of [...siblings, ...brought]) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  return [...entries.values()];
}

/** Each section once, with what any of its parts declares. */
function sectionsOf(parts: readonly NodeEntry[]): NodeEntry[] {
  const sections = new Map<string, [NodeEntry, ...NodeEntry[]]>();
  for (const part of parts) {
    const same = sections.get(part.key);
    if (same === undefined) sections.set(part.key, [part]);
    else same.push(part);
  }
  return [...sections.values()].map(([first, ...others]) => {
    if (first.value.kind !== 'map' || others.length === 0) return first;
    const brought = others.flatMap(({ value }) => (value.kind === 'map' ? value.entries : []));
    return withValue(first, withEntries(first.value, besides(first.value.entries, brought)));
  });
}

/** The location of an `AWS::Include` that is a path. */
function localLocation(transform: Node | undefined): ScalarNode | undefined {
  const name = child(transform, 'Name');
  const location = child(child(transform, 'Parameters'), 'Location');
  if (name?.kind !== 'scalar' || name.text !== 'AWS::Include') return undefined;
  if (location?.kind !== 'scalar' || location.tag !== undefined) return undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(location.text) ? undefined : location;
}

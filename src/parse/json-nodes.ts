import type { Span } from '../text/source-file.js';
import { sort, type JsonTape } from './json-tape.js';
import type { ListNode, MapNode, Node, NodeEntry, ScalarNode } from './node.js';

/** The root of what is on a tape; undefined where there is nothing. */
export function nodeOnTape(tape: JsonTape): Node | undefined {
  return tape.isEmpty ? undefined : new JsonNodes(tape).at(0);
}

/** The nodes of values on a tape, made of those that somebody looks at. */
class JsonNodes {
  readonly #lists = new Map<number, ListNode>();
  readonly #maps = new Map<number, MapNode>();

  constructor(readonly tape: JsonTape) {}

  /** The node of a value; the same one each time, unless it is a scalar. */
  at(at: number): Node {
    switch (this.tape.sortAt(at)) {
      case sort.list:
        return kept(this.#lists, at, () => new TapedList(this, at));
      case sort.map:
        return kept(this.#maps, at, () => new TapedMap(this, at));
      default:
        return new TapedScalar(this, at);
    }
  }

  items(list: number): readonly Node[] {
    return this.tape.childrenOf(list).map((at) => this.at(at));
  }

  /** The last of several entries with one key counts, as in every JSON reader that takes them. */
  entries(map: number): readonly NodeEntry[] {
    const entries = this.tape.childrenOf(map).map((at) => new TapedEntry(this, at));
    if (!this.tape.isRepeating(map)) return entries;
    const byKey = new Map<string, NodeEntry>();
    for (const entry of entries) {
      byKey.delete(entry.key);
      byKey.set(entry.key, entry);
    }
    return [...byKey.values()];
  }
}

function kept<N>(nodes: Map<number, N>, at: number, make: () => N): N {
  let node = nodes.get(at);
  if (node === undefined) nodes.set(at, (node = make()));
  return node;
}

class Taped {
  constructor(
    protected readonly nodes: JsonNodes,
    protected readonly at: number,
  ) {}

  get span(): Span {
    return this.nodes.tape.spanAt(this.at);
  }
}

class TapedScalar extends Taped implements ScalarNode {
  readonly kind = 'scalar';

  get text(): string {
    return this.nodes.tape.textAt(this.at);
  }

  get type(): ScalarNode['type'] {
    const what = this.nodes.tape.sortAt(this.at);
    if (what === sort.number) return 'number';
    if (what === sort.boolean) return 'boolean';
    return what === sort.null ? 'null' : 'string';
  }
}

class TapedList extends Taped implements ListNode {
  readonly kind = 'list';
  #items: readonly Node[] | undefined;

  get items(): readonly Node[] {
    return (this.#items ??= this.nodes.items(this.at));
  }
}

class TapedMap extends Taped implements MapNode {
  readonly kind = 'map';
  #entries: readonly NodeEntry[] | undefined;

  get entries(): readonly NodeEntry[] {
    return (this.#entries ??= this.nodes.entries(this.at));
  }

  valueAt(key: string): Node | undefined {
    const found = this.nodes.tape.find(this.at, key);
    return found === undefined ? undefined : this.nodes.at(found);
  }
}

class TapedEntry implements NodeEntry {
  readonly key: string;

  constructor(
    private readonly nodes: JsonNodes,
    private readonly at: number,
  ) {
    this.key = nodes.tape.keyAt(at);
  }

  get keySpan(): Span {
    return this.nodes.tape.keySpanAt(this.at);
  }

  get value(): Node {
    return this.nodes.at(this.at);
  }
}

import { withEntries, withItems, withText, withValue, type Node, type NodeEntry } from '../../parse/node.js';

/** Loops make more than is followed. */
export class TooMuch extends Error {}

/** So many nodes and UTF-16 units the turns of one loop may make; nested loops multiply them. */
const mostNodes = 300_000;
const mostCharacters = 10_000_000;

/** How much was made since the last outermost loop. */
export class Spending {
  #nodes = 0;
  #characters = 0;

  add(nodes: number, characters: number): void {
    this.#nodes += nodes;
    this.#characters += characters;
    if (this.#nodes > mostNodes || this.#characters > mostCharacters) throw new TooMuch();
  }
}

/**
 * Puts an item in place of a loop's variable: `${Name}` in keys and texts, `&{Name}` with letters and digits only
 * (CloudFormation user guide, "Fn::ForEach": for parts of a logical ID), and a `Ref` to the name.
 */
export class Substitution {
  readonly #alphanumeric: string;

  constructor(
    private readonly name: string,
    private readonly item: string,
    private readonly spending: Spending,
  ) {
    this.#alphanumeric = item.replaceAll(/[^A-Za-z0-9]/g, '');
  }

  /** A text with the item in it. */
  text(text: string): string {
    if (!text.includes(`{${this.name}}`)) return text;
    const [whole, alphanumeric] = [text.split(`\${${this.name}}`), text.split(`&{${this.name}}`)];
    this.spending.add(0, text.length + (whole.length + alphanumeric.length) * this.item.length);
    return whole.map((part) => part.split(`&{${this.name}}`).join(this.#alphanumeric)).join(this.item);
  }

  /** A node with the item in it; the same node where the variable does not occur. */
  node(node: Node): Node {
    this.spending.add(1, 0);
    if (node.kind === 'scalar') {
      if (node.tag === '!Ref' && node.text === this.name) return this.itemAt(node);
      const text = node.type === 'string' ? this.text(node.text) : node.text;
      return text === node.text ? node : withText(node, text);
    }
    if (node.kind === 'list') {
      const items = node.items.map((item) => this.node(item));
      return items.some((item, index) => item !== node.items[index]) ? withItems(node, items) : node;
    }
    const [only, ...others] = node.entries;
    const isReference = others.length === 0 && only?.key === 'Ref' && only.value.kind === 'scalar';
    if (isReference && only.value.text === this.name) return this.itemAt(node);
    const entries = node.entries.map((entry) => this.entry(entry));
    return entries.some((entry, index) => entry !== node.entries[index]) ? withEntries(node, entries) : node;
  }

  private entry(entry: NodeEntry): NodeEntry {
    const [key, value] = [this.text(entry.key), this.node(entry.value)];
    return key === entry.key && value === entry.value ? entry : withValue(entry, value, key);
  }

  private itemAt({ span, origin }: Node): Node {
    return { kind: 'scalar', text: this.item, type: 'string', span, ...(origin && { origin }) };
  }
}

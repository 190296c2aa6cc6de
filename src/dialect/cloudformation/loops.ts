import {
  pathOf,
  withEntries,
  withItems,
  withOrigin,
  withValue,
  type ListNode,
  type MapNode,
  type Node,
  type NodeEntry,
} from '../../parse/node.js';
import type { Path } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { alternatives } from '../../value/select.js';
import type { Doubt } from '../../value/tri.js';
import type { Evaluator } from './evaluator.js';
import { Spending, Substitution, TooMuch } from './loop-variables.js';

/** A section has no more entries than this from loops; CloudFormation's own limit is 500 resources in a template. */
const mostEntries = 1_000;

/** Tells what is wrong with a loop: of the wrong form, or too large. */
export type ReportLoop = (entry: NodeEntry, code: 'wrong-type' | 'too-large', message: string) => void;

/** What a loop goes through. */
interface Collection {
  readonly items: readonly string[];
  readonly when: Assumptions;
}

/**
 * Unrolls `Fn::ForEach` (transform `AWS::LanguageExtensions`): in a section, and in the properties of its resources.
 * What a loop brings stands where it was written. A loop whose collection is not known is unrolled once, with its
 * variable unknown.
 */
export class Loops {
  /** The variables of loops whose collection is not known. */
  readonly variables = new Map<string, Doubt>();
  /** Why a section may have more entries than were unrolled. */
  isOpen: Doubt | undefined;
  readonly #when = new WeakMap<Node, Assumptions>();
  #resting: Assumptions = [];
  #entries = 0;
  #spending = new Spending();
  #isWithin = false;

  /**
   * @param evaluator evaluates the collections, from parameters and mappings.
   * @param isTransformed whether the template asks for the language extensions; without them a loop is a problem.
   */
  constructor(
    private readonly evaluator: Evaluator,
    private readonly isTransformed: boolean,
    private readonly report: ReportLoop,
  ) {}

  /** A section without loops. */
  unrolled(section: MapNode | undefined, name: string): MapNode | undefined {
    if (section === undefined) return undefined;
    this.#entries = 0;
    if (!this.isTransformed) return this.withoutLoops(section, name);
    return this.map(section, { parent: undefined, key: name }, true);
  }

  /** What the existence or the properties of an entry of a section rest on, such as the default of a collection. */
  whenOf(node: Node): Assumptions {
    return this.#when.get(node) ?? [];
  }

  private withoutLoops(section: MapNode, name: string): MapNode {
    const loops = section.entries.filter(({ key }) => isLoop(key));
    if (loops.length === 0) return section;
    const why = `Fn::ForEach needs the transform AWS::LanguageExtensions, so these ${name} are not checked`;
    for (const loop of loops) this.report(loop, 'wrong-type', why);
    return withEntries(
      section,
      section.entries.filter(({ key }) => !isLoop(key)),
    );
  }

  private map(map: MapNode, path: Path | undefined, isSection: boolean): MapNode {
    const entries = map.entries.flatMap((entry) =>
      isLoop(entry.key)
        ? this.guarded(entry, { parent: path, key: entry.key }, isSection)
        : this.entry(entry, path, isSection, []),
    );
    const isSame = entries.length === map.entries.length;
    return isSame && entries.every((entry, index) => entry === map.entries[index])
      ? map
      : withEntries(map, entries);
  }

  /** The outermost loop is left out whole where it is too large. */
  private guarded(entry: NodeEntry, path: Path, isSection: boolean): readonly NodeEntry[] {
    if (this.#isWithin) return this.loop(entry, path, isSection, []);
    this.#isWithin = true;
    this.#spending = new Spending();
    try {
      return this.loop(entry, path, isSection, []);
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      const why = `the loop ${entry.key} makes more than is followed (${String(mostEntries)} entries in a section)`;
      this.report(entry, 'too-large', `${why}, so what it makes is not checked`);
      this.isOpen ??= { why, settle: 'a smaller loop' };
      return [];
    } finally {
      this.#isWithin = false;
    }
  }

  private entry(
    entry: NodeEntry,
    path: Path | undefined,
    isSection: boolean,
    when: Assumptions,
  ): NodeEntry[] {
    if (isSection) this.#resting = when;
    const value = this.node(entry.value, { parent: path, key: entry.key });
    if (isSection && this.#resting.length > 0) this.#when.set(value, this.#resting);
    return [value === entry.value ? entry : withValue(entry, value)];
  }

  private node(node: Node, standsAt: Path | undefined): Node {
    const path = pathOf(node, standsAt);
    if (node.kind === 'map') return this.map(node, path, false);
    return node.kind === 'list' ? this.list(node, path) : node;
  }

  private list(list: ListNode, path: Path | undefined): Node {
    const items = list.items.map((item, index) => this.node(item, { parent: path, key: index }));
    return items.some((item, index) => item !== list.items[index]) ? withItems(list, items) : list;
  }

  private loop(entry: NodeEntry, path: Path, isSection: boolean, when: Assumptions): NodeEntry[] {
    const [variable, collection, body] = entry.value.kind === 'list' ? entry.value.items : [];
    if (variable?.kind !== 'scalar' || collection === undefined || body?.kind !== 'map') {
      this.report(entry, 'wrong-type', 'Fn::ForEach takes an identifier, a collection and an object');
      return [];
    }
    const at = pathOf(entry.value, path);
    const { items, when: rests } = this.collected(collection, { parent: at, key: 1 }, variable.text);
    this.#spending.add(items.length, 0);
    const both = combine(when, rests) ?? when;
    if (!isSection) this.#resting = combine(this.#resting, rests) ?? this.#resting;
    const bodyPath = pathOf(body, { parent: at, key: 2 });
    return items.flatMap((item) => {
      const substitution =
        item === undefined ? undefined : new Substitution(variable.text, item, this.#spending);
      return body.entries.flatMap((written) => this.turn(written, bodyPath, substitution, isSection, both));
    });
  }

  /** One entry of a loop's body in one of its turns. */
  private turn(
    written: NodeEntry,
    bodyPath: Path | undefined,
    substitution: Substitution | undefined,
    isSection: boolean,
    when: Assumptions,
  ): NodeEntry[] {
    this.#entries += 1;
    if (this.#entries > mostEntries) throw new TooMuch();
    const path: Path = { parent: bodyPath, key: written.key };
    const key = substitution?.text(written.key) ?? written.key;
    const value = substitution?.node(written.value) ?? written.value;
    const origin = { ...written.value.origin, path: pathOf(written.value, path) };
    const moved = withValue(written, withOrigin(value, origin), key);
    return isLoop(key)
      ? this.loop(moved, path, isSection, when)
      : this.entry(moved, bodyPath, isSection, when);
  }

  /** What a loop goes through; one unknown item where that is not known. */
  private collected(
    node: Node,
    path: Path,
    variable: string,
  ): { readonly items: readonly (string | undefined)[]; readonly when: Assumptions } {
    const found = this.collection(node, path);
    if (!('why' in found)) return found;
    this.variables.set(variable, found);
    return { items: [undefined], when: [] };
  }

  private collection(node: Node, path: Path): Collection | Doubt {
    const unknown: Doubt = {
      why: 'the collection of its loop is not known before deployment',
      settle: 'a literal collection, or --parameters FILE',
    };
    const [only, ...others] = alternatives(this.evaluator.evaluate(node, path));
    if (only?.value.kind !== 'list' || others.length > 0) return unknown;
    let { when } = only;
    const items: string[] = [];
    for (const item of only.value.items) {
      const [settled, ...more] = alternatives(item, when);
      if (settled?.value.kind !== 'text' || more.length > 0) return unknown;
      ({ when } = settled);
      items.push(settled.value.text);
    }
    return { items, when };
  }
}

/** Whether a key is that of a loop: `Fn::ForEach::Name`. */
export function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach');
}

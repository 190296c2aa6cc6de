import type { TSESTree } from '../../parse/typescript.js';
import { mask } from '../../text/mask.js';
import type { Path, Place } from '../../text/place.js';
import { printable } from '../../text/printable.js';
import type { SourceFile } from '../../text/source-file.js';
import type { Assumption } from '../../value/assumption.js';
import { mapSettled } from '../../value/select.js';
import { entryOf, placedAt, unknown, type Unknown, type Value } from '../../value/value.js';
import type { ReferenceReader } from '../strings.js';
import type { Bindings } from './bindings.js';
import { callValue, newValue } from './calls.js';
import { referenceTo, type Constructs } from './constructs.js';
import { conditionalValue, logicalValue } from './decisions.js';
import { listValue, objectValue } from './literals.js';
import { computed } from './maps.js';
import { memberValue } from './members.js';
import type { MethodCalls } from './method-calls.js';
import { resolve } from './resolve.js';
import { literalValue, sumValue, templateValue, textAt, unaryValue } from './scalars.js';
import { withoutType } from './unwrapped.js';

type Node = TSESTree.Node;

/** More nodes than this are not evaluated in one file: constants made of constants would double them step by step. */
const mostWork = 500_000;

/** What is nested deeper, in the text or by constants, is not followed. */
const deepest = 200;

/** As much of an expression is shown where it is named, in UTF-16 units. */
const longestName = 60;

/** Every text that an expression can have by its type; empty where that is not known. */
export type TextsOf = (node: Node) => readonly string[];

/** Where the value of an expression stands. */
export interface Spot {
  readonly path: Path | undefined;
  readonly place: Place;
  /** The place once more, where a name led from there to the expression. */
  readonly at: Place | undefined;
}

/** Evaluates the expressions of one file; what only a run of the program would tell is unknown, with its reason. */
export class Evaluator implements ReferenceReader {
  #work = 0;
  readonly #underWay = new Set<Node>();
  /** Every `new PolicyStatement` whose value was asked for, and so is part of some policy. */
  readonly usedStatements = new Set<Node>();

  constructor(
    readonly file: SourceFile,
    readonly bindings: Bindings,
    readonly constructs: Constructs,
    readonly calls: MethodCalls,
    private readonly textsOf?: TextsOf,
  ) {}

  /**
   * The value of an expression.
   *
   * @param path the keys under which the value stands in its resource.
   * @param at where the value is used, when a name leads from there to the expression.
   */
  evaluate(written: Node, path: Path | undefined, at?: Place): Value {
    const node = withoutType(written);
    const place = at ?? this.placeOf(node, path);
    if (!this.spend(1) || this.#underWay.size > deepest)
      return unknown(place, 'the value', 'the file holds more than is followed', 'a smaller file');
    if (this.#underWay.has(node))
      return unknown(place, this.nameOf(node), 'it refers to itself', 'a definition that ends');
    this.#underWay.add(node);
    try {
      const value = this.evaluated(node, { path, place, at });
      return value.kind === 'unknown' ? (this.typed(node, place) ?? value) : value;
    } finally {
      this.#underWay.delete(node);
    }
  }

  /** Counts steps of work; false when there were too many. */
  spend(steps: number): boolean {
    this.#work += steps;
    return this.#work <= mostWork;
  }

  placeOf(node: Node, path: Path | undefined): Place {
    return { file: this.file, span: { start: node.range[0], end: node.range[1] }, path };
  }

  /** A value that only a run of the program tells. */
  unknownAt(node: Node, place: Place): Unknown {
    return computed(this.nameOf(node), place);
  }

  /** An expression as it is written, shortened, and fit to be shown. */
  nameOf(node: Node): string {
    const [start, end] = node.range;
    const text = mask(this.file.text.slice(start, Math.min(end, start + longestName))).replace(/\s+/g, ' ');
    return printable(end - start > longestName ? `${text}…` : text);
  }

  /** What a map holds under a key that a program asks for. */
  entry(owner: Value, key: string, node: Node, place: Place): Value {
    return mapSettled(owner, place, (settled) => {
      if (settled.kind === 'unknown') return { ...settled, place };
      if (settled.kind !== 'map') return this.unknownAt(node, place);
      const held = entryOf(settled, key)?.value ?? settled.rest;
      return held === undefined ? { kind: 'absent', place } : placedAt(held, place);
    });
  }

  /** What a test decides by being true or false; a negation is the same test. */
  assumption(test: Node, holds: boolean): Assumption {
    const node = withoutType(test);
    if (node.type === 'UnaryExpression' && node.operator === '!')
      return this.assumption(node.argument, !holds);
    return { kind: 'condition', scope: this.file, name: this.nameOf(node), holds };
  }

  /** Attributes of constructs are names and ARNs that AWS gives. */
  isOpaque(): boolean {
    return false;
  }

  /** What the type of an expression tells of it. */
  private typed(node: Node, place: Place): Value | undefined {
    const texts = this.textsOf?.(node) ?? [];
    const [text, ...others] = texts;
    if (text === undefined) return undefined;
    if (others.length > 0) return { kind: 'one-of', texts, source: this.nameOf(node), place };
    return textAt(text, place, text === 'true' || text === 'false' ? 'boolean' : 'string');
  }

  private evaluated(node: Node, spot: Spot): Value {
    const { path, place, at } = spot;
    switch (node.type) {
      case 'Literal':
        return literalValue(this, node, spot);
      case 'TemplateLiteral':
        return templateValue(this, node, spot);
      case 'BinaryExpression':
        return sumValue(this, node, spot);
      case 'UnaryExpression':
        return unaryValue(this, node, spot);
      case 'ConditionalExpression':
        return conditionalValue(this, node, spot);
      case 'LogicalExpression':
        return logicalValue(this, node, spot);
      case 'ArrayExpression':
        return listValue(this, node, path, at);
      case 'ObjectExpression':
        return objectValue(this, node, path, at);
      case 'Identifier':
        return this.identifier(node, path, place);
      case 'MemberExpression':
        return memberValue(this, node, path, place);
      case 'NewExpression':
        return newValue(this, node, path, place);
      case 'CallExpression':
        return callValue(this, node, path, place);
      default:
        return this.unknownAt(node, place);
    }
  }

  private identifier(node: TSESTree.Identifier, path: Path | undefined, place: Place): Value {
    if (node.name === 'undefined') return { kind: 'absent', place };
    const target = resolve(this.bindings, node);
    if (target.node === node) return this.unknownAt(node, place);
    const construct = this.constructs.at(target.node);
    if (construct !== undefined) return referenceTo(construct, this.file, place);
    const value = this.evaluate(target.node, path, place);
    return target.keys.reduce((owner: Value, key) => this.entry(owner, key, node, place), value);
  }
}

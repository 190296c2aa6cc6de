import type { Node } from '../../parse/node.js';
import type { Path } from '../../text/place.js';
import type { Assumption } from '../../value/assumption.js';
import { callOf, type Call } from './call.js';
import { child, type Evaluator } from './evaluator.js';

/**
 * The conditions of a template. They are not solved: one is decided only when literals decide it, and otherwise two
 * names are the same assumption only where one is plainly the other or its negation.
 */
export class Conditions {
  readonly #decided = new Map<string, boolean | undefined>();
  /** Several conditions may use one another in a circle; CloudFormation refuses that, so the circle is left undecided. */
  readonly #underWay = new Set<string>();

  constructor(private readonly evaluator: Evaluator) {}

  /** What a named condition's truth or falsity assumes; `true` or `false` where literals decide it. */
  assume(name: string, holds: boolean): Assumption | boolean {
    const decided = this.decide(name);
    if (decided !== undefined) return decided === holds;
    const root = this.root(name, holds);
    return { kind: 'condition', scope: this.evaluator.file, ...root };
  }

  private decide(name: string): boolean | undefined {
    if (this.#decided.has(name) || this.#underWay.has(name)) return this.#decided.get(name);
    const definition = this.definition(name);
    if (definition === undefined) return undefined;
    this.#underWay.add(name);
    const decided = this.truth(definition, this.pathOf(name));
    this.#underWay.delete(name);
    this.#decided.set(name, decided);
    return decided;
  }

  private truth(node: Node, path: Path | undefined): boolean | undefined {
    const call = callOf(node, path) ?? conditionCall(node, path);
    if (call === undefined) return undefined;
    const operands = call.argument.kind === 'list' ? call.argument.items : [call.argument];
    const isLogical = call.name === 'Fn::Not' || call.name === 'Fn::And' || call.name === 'Fn::Or';
    const truths = isLogical
      ? operands.map((operand, index) => this.truth(operand, { parent: call.path, key: index }))
      : [];
    switch (call.name) {
      case 'Condition':
        return call.argument.kind === 'scalar' ? this.decide(call.argument.text) : undefined;
      case 'Fn::Equals':
        return this.equal(operands, call);
      case 'Fn::Not':
        return truths[0] === undefined ? undefined : !truths[0];
      case 'Fn::And':
        return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
      case 'Fn::Or':
        return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
      default:
        return undefined;
    }
  }

  /** A default is an assumption, not a literal, so it decides nothing. */
  private equal(operands: readonly Node[], call: Call): boolean | undefined {
    const [left, right] = operands.map((operand, index) =>
      this.evaluator.evaluate(operand, { parent: call.path, key: index }),
    );
    if (left?.kind !== 'text' || right?.kind !== 'text') return undefined;
    return left.text === right.text;
  }

  /** Follows `{Condition: Other}` and `Fn::Not: [{Condition: Other}]` to the condition that they rest on. */
  private root(name: string, holds: boolean): { name: string; holds: boolean } {
    const seen = new Set<string>();
    let current = { name, holds };
    while (!seen.has(current.name)) {
      seen.add(current.name);
      const next = this.step(current);
      if (next === undefined) break;
      current = next;
    }
    return current;
  }

  private step({
    name,
    holds,
  }: {
    name: string;
    holds: boolean;
  }): { name: string; holds: boolean } | undefined {
    let node = this.definition(name);
    let truth = holds;
    for (;;) {
      if (node === undefined) return undefined;
      const call = callOf(node, undefined) ?? conditionCall(node, undefined);
      if (call?.name === 'Condition' && call.argument.kind === 'scalar')
        return { name: call.argument.text, holds: truth };
      if (call?.name !== 'Fn::Not') return undefined;
      node = call.argument.kind === 'list' ? call.argument.items[0] : call.argument;
      truth = !truth;
    }
  }

  private definition(name: string): Node | undefined {
    return child(this.evaluator.sections.conditions, name);
  }

  private pathOf(name: string): Path {
    return { parent: { parent: undefined, key: 'Conditions' }, key: name };
  }
}

/** `{Condition: Name}` is a call only among conditions; elsewhere it is a key like any other. */
function conditionCall(node: Node, path: Path | undefined): Call | undefined {
  const argument = node.kind === 'map' && node.entries.length === 1 ? child(node, 'Condition') : undefined;
  return argument === undefined
    ? undefined
    : { name: 'Condition', argument, path: { parent: path, key: 'Condition' } };
}

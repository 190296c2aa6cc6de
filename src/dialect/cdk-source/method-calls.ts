import type { TSESTree } from '../../parse/typescript.js';
import { propertyName, type Bindings } from './bindings.js';
import { resolve } from './resolve.js';

type Node = TSESTree.Node;

/** A call of a method that changes what a construct, a statement or a policy is. */
export interface MethodCall {
  readonly node: TSESTree.CallExpression;
  readonly method: string;
  /** The properties on the way from the object to the method: `role.assumeRolePolicy.addStatements(…)`. */
  readonly keys: readonly string[];
}

const changing = /^(?:add|attach|grant|logAll)[A-Z]/;

/** The calls of methods that change objects, by the `new` that made the object. */
export class MethodCalls {
  readonly #byObject = new Map<Node, MethodCall[]>();

  constructor(called: readonly TSESTree.CallExpression[], bindings: Bindings) {
    for (const node of called) {
      if (node.callee.type !== 'MemberExpression') continue;
      const method = propertyName(node.callee);
      if (method === undefined || !changing.test(method)) continue;
      const { node: object, keys } = resolve(bindings, node.callee.object);
      const same = this.#byObject.get(object);
      if (same === undefined) this.#byObject.set(object, [{ node, method, keys }]);
      else same.push({ node, method, keys });
    }
  }

  /** The calls on an object in the order of the text. */
  on(object: Node, ...methods: readonly string[]): readonly MethodCall[] {
    const calls = this.#byObject.get(object) ?? [];
    return methods.length === 0 ? calls : calls.filter(({ method }) => methods.includes(method));
  }

  /** Every call of some methods. */
  of(...methods: readonly string[]): readonly (MethodCall & { readonly object: Node })[] {
    return [...this.#byObject].flatMap(([object, calls]) =>
      calls.filter(({ method }) => methods.includes(method)).map((call) => ({ ...call, object })),
    );
  }
}

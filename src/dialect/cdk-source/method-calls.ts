import type { TSESTree } from '../../parse/typescript.js';
import type { Bindings } from './bindings.js';
import { propertyName } from './property-name.js';
import { resolve } from './resolve.js';
import type { Survey } from './survey.js';
import { withoutType } from './unwrapped.js';

type Node = TSESTree.Node;

/** A call of a method that changes what a construct, a statement or a policy is. */
export interface MethodCall {
  readonly node: TSESTree.CallExpression;
  readonly method: string;
  /** The properties on the way from the object to the method: `role.assumeRolePolicy.addStatements(…)`. */
  readonly keys: readonly string[];
}

/** A property of an object that gets a value later: `channel.deferActivation = true`. */
export interface Assignment {
  readonly node: TSESTree.AssignmentExpression;
  readonly keys: readonly string[];
  /** Whether the variable holds other objects, too, so that it is not said whose property it is. */
  readonly isVague: boolean;
}

/** `copy` makes another statement of one. */
const changing = /^(?:grant$|copy$|(?:add|attach|grant|logAll)[A-Z])/;

/** `topic.grants.publish(…)` is what `topic.grantPublish(…)` was before. */
function granting(method: string | undefined): string | undefined {
  if (method === undefined) return undefined;
  return method === 'actions' ? 'grant' : `grant${method.slice(0, 1).toUpperCase()}${method.slice(1)}`;
}

/** The calls of methods that change objects, and the assignments to their properties, by the `new` that made the object. */
export class MethodCalls {
  readonly #byObject = new Map<Node, MethodCall[]>();
  readonly #assignments = new Map<Node, Assignment[]>();

  constructor({ called, assigned }: Pick<Survey, 'called' | 'assigned'>, bindings: Bindings) {
    for (const node of assigned) {
      const { left } = node;
      if (left.type !== 'MemberExpression' || left.object.type === 'ThisExpression') continue;
      const name = propertyName(left);
      const { node: object, keys } = resolve(bindings, left.object);
      if (name === undefined) continue;
      const objects = object.type === 'NewExpression' ? [object] : bindings.valuesOf(object);
      for (const one of objects) {
        const assignment = { node, keys: [...keys, name], isVague: one !== object };
        const same = this.#assignments.get(one);
        if (same === undefined) this.#assignments.set(one, [assignment]);
        else same.push(assignment);
      }
    }
    for (const node of called) {
      if (node.callee.type !== 'MemberExpression') continue;
      const written = propertyName(node.callee);
      const owner = withoutType(node.callee.object);
      const isGrant = owner.type === 'MemberExpression' && propertyName(owner) === 'grants';
      const method = isGrant ? granting(written) : written;
      if (method === undefined || !changing.test(method)) continue;
      const { node: object, keys } = resolve(bindings, isGrant ? owner.object : owner);
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

  /** The assignments to properties of an object in the order of the text. */
  assignmentsTo(object: Node): readonly Assignment[] {
    return this.#assignments.get(object) ?? [];
  }

  /** Every call of some methods. */
  of(...methods: readonly string[]): readonly (MethodCall & { readonly object: Node })[] {
    return [...this.#byObject].flatMap(([object, calls]) =>
      calls.filter(({ method }) => methods.includes(method)).map((call) => ({ ...call, object })),
    );
  }
}

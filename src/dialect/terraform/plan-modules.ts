import { enter, entriesOf, itemsOf, textOf, type Located } from './located.js';
import { moduleStepsOf } from './traversal.js';
import type { Node } from '../../parse/node.js';

/** An instance of a module, with what a plan says of its configuration. */
export interface ModuleScope {
  /** `module.a["x"]`; empty for the root. */
  readonly address: string;
  /** The module's own index. */
  readonly key: string;
  readonly configuration: Located | undefined;
  /** The block that calls it; undefined for the root. */
  readonly call: Located | undefined;
  readonly parent: ModuleScope | undefined;
}

/** The part `configuration` of a plan: what every module declares, expressions and all. */
export class PlanModules {
  readonly #root: ModuleScope;
  readonly #scopes = new Map<string, ModuleScope>();
  readonly #resources = new WeakMap<Node, Map<string, Located>>();

  constructor(root: Located | undefined) {
    this.#root = { address: '', key: '', configuration: root, call: undefined, parent: undefined };
  }

  /** The module at an address. */
  scopeOf(address: string): ModuleScope {
    let scope = this.#scopes.get(address);
    if (scope === undefined) {
      scope = moduleStepsOf(address).reduce(
        (parent, { name, key }) => this.inner(parent, name, key),
        this.#root,
      );
      this.#scopes.set(address, scope);
    }
    return scope;
  }

  /** The module that a module calls by a name. */
  inner(parent: ModuleScope, name: string, key: string): ModuleScope {
    const call = enter(parent.configuration, 'module_calls', name);
    const address = `${parent.address === '' ? '' : `${parent.address}.`}module.${name}${key}`;
    return { address, key, configuration: enter(call, 'module'), call, parent };
  }

  /** What a module declares under `aws_sns_topic.t` or `data.aws_iam_policy_document.d`. */
  declaration({ configuration }: ModuleScope, address: string): Located | undefined {
    if (configuration === undefined) return undefined;
    let byAddress = this.#resources.get(configuration.node);
    if (byAddress === undefined) {
      byAddress = new Map(
        itemsOf(enter(configuration, 'resources')).map((resource) => [
          textOf(enter(resource, 'address')) ?? '',
          resource,
        ]),
      );
      this.#resources.set(configuration.node, byAddress);
    }
    return byAddress.get(address);
  }
}

/** The references of an expression in their order, each with where it is written. */
export function referencesOf(expression: Located | undefined): Map<string, Located> {
  return new Map(
    itemsOf(enter(expression, 'references')).flatMap((reference) => {
      const text = textOf(reference);
      return text === undefined ? [] : [[text, reference]];
    }),
  );
}

/** Whether a node of `expressions` stands for an argument, and not for a block. */
export function isExpression(from: Located): boolean {
  if (from.node.kind !== 'map') return false;
  const keys = [...entriesOf(from).keys()];
  return keys.every((key) => key === 'references' || key === 'constant_value');
}

import type { TSESLint, TSESTree } from '../../parse/typescript.js';
import { memberName, moduleName } from './module-name.js';
import { withoutType } from './unwrapped.js';

type Node = TSESTree.Node;

/** What is read of a file: what its parser made of it. */
export type SourceCode = Pick<TSESLint.SourceCode, 'ast' | 'text' | 'scopeManager' | 'visitorKeys'>;

/** An expression, and the keys that lead from its value to the wanted one. */
export interface Origin {
  readonly node: Node;
  readonly keys: readonly string[];
}

/** Names that are defined by names, beyond this number, are not followed. */
const mostSteps = 100;

/** Which variables a file's identifiers mean, and what is known of them. */
export class Bindings {
  readonly #variables = new Map<Node, TSESLint.Scope.Variable>();
  /** What classes assign to their own properties, by class and name; several assignments leave nothing known. */
  readonly #properties = new Map<Node, Map<string, Node | undefined>>();
  /** The properties whose value is changed in place somewhere. */
  readonly #changed = new Map<Node, Set<string>>();
  readonly #constants = new Map<TSESLint.Scope.Variable, Origin | undefined>();

  constructor({ scopeManager }: Pick<SourceCode, 'scopeManager'>) {
    for (const { references } of scopeManager?.scopes ?? [])
      for (const { identifier, resolved } of references)
        if (resolved !== null) this.#variables.set(identifier, resolved);
  }

  /** Notes that a class assigns a property of its own. */
  assign(owner: Node, name: string, value: Node | undefined): void {
    let properties = this.#properties.get(owner);
    if (properties === undefined)
      this.#properties.set(owner, (properties = new Map<string, Node | undefined>()));
    properties.set(name, properties.has(name) ? undefined : value);
  }

  /** Notes that what a class has in a property of its own is changed in place. */
  change(owner: Node, name: string): void {
    const names = this.#changed.get(owner);
    if (names === undefined) this.#changed.set(owner, new Set([name]));
    else names.add(name);
  }

  /** What an identifier, or a property of the own class, is set to once and for all; undefined where that is not known. */
  originOf(node: Node): Origin | undefined {
    if (node.type === 'Identifier') {
      const variable = this.#variables.get(node);
      if (variable === undefined) return undefined;
      if (!this.#constants.has(variable)) this.#constants.set(variable, constantOf(variable));
      return this.#constants.get(variable);
    }
    if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
    const name = propertyName(node);
    const owner = classAround(node);
    if (name === undefined || owner === undefined) return undefined;
    const value = this.#properties.get(owner)?.get(name);
    if (value === undefined || (isData(value) && this.#changed.get(owner)?.has(name) === true))
      return undefined;
    return { node: value, keys: [] };
  }

  /** The full name of what an expression means, where that is one of CDK's: `aws-iam.Effect.ALLOW`. */
  nameOf(node: Node, steps = 0): string | undefined {
    if (steps > mostSteps) return undefined;
    if (node.type === 'CallExpression') return requiredModule(node);
    if (node.type === 'TSQualifiedName') {
      const owner = this.nameOf(node.left, steps + 1);
      return owner && memberName(owner, node.right.name);
    }
    if (node.type === 'MemberExpression') {
      const owner = this.nameOf(node.object, steps + 1);
      const member = propertyName(node);
      return owner === undefined || member === undefined ? undefined : memberName(owner, member);
    }
    if (node.type !== 'Identifier') return undefined;
    const imported = this.importedName(node, steps);
    if (imported !== undefined) return imported;
    const origin = this.originOf(node);
    const owner = origin && this.nameOf(origin.node, steps + 1);
    return owner && origin.keys.reduce(memberName, owner);
  }

  private importedName(identifier: TSESTree.Identifier, steps: number): string | undefined {
    const node = this.#variables.get(identifier)?.defs[0]?.node;
    switch (node?.type) {
      case 'ImportNamespaceSpecifier':
      case 'ImportDefaultSpecifier':
        return moduleOf(node);
      case 'ImportSpecifier': {
        const owner = moduleOf(node);
        const { imported } = node;
        const member = imported.type === 'Identifier' ? imported.name : imported.value;
        return owner && memberName(owner, member);
      }
      case 'TSImportEqualsDeclaration': {
        const { moduleReference } = node;
        if (moduleReference.type === 'TSExternalModuleReference')
          return literalModule(moduleReference.expression);
        return this.nameOf(moduleReference, steps + 1);
      }
      default:
        return undefined;
    }
  }
}

/** What a variable that is written once is initialised with. */
function constantOf({ defs, references }: TSESLint.Scope.Variable): Origin | undefined {
  const [definition, ...others] = defs;
  if (definition?.node.type !== 'VariableDeclarator' || others.length > 0) return undefined;
  const { init, id } = definition.node;
  const keys = routeTo(definition.name, id);
  if (init === null || keys === undefined) return undefined;
  const isConstant = references.every(
    (reference) =>
      (!reference.isWrite() || reference.init === true) && !(isData(init) && isMutated(reference.identifier)),
  );
  return isConstant ? { node: init, keys } : undefined;
}

/** Whether an expression is an array or an object that may be changed in place. */
function isData(node: Node): boolean {
  const { type } = withoutType(node);
  return type === 'ArrayExpression' || type === 'ObjectExpression';
}

/** Whether a method changes the array that it is called on. */
export function isMutator(method: string | undefined): boolean {
  return method !== undefined && mutators.has(method);
}

const mutators = new Set([
  'push',
  'unshift',
  'splice',
  'pop',
  'shift',
  'reverse',
  'sort',
  'fill',
  'copyWithin',
]);

/** Whether an array or an object is changed at a place where it is named. */
function isMutated(identifier: Node): boolean {
  const { parent } = identifier;
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier)
    return parent?.type === 'CallExpression' && parent.arguments[0] === identifier && isAssign(parent);
  const around = parent.parent;
  if (around.type === 'AssignmentExpression') return around.left === parent;
  if (around.type === 'UnaryExpression') return around.operator === 'delete';
  if (around.type !== 'CallExpression' || around.callee !== parent) return false;
  return isMutator(propertyName(parent));
}

/** `Object.assign(target, …)` */
function isAssign({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && propertyName(callee) === 'assign';
}

/** The name of a property that is written as it is: `a.b` or `a['b']`. */
export function propertyName({ property, computed }: TSESTree.MemberExpression): string | undefined {
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

/** The class that `this` means at a node. */
export function classAround(node: Node): TSESTree.ClassBody | undefined {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (around.type === 'Program') return undefined;
    if (around.type === 'ClassBody') return around;
    const isOwner = around.type === 'FunctionDeclaration' || around.type === 'FunctionExpression';
    // A method is a function expression; another function has a `this` of its own.
    if (isOwner && around.parent.type !== 'MethodDefinition') return undefined;
  }
  return undefined;
}

function moduleOf(specifier: TSESTree.ImportClause): string | undefined {
  return specifier.parent.type === 'ImportDeclaration' ? literalModule(specifier.parent.source) : undefined;
}

function requiredModule({ callee, arguments: [argument] }: TSESTree.CallExpression): string | undefined {
  return callee.type === 'Identifier' && callee.name === 'require' ? literalModule(argument) : undefined;
}

function literalModule(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? moduleName(node.value) : undefined;
}

/** The keys by which a pattern takes a name out of a value; undefined where it does so in another way. */
function routeTo(name: Node, pattern: Node): string[] | undefined {
  if (pattern === name) return [];
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.computed) continue;
    const { key, value } = property;
    const rest = routeTo(name, value);
    if (rest === undefined) continue;
    return [key.type === 'Identifier' ? key.name : String(key.value), ...rest];
  }
  return undefined;
}

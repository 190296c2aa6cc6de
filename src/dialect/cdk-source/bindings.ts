import type { TSESLint, TSESTree } from '../../parse/typescript.js';
import { memberName, moduleName } from './module-name.js';
import { constantMember } from './constant-members.js';
import { isData, isHollow, mayChange } from './mutations.js';
import { propertyName } from './property-name.js';

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

/** What a variable with more values holds at a place is not followed. */
const mostValues = 16;

/** Which variables a file's identifiers mean, and what is known of them. */
export class Bindings {
  readonly #variables = new Map<Node, TSESLint.Scope.Variable>();
  /** What classes assign to their own properties, by class and name; several assignments leave nothing known. */
  readonly #properties = new Map<Node, Map<string, Node | undefined>>();
  /** The properties whose value is changed in place somewhere. */
  readonly #changed = new Map<Node, Set<string>>();
  readonly #values = new Map<TSESLint.Scope.Variable, readonly Node[]>();
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
    if (node.type !== 'MemberExpression') return undefined;
    const name = propertyName(node);
    if (node.object.type === 'Identifier') {
      const definition = this.#variables.get(node.object)?.defs[0]?.node;
      const member = name === undefined ? undefined : constantMember(definition, name);
      return member && { node: member, keys: [] };
    }
    if (node.object.type !== 'ThisExpression') return undefined;
    const owner = classAround(node);
    if (name === undefined || owner === undefined) return undefined;
    const value = this.#properties.get(owner)?.get(name);
    if (value === undefined || isHollow(value)) return undefined;
    if (isData(value) && this.#changed.get(owner)?.has(name) === true) return undefined;
    return { node: value, keys: [] };
  }

  /** Everything that the variable of an identifier is ever set to; nothing where that is more than is followed. */
  valuesOf(node: Node): readonly Node[] {
    const variable = this.#variables.get(node);
    if (variable === undefined) return [];
    let values = this.#values.get(variable);
    if (values === undefined) {
      const written = variable.references.flatMap(({ writeExpr }) => writeExpr ?? []);
      this.#values.set(variable, (values = written.length > mostValues ? [] : written));
    }
    return values;
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
  const [canChange, hollow] = [isData(init), isHollow(init)];
  const isConstant = references.every(
    (reference) =>
      (!reference.isWrite() || reference.init === true) &&
      !(canChange && mayChange(reference.identifier, hollow)),
  );
  return isConstant ? { node: init, keys } : undefined;
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

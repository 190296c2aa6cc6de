import type { TSESTree } from '../../parse/typescript.js';
import { classAround, type Bindings, type SourceCode } from './bindings.js';
import { isMutator } from './mutations.js';
import { propertyName } from './property-name.js';
import { withoutType } from './unwrapped.js';

type Node = TSESTree.Node;

/** What a file holds that is read, in the order of the text. */
export interface Survey {
  /** Every `new`. */
  readonly created: readonly TSESTree.NewExpression[];
  /** Every call. */
  readonly called: readonly TSESTree.CallExpression[];
  /** Every assignment. */
  readonly assigned: readonly TSESTree.AssignmentExpression[];
}

/** Goes through a file once, and tells `bindings` what classes assign to their own properties. */
export function survey({ ast, visitorKeys }: SourceCode, bindings: Bindings): Survey {
  const created: TSESTree.NewExpression[] = [];
  const called: TSESTree.CallExpression[] = [];
  const assigned: TSESTree.AssignmentExpression[] = [];
  const waiting: Node[] = [ast];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'NewExpression') created.push(node);
    else if (node.type === 'CallExpression') {
      called.push(node);
      if (node.callee.type === 'MemberExpression') noteMutation(node.callee, bindings);
    } else if (node.type === 'PropertyDefinition') {
      if (node.key.type === 'Identifier' && node.value !== null)
        bindings.assign(node.parent, node.key.name, node.value);
    } else if (node.type === 'AssignmentExpression') {
      assigned.push(node);
      noteAssignment(node, bindings);
    }
    // One by one: a call takes no more arguments than fit on the stack, and a list may be longer.
    for (const child of childrenOf(node, visitorKeys).reverse()) waiting.push(child);
  }
  return { created, called, assigned };
}

function noteAssignment({ left, right, operator }: TSESTree.AssignmentExpression, bindings: Bindings): void {
  if (left.type !== 'MemberExpression') return;
  const own = ownProperty(left);
  if (own !== undefined) bindings.assign(own.owner, own.name, operator === '=' ? right : undefined);
  noteChange(left.object, bindings);
}

function noteMutation(callee: TSESTree.MemberExpression, bindings: Bindings): void {
  if (isMutator(propertyName(callee))) noteChange(callee.object, bindings);
}

/** What holds something that is changed is changed, too: `this.plan.targets.push(…)`. */
function noteChange(object: Node, bindings: Bindings): void {
  for (let node = withoutType(object); node.type === 'MemberExpression'; node = withoutType(node.object)) {
    const own = ownProperty(node);
    if (own !== undefined) bindings.change(own.owner, own.name);
  }
}

/** `this.name`, with the class that it is a property of. */
function ownProperty(node: Node): { readonly owner: Node; readonly name: string } | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
  const name = propertyName(node);
  const owner = classAround(node);
  return name === undefined || owner === undefined ? undefined : { owner, name };
}

function childrenOf(node: Node, visitorKeys: SourceCode['visitorKeys']): Node[] {
  // The keys of a node's type name its children, which are nodes, lists of nodes, or nothing.
  const held = node as unknown as Readonly<
    Record<string, Node | readonly (Node | null)[] | null | undefined>
  >;
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => held[key] ?? [])
    .filter((child): child is Node => child !== null);
}

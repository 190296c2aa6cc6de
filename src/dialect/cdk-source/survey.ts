import type { TSESTree } from '../../parse/typescript.js';
import { classAround, propertyName, type Bindings, type SourceCode } from './bindings.js';

type Node = TSESTree.Node;

/** What a file holds that is read, in the order of the text. */
export interface Survey {
  /** Every `new`. */
  readonly created: readonly TSESTree.NewExpression[];
  /** Every call. */
  readonly called: readonly TSESTree.CallExpression[];
}

/** Goes through a file once, and tells `bindings` what classes assign to their own properties. */
export function survey({ ast, visitorKeys }: SourceCode, bindings: Bindings): Survey {
  const created: TSESTree.NewExpression[] = [];
  const called: TSESTree.CallExpression[] = [];
  const waiting: Node[] = [ast];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'NewExpression') created.push(node);
    else if (node.type === 'CallExpression') called.push(node);
    else if (node.type === 'PropertyDefinition') {
      if (node.key.type === 'Identifier' && node.value !== null)
        bindings.assign(node.parent, node.key.name, node.value);
    } else if (node.type === 'AssignmentExpression') noteAssignment(node, bindings);
    waiting.push(...childrenOf(node, visitorKeys).reverse());
  }
  return { created, called };
}

function noteAssignment({ left, right, operator }: TSESTree.AssignmentExpression, bindings: Bindings): void {
  if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') return;
  const name = propertyName(left);
  const owner = classAround(left);
  if (name !== undefined && owner !== undefined)
    bindings.assign(owner, name, operator === '=' ? right : undefined);
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

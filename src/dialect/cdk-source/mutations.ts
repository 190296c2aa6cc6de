import type { TSESTree } from '../../parse/typescript.js';
import { propertyName } from './property-name.js';
import { withoutType } from './unwrapped.js';

type Node = TSESTree.Node;

/** Whether an expression is an array or an object that may be changed in place. */
export function isData(node: Node): boolean {
  const { type } = withoutType(node);
  return type === 'ArrayExpression' || type === 'ObjectExpression';
}

/** Whether an array or an object is empty, or holds one that is: such a thing is there to be filled. */
export function isHollow(written: Node): boolean {
  const waiting = [withoutType(written)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'ArrayExpression' && node.elements.length === 0) return true;
    if (node.type !== 'ObjectExpression') continue;
    if (node.properties.length === 0) return true;
    for (const property of node.properties)
      if (property.type === 'Property') waiting.push(withoutType(property.value));
  }
  return false;
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

/**
 * Whether an array or an object may be changed at a place where it is named, itself or what it holds: there, or because it
 * gets another name.
 *
 * @param isHollow a function that is given something hollow is taken for one that fills it.
 */
export function mayChange(identifier: Node, isHollow: boolean): boolean {
  for (let node = identifier; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    switch (parent.type) {
      case 'MemberExpression':
        if (parent.object !== node) return false;
        break;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
        break;
      case 'AssignmentExpression':
      case 'ForOfStatement':
      case 'ForInStatement':
        return parent.left === node;
      case 'VariableDeclarator':
        return parent.init === node && parent.id.type === 'Identifier';
      case 'ArrayPattern':
        return true;
      case 'Property':
        return parent.parent.type === 'ObjectPattern';
      case 'ArrayExpression':
        // `[a, b].forEach(…)`
        return parent.parent.type === 'MemberExpression';
      case 'UpdateExpression':
        return true;
      case 'UnaryExpression':
        return parent.operator === 'delete';
      case 'CallExpression':
        if (parent.callee === node) return node.type === 'MemberExpression' && isMutator(propertyName(node));
        return (parent.arguments[0] === node && isAssign(parent)) || isHollow;
      default:
        return false;
    }
  }
  return false;
}

/** `Object.assign(target, …)` */
function isAssign({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && propertyName(callee) === 'assign';
}

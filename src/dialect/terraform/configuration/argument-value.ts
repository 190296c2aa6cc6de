import type { Value } from '../../../value/value.js';
import { evaluateNode } from './evaluate.js';
import type { Argument } from './folder.js';
import { frameOf, type Frame } from './frame.js';

/** The value of an argument, seen from where it is written. */
export function evaluateArgument(argument: Argument, frame: Frame): Value {
  return evaluateNode(argument.node, frameOf(argument, frame));
}

import { pathOf, type MapNode } from '../../parse/node.js';
import type { Value } from '../../value/value.js';
import { child, type Evaluator } from './evaluator.js';
import { nestedTypes } from './nested-stacks.js';

/** The values of a template's outputs. */
export function outputValues(outputs: MapNode | undefined, evaluator: Evaluator): Value[] {
  return (outputs?.entries ?? []).flatMap(({ key, value: output }) => {
    const value = child(output, 'Value');
    const path = pathOf(output, { parent: { parent: undefined, key: 'Outputs' }, key });
    return value === undefined ? [] : [evaluator.evaluate(value, { parent: path, key: 'Value' })];
  });
}

/** What a template gives to nested stacks whose templates are not among the documents. */
export function handedValues(resources: MapNode | undefined, evaluator: Evaluator): Value[] {
  const { nested } = evaluator.neighbours;
  return (resources?.entries ?? []).flatMap(({ key, value: resource }) => {
    if (!nestedTypes.has(evaluator.resourceType(key)) || nested.isKnown(evaluator.file, key)) return [];
    const parameters = child(child(resource, 'Properties'), 'Parameters');
    return parameters === undefined ? [] : [evaluator.evaluate(parameters, pathOf(parameters, undefined))];
  });
}

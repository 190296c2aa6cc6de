import type { Node } from '../../parse/node.js';
import { child } from '../../parse/child.js';
import { callOf } from './call.js';

/**
 * The values to which the template's own rules hold a parameter: those that `Fn::Contains` lists for it, or that `Fn::Equals`
 * compares it with. Undefined where none does. An assertion counts that always takes effect: one of a rule without
 * `RuleCondition` (AWS CloudFormation user guide, "Rules section syntax").
 */
export function assertedValues(rules: Node | undefined, parameter: string): readonly string[] | undefined {
  const asserted = (rules?.kind === 'map' ? rules.entries : [])
    .filter(({ value }) => child(value, 'RuleCondition') === undefined)
    .flatMap(({ value }) => itemsOf(child(value, 'Assertions')))
    .flatMap((assertion) => {
      const values = valuesIn(child(assertion, 'Assert'), parameter);
      return values === undefined ? [] : [values];
    });
  const [first, ...others] = asserted;
  return first?.filter((text) => others.every((values) => values.includes(text)));
}

function valuesIn(assert: Node | undefined, parameter: string): readonly string[] | undefined {
  const call = assert && callOf(assert, undefined);
  const [left, right] = itemsOf(call?.argument);
  if (call?.name === 'Fn::Contains')
    return isParameter(right, parameter) ? textsOf(itemsOf(left)) : undefined;
  if (call?.name !== 'Fn::Equals') return undefined;
  if (isParameter(left, parameter)) return textsOf([right]);
  return isParameter(right, parameter) ? textsOf([left]) : undefined;
}

function isParameter(node: Node | undefined, name: string): boolean {
  const call = node && callOf(node, undefined);
  return call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.text === name;
}

/** Undefined where one of them is no literal text. */
function textsOf(nodes: readonly (Node | undefined)[]): readonly string[] | undefined {
  const texts = nodes.map(literalText);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The text of a scalar that is written as it is; undefined for anything else. */
export function literalText(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.tag === undefined && node.type !== 'null' ? node.text : undefined;
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

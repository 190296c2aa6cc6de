import type { MapNode, Node } from '../../parse/node.js';
import type { Doubt } from '../../value/tri.js';
import { child } from './evaluator.js';

/** The names of the transforms that a template asks for; those that are no text are left out. */
export function transformsOf(root: Node): readonly string[] {
  const written = child(root, 'Transform');
  const items = written?.kind === 'list' ? written.items : [written];
  return items.flatMap((item) => {
    const name = item?.kind === 'map' ? child(item, 'Name') : item;
    return name?.kind === 'scalar' && name.tag === undefined ? [name.text] : [];
  });
}

/** Whether a template may have loops (AWS CloudFormation, "AWS::LanguageExtensions transform"). */
export function hasLanguageExtensions(root: Node): boolean {
  return transformsOf(root).includes('AWS::LanguageExtensions');
}

/** Transforms of AWS's that add no resources of the kinds that rules look for (CloudFormation user guide, Transform reference). */
const harmless =
  /^AWS::(?:LanguageExtensions|Serverless-2016-10-31|CodeDeployBlueGreen|SecretsManager-\d{4}-\d{2}-\d{2})$/;

/** Why a template may come to more resources than it declares: a macro, or an include, may add some. */
export function openByTransforms(root: Node, resources: MapNode | undefined): Doubt | undefined {
  const name = transformsOf(root).find((transform) => !harmless.test(transform));
  const isOpen = name !== undefined || resources?.entries.some(({ key }) => key === 'Fn::Transform') === true;
  if (!isOpen) return undefined;
  const macro = name === undefined ? 'a macro among its resources' : `the macro ${name}`;
  return { why: `${macro} may add resources to the template`, settle: 'the template after the macro' };
}

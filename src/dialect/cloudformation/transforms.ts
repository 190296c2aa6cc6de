import { withoutTag, type MapNode, type Node } from '../../parse/node.js';
import type { SourceFile } from '../../text/source-file.js';
import type { Assumptions } from '../../value/assumption.js';
import type { Doubt } from '../../value/tri.js';
import { callOf } from './call.js';
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

/** Why a template may come to more resources than it declares: a macro, an include or a module may add some. */
export function openByTransforms(root: Node, resources: MapNode | undefined): Doubt | undefined {
  const name = transformsOf(root).find((transform) => !harmless.test(transform));
  const isOpen =
    name !== undefined ||
    resources?.entries.some(({ key, value }) => key === macro || isMadeByMacro(value)) === true;
  if (!isOpen) return openByModules(resources);
  const what = name === undefined ? 'a macro among its resources' : `the macro ${name}`;
  return { why: `${what} may add resources to the template`, settle: 'the template after the macro' };
}

/** A module stands for resources of its own (CloudFormation user guide, "Using modules": their types end in `::MODULE`). */
function openByModules(resources: MapNode | undefined): Doubt | undefined {
  const module = resources?.entries.find(({ value }) => {
    const type = child(value, 'Type');
    return type?.kind === 'scalar' && type.text.endsWith('::MODULE');
  });
  if (module === undefined) return undefined;
  return {
    why: `module ${module.key} stands for resources that no file here shows`,
    settle: 'the resources themselves',
  };
}

/** What a whole template rests on: the account's own macros may change all of it, and are taken not to. */
export function resting(root: Node, scope: SourceFile): Assumptions {
  const own = transformsOf(root).filter((name) => !name.startsWith('AWS::'));
  return [...new Set(own)].map((name) => ({ kind: 'macro', scope, name }));
}

/** The key of a macro that processes what stands beside it. */
export const macro = 'Fn::Transform';

/** Whether a macro processes a map. */
export function hasMacro(node: Node): boolean {
  return callOf(node, undefined)?.name === macro;
}

/** Whether a resource is only what a macro makes of it. */
export function isMadeByMacro(resource: Node): boolean {
  return hasMacro(resource) && child(resource, 'Type') === undefined;
}

/** A section, or another map, that may be given as `!Transform`: the long form of it. */
export function withLongTransform(node: Node): Node {
  if (node.tag !== '!Transform') return node;
  return {
    kind: 'map',
    entries: [{ key: macro, keySpan: node.span, value: withoutTag(node) }],
    span: node.span,
    ...(node.origin && { origin: node.origin }),
  };
}

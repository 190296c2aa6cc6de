import type { Document } from '../../parse/document.js';
import { keyOf, pathOf, type MapNode, type Node, type NodeEntry } from '../../parse/node.js';
import type { Problem, ProblemCode } from '../../report/problem.js';
import type { Path } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { alternatives } from '../../value/select.js';
import type { Absent, Value } from '../../value/value.js';
import { valuesFor, type Deployment } from '../parameter-values.js';
import { exportKey, type ExportTable, type Template } from '../template.js';
import type { Resource } from '../resource.js';
import { child, Evaluator } from './evaluator.js';
import { handedValues, outputValues } from './given-values.js';
import { Loops } from './loops.js';
import { metadataSuppressions } from './metadata.js';
import type { Neighbours } from './neighbours.js';
import { impliedRole, whenImplied, withServerlessRoles } from './serverless.js';
import {
  hasLanguageExtensions,
  hasMacro,
  isMadeByMacro,
  macro,
  openByTransforms,
  resting,
  withLongTransform,
} from './transforms.js';

/** A template whose neighbours can ask for its values. */
export interface OpenCloudFormation {
  /** Reads it, which asks the neighbours, and tells its exports. */
  readonly read: () => Template;
  /** Lets it be asked by others than those it was opened for. */
  readonly join: (stacks: Omit<Neighbours, 'assembly'>) => void;
  /** Tells its exports to others than those it was opened for. */
  readonly exportTo: (exports: ExportTable) => void;
}

/** Opens a document as a CloudFormation template. What is of the wrong type is a problem, and the rest is still read. */
export function openCloudFormation(
  document: Document,
  root: MapNode,
  exports: ExportTable,
  { parameters }: Deployment,
  stacks: Omit<Neighbours, 'assembly'>,
): OpenCloudFormation {
  const problems: Problem[] = [];
  const section = (name: string): MapNode | undefined => mapAt(root, name);
  const given = valuesFor(parameters, document);
  const fixed = {
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    rules: child(root, 'Rules'),
  };
  const before = new Evaluator(
    document.file,
    { ...fixed, conditions: undefined, resources: undefined },
    exports,
    given,
  );
  const macros = resting(root, document.file);
  const loops = new Loops(before, hasLanguageExtensions(root), reportLoop);
  const unrolled = loops.unrolled(section('Resources'), 'Resources');
  const { resources: declared, roles } = withServerlessRoles(unrolled, child(root, 'Globals'));
  const conditions = loops.unrolled(section('Conditions'), 'Conditions');
  const outputs = loops.unrolled(section('Outputs'), 'Outputs');
  const evaluator = new Evaluator(
    document.file,
    { ...fixed, conditions, resources: declared, loopVariables: loops.variables },
    exports,
    given,
    { ...stacks, assembly: document.assembly },
  );
  join(stacks);
  return { read, join, exportTo };

  function join({ nested, outputs: ofStacks }: Omit<Neighbours, 'assembly'>): void {
    nested.add(document, evaluator, outputs);
    ofStacks.add(evaluator, outputs);
  }

  function exportTo(table: ExportTable): void {
    for (const { key, value } of outputs?.entries ?? []) defineExport(key, value, evaluator, table);
  }

  function read(): Template {
    const resources = (declared?.entries ?? []).flatMap((entry) => {
      const role = roles.get(entry.key);
      const rests = [...macros, ...loops.whenOf((role?.owner ?? entry).value)];
      const when = role === undefined ? rests : whenImplied(role, rests, evaluator.conditions);
      const resource = when && readResource(entry, evaluator, when, report);
      return resource === undefined ? [] : [{ ...resource, ...(role && { sourceType: role.sourceType }) }];
    });
    exportTo(exports);
    const suppressions = [
      ...metadataSuppressions(root, undefined, { kind: 'file' }, document.file),
      ...(unrolled?.entries ?? []).flatMap(({ key, value }) => {
        const path = pathOf(value, { parent: { parent: undefined, key: 'Resources' }, key });
        const file = value.origin?.file ?? document.file;
        const implied = impliedRole(key);
        const names = roles.has(implied) ? [key, implied] : [key];
        return metadataSuppressions(value, path, { kind: 'resources', names }, file);
      }),
    ];
    const isOpen = loops.isOpen ?? openByTransforms(root, declared);
    let handed: readonly Value[] | undefined;
    return {
      file: document.file,
      resources,
      suppressions,
      problems,
      outputs: () => outputValues(outputs, evaluator),
      handed: () => (handed ??= handedValues(declared, evaluator)),
      isUnread: false,
      isOpen,
      calls: stacks.nested.openIn(document.file),
    };
  }

  function mapAt(parent: MapNode, name: string): MapNode | undefined {
    const written = child(parent, name);
    const node = written && withLongTransform(written);
    if (node === undefined || node.kind === 'map') return node;
    report(node, `${name} is ${nameOf(node)}, where CloudFormation takes an object`);
    return undefined;
  }

  function report(node: Pick<Node, 'span' | 'origin'>, message: string): void {
    const file = node.origin?.file ?? document.file;
    problems.push({ file: file.path, range: file.rangeOf(node.span), message, code: 'wrong-type' });
  }

  function reportLoop({ keySpan, value }: NodeEntry, code: ProblemCode, message: string): void {
    const file = value.origin?.file ?? document.file;
    problems.push({ file: file.path, range: file.rangeOf(keySpan), message, code });
  }
}

type ReportProblem = (node: Pick<Node, 'span' | 'origin'>, message: string) => void;

function readResource(
  entry: MapNode['entries'][number],
  evaluator: Evaluator,
  rests: Assumptions,
  report: ReportProblem,
): Resource | undefined {
  const { key: name, value: node } = entry;
  const path = pathOf(node, { parent: { parent: undefined, key: 'Resources' }, key: name });
  if (name === macro || isMadeByMacro(node)) return undefined;
  if (node.kind !== 'map') {
    report(node, `resource ${name} is ${nameOf(node)}, where CloudFormation takes an object`);
    return undefined;
  }
  const type = child(node, 'Type');
  if (type?.kind !== 'scalar' || type.type !== 'string') {
    report(type ?? keyOf(entry), `resource ${name} has no Type that is a text`);
    return undefined;
  }
  const place = evaluator.placeOf(keyOf(entry), path);
  const when = existence(child(node, 'Condition'), rests, evaluator);
  if (when === undefined) return undefined;
  // A macro beside them may change them.
  const properties = hasMacro(node) ? node : child(node, 'Properties');
  const isWrong =
    properties !== undefined &&
    properties.kind !== 'map' &&
    properties.tag === undefined &&
    !isNull(properties);
  if (isWrong)
    report(
      properties,
      `Properties of ${name} is ${nameOf(properties)}, where CloudFormation takes an object`,
    );
  return {
    type: type.text,
    sourceType: type.text,
    name,
    place,
    when,
    properties: lazily(
      isWrong ? undefined : properties,
      { parent: path, key: 'Properties' },
      evaluator,
      place,
    ),
    ...constructOf(name, node, evaluator),
    ...stackTagsOf(evaluator),
    ...(node.origin?.isGenerated && { isGenerated: true as const }),
    attributes: evaluator.evaluate(node, path),
  };
}

/** What the assembly says; a template alone may still name the construct's path in the resource's metadata. */
function constructOf(name: string, resource: Node, { neighbours }: Evaluator): Pick<Resource, 'construct'> {
  const construct = neighbours.assembly?.constructs.get(name);
  if (construct !== undefined) return { construct };
  const path = child(child(resource, 'Metadata'), 'aws:cdk:path');
  return path?.kind === 'scalar' ? { construct: { path: path.text } } : {};
}

function stackTagsOf({ neighbours }: Evaluator): Pick<Resource, 'stackTags'> {
  const stackTags = neighbours.assembly?.tags;
  return stackTags === undefined || stackTags.size === 0 ? {} : { stackTags };
}

/** What a resource's `Condition` assumes; undefined where literals decide that the resource is never made. */
function existence(
  condition: Node | undefined,
  rests: Assumptions,
  evaluator: Evaluator,
): Assumptions | undefined {
  if (condition?.kind !== 'scalar') return rests;
  const assumption = evaluator.conditions.assume(condition.text, true);
  if (assumption === false) return undefined;
  return assumption === true ? rests : combine(rests, [assumption]);
}

function lazily(node: Node | undefined, path: Path, evaluator: Evaluator, place: Absent['place']): Value {
  return node === undefined ? { kind: 'absent', place } : evaluator.evaluate(node, path);
}

function defineExport(name: string, output: Node, evaluator: Evaluator, exports: ExportTable): void {
  const exportName = child(child(output, 'Export'), 'Name');
  const value = child(output, 'Value');
  if (exportName === undefined || value === undefined) return;
  const path = pathOf(output, { parent: { parent: undefined, key: 'Outputs' }, key: name });
  const at: Path = { parent: { parent: path, key: 'Export' }, key: 'Name' };
  for (const { value: settled } of alternatives(evaluator.evaluate(exportName, at))) {
    const key = exportKey(settled);
    if (key !== undefined)
      exports.define(
        key,
        () => evaluator.evaluate(value, { parent: path, key: 'Value' }),
        evaluator.neighbours.assembly,
      );
  }
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}

function nameOf(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'an object';
  return node.type === 'null' ? 'null' : `a ${node.type === 'string' ? 'text' : node.type}`;
}

import type { Value } from '../../value/value.js';
import type { Template } from '../template.js';
import { instancesIn, type Instance } from './instance.js';
import { valueOf } from './json-value.js';
import { enter, entriesOf, itemsOf, textOf, type Located } from './located.js';
import { rawStateProblem, versionProblems } from './refusal.js';
import { InstanceResource } from './resource.js';
import { toolsOfOutput } from './tool-versions.js';

/** Reads a state as `terraform show -json` prints it: every value of it is known. */
export function readState(root: Located): Template {
  const instances = instancesIn(enter(root, 'values', 'root_module'));
  return templateOf(root, instances, versionProblems(root));
}

/** Reads a `terraform.tfstate` of version 4. */
export function readRawState(root: Located): Template {
  const problem = rawStateProblem(root);
  if (problem !== undefined)
    return { file: root.file, resources: [], suppressions: [], problems: [problem], isUnread: true };
  return templateOf(root, itemsOf(enter(root, 'resources')).flatMap(rawInstances), []);
}

function templateOf(root: Located, instances: readonly Instance[], problems: Template['problems']): Template {
  const resources = instances
    .filter(({ isManaged, values }) => isManaged && values?.node.kind === 'map')
    .map((instance) => new InstanceResource(instance, knownProperties));
  return {
    file: root.file,
    resources,
    suppressions: [],
    problems,
    tools: toolsOfOutput(root),
    outputs: () => outputsIn(root),
    isUnread: false,
  };
}

function knownProperties({ values, sensitive, place }: Instance): Value {
  return values === undefined ? { kind: 'absent', place } : valueOf(values, sensitive);
}

/** A raw state has its outputs at the top. */
function outputsIn(root: Located): Value[] {
  return [enter(root, 'values', 'outputs'), enter(root, 'outputs')].flatMap((outputs) =>
    [...entriesOf(outputs).keys()].flatMap((name) => {
      const value = enter(outputs, name, 'value');
      return value === undefined ? [] : [valueOf(value, enter(outputs, name, 'sensitive'))];
    }),
  );
}

/** In a raw state, a resource has one entry for all of its instances, and no address. */
function rawInstances(resource: Located): Instance[] {
  const [type, name, module] = ['type', 'name', 'module'].map((key) => textOf(enter(resource, key)));
  if (type === undefined || name === undefined) return [];
  return itemsOf(enter(resource, 'instances')).flatMap((instance): Instance[] => {
    // A deposed object is to be destroyed and stands beside the one that replaced it.
    if (enter(instance, 'deposed') !== undefined) return [];
    const base = `${module === undefined ? '' : `${module}.`}${type}.${name}`;
    const key = keyOf(enter(instance, 'index_key'));
    const isManaged = textOf(enter(resource, 'mode')) !== 'data';
    const at = enter(resource, 'name') ?? resource;
    return [
      {
        isManaged,
        address: base + key,
        base,
        key,
        module: module ?? '',
        type,
        name,
        place: { file: at.file, span: at.node.span, path: instance.path },
        values: enter(instance, 'attributes'),
        sensitive: sensitiveOf(instance),
      },
    ];
  });
}

function keyOf(index: Located | undefined): string {
  if (index?.node.kind !== 'scalar') return '';
  return `[${index.node.type === 'string' ? JSON.stringify(index.node.text) : index.node.text}]`;
}

/** The attributes that have a sensitive part, as a tree like that of `sensitive_values`. */
function sensitiveOf(instance: Located): Located | undefined {
  const listed = enter(instance, 'sensitive_attributes');
  if (listed === undefined) return undefined;
  const { span } = listed.node;
  const entries = itemsOf(listed).flatMap((route) => {
    const [first] = itemsOf(route);
    const key = textOf(enter(first, 'value'));
    const value = { kind: 'scalar', text: 'true', type: 'boolean', span } as const;
    return key === undefined ? [] : [{ key, keySpan: span, value }];
  });
  return { ...listed, node: { kind: 'map', entries, span } };
}

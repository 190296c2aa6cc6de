import type { Resource } from '../../dialect/resource.js';
import type { Template } from '../../dialect/template.js';
import type { Tool } from '../../dialect/tool-version.js';
import type { Doubt, Tri } from '../../value/tri.js';
import { byPlace } from '../incident-manager.js';
import type { Workspace } from '../workspace.js';

/** A provider of Terraform's that a module uses for Incident Manager. */
export interface UsedProvider {
  readonly name: 'aws' | 'awscc';
  /** Whether nothing says which versions of it the module takes. */
  readonly isUnconstrained: Tri;
}

const elsewhere: Doubt = {
  why: 'another module of the workspace constrains the provider, and may be deployed together with this one',
  settle: 'a constraint in the module itself',
};

const known = new WeakMap<Workspace, ReadonlyMap<Resource, UsedProvider>>();

/**
 * The provider that is to be judged at a resource: the first Incident Manager resource of a Terraform module that uses it.
 * The files of a folder are one module (Terraform, "Files and Configuration Structure"), and the constraints of all modules
 * that are deployed together count (Terraform, "Provider Requirements").
 */
export function providerAt(resource: Resource, workspace: Workspace): UsedProvider | undefined {
  let byResource = known.get(workspace);
  if (byResource === undefined) known.set(workspace, (byResource = providersOf(workspace)));
  return byResource.get(resource);
}

function providersOf(workspace: Workspace): ReadonlyMap<Resource, UsedProvider> {
  const configurations = workspace.templates.filter(({ isConfiguration }) => isConfiguration === true);
  if (configurations.length === 0) return new Map();
  const files = new Map(configurations.map((template) => [template.file.path, template] as const));
  const constrained = new Map<Tool, ReadonlySet<string>>(
    (['aws-provider', 'awscc-provider'] as const).map((tool) => [tool, foldersWith(tool, configurations)]),
  );
  const found = new Map<Resource, UsedProvider>();
  const seen = new Set<string>();
  for (const resource of workspace.incidentManagerResources().toSorted(byPlace)) {
    const name = providerOf(resource);
    const { path } = resource.place.file;
    const folder = folderOf(path);
    const key = `${name ?? ''} ${folder}`;
    if (name === undefined || !files.has(path) || seen.has(key)) continue;
    seen.add(key);
    const folders = constrained.get(`${name}-provider`) ?? new Set();
    const isUnconstrained = folders.has(folder)
      ? false
      : folders.size > 0
        ? elsewhere
        : (workspace.unread ?? true);
    found.set(resource, { name, isUnconstrained });
  }
  return found;
}

function providerOf({ sourceType }: Resource): UsedProvider['name'] | undefined {
  if (sourceType.startsWith('awscc_')) return 'awscc';
  return sourceType.startsWith('aws_') ? 'aws' : undefined;
}

function foldersWith(tool: Tool, configurations: readonly Template[]): ReadonlySet<string> {
  const naming = configurations.filter(({ tools = [] }) => tools.some((used) => used.tool === tool));
  return new Set(naming.map(({ file }) => folderOf(file.path)));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

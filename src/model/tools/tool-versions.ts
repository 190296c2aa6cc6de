import type { Resource } from '../../dialect/resource.js';
import type { Template } from '../../dialect/template.js';
import type { ToolVersion } from '../../dialect/tool-version.js';
import type { Place } from '../../text/place.js';
import { byPlace, incidentManagerIn } from '../incident-manager.js';
import type { Workspace } from '../workspace.js';

/** A tool that a workspace was made with, once for each of its versions. */
export interface UsedTool extends Omit<ToolVersion, 'place' | 'text'> {
  /** Undefined where what it made does not tell. */
  readonly text: string | undefined;
  /** Where it is said, or the resource where nothing better is known. */
  readonly place: Place;
}

const known = new WeakMap<Workspace, ReadonlyMap<Resource, readonly UsedTool[]>>();

/** The tools that are to be judged at a resource: the first Incident Manager resource that each of them made. */
export function toolsAt(resource: Resource, workspace: Workspace): readonly UsedTool[] {
  let byResource = known.get(workspace);
  if (byResource === undefined) {
    byResource = toolsOf(workspace);
    known.set(workspace, byResource);
  }
  return byResource.get(resource) ?? [];
}

function toolsOf(workspace: Workspace): ReadonlyMap<Resource, readonly UsedTool[]> {
  const templates = workspace.templates
    .filter(({ isEvidence }) => isEvidence !== true)
    .toSorted((left, right) => (left.file.path < right.file.path ? -1 : 1));
  const found = new Map<Resource, UsedTool[]>();
  const seen = new Set<string>();
  const firstOfConfiguration = firstIn(templates.filter(({ isConfiguration }) => isConfiguration === true));
  for (const template of templates) {
    // The files of a configuration are deployed together, and what they require mostly stands in one of its own.
    const resource =
      firstIn([template]) ?? (template.isConfiguration === true ? firstOfConfiguration : undefined);
    if (resource === undefined) continue;
    for (const { tool, text, isConstraint, place } of versionsIn(template, resource)) {
      const key = `${tool} ${String(isConstraint)} ${text ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const used = { tool, text, isConstraint, place: place ?? resource.place };
      found.set(resource, [...(found.get(resource) ?? []), used]);
    }
  }
  return found;
}

function versionsIn(
  { cdkVersion, assembly, tools = [] }: Template,
  { construct }: Resource,
): readonly (Omit<ToolVersion, 'text'> & { readonly text: string | undefined })[] {
  const isOfCdk = cdkVersion !== undefined || assembly !== undefined || construct !== undefined;
  return [
    ...(isOfCdk ? [{ tool: 'aws-cdk' as const, text: cdkVersion, isConstraint: false }] : []),
    ...tools,
  ];
}

function firstIn(templates: readonly Template[]): Resource | undefined {
  let first: Resource | undefined;
  for (const template of templates)
    for (const resource of incidentManagerIn(template))
      if (first === undefined || byPlace(resource, first) < 0) first = resource;
  return first;
}

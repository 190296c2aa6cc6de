import { isConfigurationFile } from '../dialect/terraform/configuration.js';
import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import { incidentManagerTypes } from './kinds.js';
import type { Workspace } from './workspace.js';

const inTemplates = new WeakMap<Template, readonly Resource[]>();

/** The resources of Incident Manager that a template declares. */
export function incidentManagerIn(template: Template): readonly Resource[] {
  let found = inTemplates.get(template);
  if (found === undefined) {
    found = template.resources.filter(({ type }) => incidentManagerTypes.includes(type));
    inTemplates.set(template, found);
  }
  return found;
}

const firsts = new WeakMap<Workspace, { readonly first: Resource | undefined }>();

/**
 * The first Incident Manager resource of a workspace by file name and position, where something is reported that the
 * whole workspace lacks; undefined where it has none.
 */
export function firstIncidentManagerResource(workspace: Workspace): Resource | undefined {
  let known = firsts.get(workspace);
  if (known === undefined) {
    const [first] = workspace.incidentManagerResources().toSorted(byPlace);
    known = { first };
    firsts.set(workspace, known);
  }
  return known.first;
}

/** Whether a workspace has anything that needs a trail or a chat channel. */
export function usesIncidentManager(workspace: Workspace): boolean {
  return firstIncidentManagerResource(workspace) !== undefined;
}

/** Orders resources by file name and position, whatever the order in which the files were read. */
export function byPlace({ place: left }: Resource, { place: right }: Resource): number {
  if (left.file.path !== right.file.path) return left.file.path < right.file.path ? -1 : 1;
  return left.span.start - right.span.start;
}

/**
 * Whether two resources are one thing that a configuration of Terraform, its plan and its state tell of: they say that
 * they have the same ARN, or the configuration declares the address.
 */
export function isSameThing(left: Resource, right: Resource): boolean {
  const isDeclared = isConfigurationFile(left.place.file.path) !== isConfigurationFile(right.place.file.path);
  if (isDeclared && left.name === right.name && left.sourceType === right.sourceType) return true;
  return (left.identifiers ?? []).some((identifier) => right.identifiers?.includes(identifier) === true);
}

import type { Resource } from '../dialect/resource.js';
import type { Workspace } from '../model/workspace.js';
import { keysOf, type Place } from '../text/place.js';
import { entryOf } from '../value/value.js';
import type { LintOptions } from './options.js';

/** Where an author can act on a resource of a Terraform plan. */
export interface Declaration {
  readonly resource: Resource;
  /** Whether its file is reported on: else the finding stays in the plan. */
  readonly isReported: boolean;
}

/** The declaration of a planned resource in a configuration. */
export type Declarations = (resource: Resource) => Declaration | undefined;

/**
 * Finds the declarations of planned resources by their addresses, in the configurations of the workspace. An address that
 * several configurations declare says nothing.
 */
export function declarationsIn({ templates }: Workspace, options: LintOptions): Declarations {
  const plans = templates.filter(({ isPlan }) => isPlan === true);
  if (plans.length === 0) return () => undefined;
  const planned = new Set(plans.map(({ file }) => file));
  const declared = new Map<string, Declaration | undefined>();
  for (const { file, resources, isConfiguration } of templates)
    if (isConfiguration === true) {
      const isReported = options.isReported(file.path);
      for (const resource of resources)
        declared.set(resource.name, declared.has(resource.name) ? undefined : { resource, isReported });
    }
  return (resource) => (planned.has(resource.place.file) ? declared.get(resource.name) : undefined);
}

/** The place in a declaration for a place in the planned resource: the argument that it is in, else the declaration. */
export function declaredPlace(place: Place, { resource: { place: whole, properties } }: Declaration): Place {
  const keys = keysOf(place.path);
  const argument = keys[keys.indexOf('values') + 1];
  if (!keys.includes('values') || properties.kind !== 'map') return whole;
  const written = typeof argument === 'string' ? entryOf(properties, argument) : undefined;
  return written?.value.place.file === whole.file ? written.value.place : whole;
}

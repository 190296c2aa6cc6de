import type { Resource } from '../../dialect/resource.js';
import type { Doubt } from '../../value/tri.js';
import type { SourceFile } from '../../text/source-file.js';
import type { Workspace } from '../workspace.js';

const notKnown: Doubt = {
  why: 'the Region that the stack is deployed to is not known',
  settle: 'a cloud assembly of AWS CDK whose stack names its environment',
};

const known = new WeakMap<Workspace, ReadonlyMap<SourceFile, string | undefined>>();

/** The Region that a resource is deployed to, as far as the cloud assembly that holds its template says it. */
export function regionOf({ place }: Resource, workspace: Workspace): string | Doubt {
  let regions = known.get(workspace);
  if (regions === undefined) {
    regions = new Map(
      workspace.templates.map(({ file, assembly }) => [file, assembly?.environment.region] as const),
    );
    known.set(workspace, regions);
  }
  return regions.get(place.file) ?? notKnown;
}

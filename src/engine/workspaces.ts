import path from 'node:path';
import type { LoadedConfiguration } from '../config/load.js';
import { repositoryOf } from '../config/load.js';
import type { Document } from '../parse/document.js';
import { matching, toSlash } from './discover.js';
import type { Reading } from './read.js';

/** The folder of the workspace that a file belongs to; undefined: no workspace, so that it is linted with the PATHs alone. */
export type WorkspaceOf = (file: string) => string | undefined;

/**
 * Finds out which workspace holds a file: the one that `--context` gives, else the configuration's innermost entry of
 * `workspaces`, else the folder of the configuration that was found, else the Git repository.
 *
 * @param context the folder given with `--context` (absolute), or `none`; undefined where the option was not given.
 */
export async function workspaceFinder(
  { configuration, folder, found }: LoadedConfiguration,
  context: string | undefined,
): Promise<WorkspaceOf> {
  if (context === 'none') return () => undefined;
  if (context !== undefined) return () => context;
  if (configuration.workspaces.length > 0) {
    const folders = [...(await matching(folder, configuration.workspaces, 'folders'))];
    // The innermost folder that holds a file is the longest one.
    folders.sort((left, right) => right.length - left.length);
    return (file) => folders.find((candidate) => contains(candidate, file));
  }
  const repositories = new Map<string, string | undefined>();
  return (file) => {
    if (found && contains(folder, file)) return folder;
    const parent = path.dirname(file);
    if (!repositories.has(parent)) repositories.set(parent, repositoryOf(parent));
    return repositories.get(parent);
  };
}

/** Whether a file lies below a folder; both absolute. */
export function contains(folder: string, file: string): boolean {
  const prefix = toSlash(folder);
  return toSlash(file).startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

/** The documents that files turned out to be, by their absolute paths. */
export function documentsOf(readings: ReadonlyMap<string, Reading>): Map<string, Document> {
  return new Map(
    [...readings].flatMap(([file, { document }]) => (document === undefined ? [] : [[file, document]])),
  );
}

/** The documents of each workspace by their absolute paths. */
export function groupsOf(
  documents: ReadonlyMap<string, Document>,
  workspaceOf: WorkspaceOf,
): Map<string | undefined, Map<string, Document>> {
  const groups = new Map<string | undefined, Map<string, Document>>();
  for (const [file, document] of documents) {
    const root = workspaceOf(file);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, new Map([[file, document]]));
    else group.set(file, document);
  }
  return groups;
}

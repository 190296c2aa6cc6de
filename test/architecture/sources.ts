import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A file of the project by its path from the root, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Something that breaks a rule of the house: `path: what`. */
export type Fault = string;

/** Every path under some folders of the root, folders included and ending in `/`. */
export function pathsUnder(root: string, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
        .map((name) => (statSync(path.join(root, name)).isDirectory() ? `${name}/` : name)),
    )
    .sort();
}

/** Reads the TypeScript files among some paths. */
export function readSources(root: string, paths: readonly string[]): Source[] {
  return paths
    .filter((name) => /\.[cm]?ts$/.test(name))
    .map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));
}

/** What a file imports: of type or value, static or dynamic, or by export. */
export function importsOf({ text }: Source): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** A relative import as a path from the root; undefined for a package or a module of Node. */
export function targetOf(source: Source, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(source.path), specifier).replace(/\.js$/, '.ts');
}

/** Every node of a file's syntax tree, parents first. */
export function nodesOf({ path: name, text }: Source): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return nodes;
}

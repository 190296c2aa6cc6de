import path from 'node:path';
import type { Document } from '../../parse/document.js';
import type { Problem } from '../../report/problem.js';
import { commentSuppressions } from '../suppression.js';
import type { Template } from '../template.js';
import { toolsOfConfiguration } from './tool-versions.js';
import { Estate } from './configuration/estate.js';
import { isVariablesFile } from './configuration/folder.js';
import { withExpressions } from './configuration/json-syntax.js';
import { misshapenIn } from './configuration/misshapen.js';
import { blockSuppressions } from './configuration/suppressions.js';
import { movesIn } from './moves.js';

/** Whether a file is part of a Terraform configuration by its name; of the files of values, those that Terraform loads by itself. */
export function isConfigurationFile(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$|(?:^|\/)terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(
    name,
  );
}

/**
 * Reads Terraform configurations: the files of a folder are one module, and a module that another one calls is read as
 * it is called. What a module resolves to outside of the documents is unknown.
 *
 * @param documents every configuration document of the workspace: `.tf`, `.tf.json` and files of variables.
 * @returns a template for each document, in their order.
 */
export function readConfiguration(documents: readonly Document[]): Template[] {
  const problems = new Map<Document, Problem[]>();
  const folders = new Map<string, [Document, ...Document[]]>();
  const names = new Set(documents.map(({ file }) => file.path));
  for (const document of documents.toSorted(byName)) {
    // OpenTofu reads main.tofu in place of main.tf.
    if (/\.tf(?:\.json)?$/.test(document.file.path) && names.has(inTofu(document))) continue;
    const found: Problem[] = [...document.problems];
    problems.set(document, found);
    const { root, file, format } = document;
    const isJson = format === 'json' && root?.kind === 'map';
    if (isJson && !isVariablesFile(file.path)) found.push(...misshapenIn(root, file));
    const read = isJson ? { ...document, root: withExpressions(root, file, found) } : document;
    const folder = path.posix.dirname(file.path);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [read]);
    else known.push(read);
  }
  const estate = new Estate(folders);
  estate.read();
  return documents.map((document): Template => {
    const { file, root } = document;
    const resources = estate.resourcesIn(file);
    return {
      file,
      resources,
      suppressions: [...commentSuppressions(document), ...blockSuppressions(document, resources)],
      problems: [...(problems.get(document) ?? []), ...estate.problemsIn(file)],
      ...(root && {
        tools: toolsOfConfiguration({ file, node: root, path: undefined }),
        moves: movesIn(root),
      }),
      outputs: () => estate.outputsIn(file),
      handed: () => estate.handedIn(file),
      isConfiguration: true,
      isUnread: root?.kind !== 'map',
      calls: estate.unreadIn(file),
    };
  });
}

/** The name that a file has where it is meant for OpenTofu only. */
function inTofu({ file }: Document): string {
  return file.path.replace(/\.tf(?=$|\.json$)/, '.tofu');
}

function byName(left: Document, right: Document): number {
  return left.file.path < right.file.path ? -1 : 1;
}

import path from 'node:path';
import { repositoryOf } from '../config/load.js';
import { usesCfnInclude } from '../include/directives.js';
import type { Document } from '../parse/document.js';
import { toSlash } from './discover.js';
import { readTemplateFile, readTemplateText, type Reading } from './read.js';
import type { RunOptions } from './run.js';

/** What reading a file depends on. */
interface ReadOptions extends Pick<
  RunOptions,
  'cwd' | 'configuration' | 'overlay' | 'cache' | 'environment'
> {
  /** The folder that no include leaves; left out: the Git repository. */
  readonly within?: string;
}

/** Reads a file, and puts it together where it is written for cfn-include. */
export async function read(file: string, named: boolean, options: ReadOptions): Promise<Reading> {
  return expanded(await readAsWritten(file, named, options), file, options);
}

/** As it was read, and put together where that is called for. */
export async function expanded(reading: Reading, file: string, options: ReadOptions): Promise<Reading> {
  const { document } = reading;
  if (document?.root === undefined) return reading;
  const absolute = path.resolve(file);
  const surroundings = {
    absolute,
    root: options.within ?? repositoryOf(path.dirname(absolute)) ?? options.cwd,
    nameOf: (included: string) => nameOf(included, options),
  };
  let result = document;
  if (usesCfnInclude(document)) {
    const { expandIncludes } = await import('../include/expand.js');
    const { env } = options.configuration.configuration.include;
    const environment = Object.fromEntries(env.map((name) => [name, options.environment?.[name]]));
    result = await expandIncludes(document, { ...surroundings, environment });
  }
  if (usesSnippets(document)) {
    const { insertSnippets } = await import('../include/snippets.js');
    result = insertSnippets(result, surroundings);
  }
  return result === document ? reading : { ...reading, document: result };
}

/** Whether a template may take anything from a file beside it by `AWS::Include`. */
function usesSnippets({ file, keys }: Document): boolean {
  return keys === undefined
    ? file.text.includes('AWS::Include')
    : keys.has('Fn::Transform') || keys.has('Transform');
}

function readAsWritten(file: string, named: boolean, options: ReadOptions): Promise<Reading> {
  const name = nameOf(file, options);
  const text = options.overlay?.get(path.resolve(file));
  if (text !== undefined) return readTemplateText(text, name, named);
  return options.cache?.read(file, name, named) ?? readTemplateFile(file, name, named);
}

/** A file's name in reports. */
export function nameOf(file: string, { cwd }: Pick<RunOptions, 'cwd'>): string {
  return toSlash(path.relative(cwd, file));
}

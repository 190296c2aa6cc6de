import path from 'node:path';
import { repositoryOf } from '../config/load.js';
import { usesCfnInclude } from '../include/directives.js';
import { toSlash } from './discover.js';
import { readTemplateFile, readTemplateText, type Reading } from './read.js';
import type { RunOptions } from './run.js';

/** What reading a file depends on. */
type ReadOptions = Pick<RunOptions, 'cwd' | 'configuration' | 'overlay' | 'cache' | 'environment'>;

/** Reads a file, and puts it together where it is written for cfn-include. */
export async function read(file: string, named: boolean, options: ReadOptions): Promise<Reading> {
  return expanded(await readAsWritten(file, named, options), file, options);
}

/** As it was read, and put together where that is called for. */
export async function expanded(reading: Reading, file: string, options: ReadOptions): Promise<Reading> {
  const { document } = reading;
  if (document?.root === undefined || !usesCfnInclude(document.root)) return reading;
  const { expandIncludes } = await import('../include/expand.js');
  const { env } = options.configuration.configuration.include;
  const absolute = path.resolve(file);
  const result = await expandIncludes(document, {
    absolute,
    root: repositoryOf(path.dirname(absolute)) ?? options.cwd,
    environment: Object.fromEntries(env.map((name) => [name, options.environment?.[name]])),
    nameOf: (included) => nameOf(included, options),
  });
  return { ...reading, document: result };
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

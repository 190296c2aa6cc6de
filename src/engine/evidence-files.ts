import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { outputsIn } from '../evidence/outputs.js';
import type { Document } from '../parse/document.js';
import type { EvidenceFile } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';
import { SourceFile } from '../text/source-file.js';
import { toSlash, walk } from './discover.js';

/** What `--evidence` names, read. */
export interface EvidenceFiles {
  readonly documents: readonly Document[];
  readonly files: readonly EvidenceFile[];
  readonly problems: readonly Problem[];
}

/** Reads files, and the JSON files in folders, that were captured from the account. */
export async function readEvidenceFiles(paths: readonly string[], cwd: string): Promise<EvidenceFiles> {
  const { parseJson } = await import('../parse/json.js');
  const documents: Document[] = [];
  const files: EvidenceFile[] = [];
  const problems: Problem[] = [];
  for (const file of await evidenceFilesOf(paths, cwd)) {
    const name = toSlash(path.relative(cwd, file));
    try {
      const { mtime } = await stat(file);
      for (const output of outputsIn(await readFile(file, 'utf8')))
        documents.push(explained(parseJson(new SourceFile(name, output))));
      files.push({ file: name, collected: mtime.toISOString().slice(0, 10) });
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const message = isMissing ? 'the evidence does not exist' : 'the evidence cannot be read';
      problems.push({ file: name, message, code: isMissing ? 'missing-file' : 'unreadable-file' });
    }
  }
  return { documents, files, problems };
}

/** What is no JSON is most often an output in another format. */
function explained(document: Document): Document {
  if (document.root !== undefined) return document;
  const problems = document.problems.map((problem) => ({
    ...problem,
    message: `${problem.message}: evidence is what the AWS CLI prints with --output json`,
  }));
  return { ...document, problems };
}

/** The absolute paths of the files that `--evidence` names, and of those in its folders. */
export async function evidenceFilesOf(paths: readonly string[], cwd: string): Promise<string[]> {
  return (await Promise.all(paths.map((given) => filesOf(path.resolve(cwd, given))))).flat();
}

async function filesOf(absolute: string): Promise<string[]> {
  const stats = await stat(absolute).catch(() => undefined);
  if (!stats?.isDirectory()) return [absolute];
  return (await walk(absolute, new Set())).filter((file) => /\.(?:json|tfstate)$/.test(file));
}

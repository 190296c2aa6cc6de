import path from 'node:path';
import { repositoryOf } from '../config/load.js';
import type { Before, BranchComparison } from '../change/git.js';
import type { TemplateChange } from '../model/change.js';
import type { Document } from '../parse/document.js';
import type { MapNode } from '../parse/node.js';
import type { Problem } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import type { Base } from './options.js';
import { readTemplateText, type Reading } from './read.js';

/** Finds out what the working folder's repository was at a commit. */
export class BaseReader {
  private constructor(
    private readonly comparison: BranchComparison,
    private readonly ref: string,
    private readonly cwd: string,
  ) {}

  /** @param cwd the working folder; absolute. A ref that names no commit of its repository is a problem. */
  static async open(ref: string, cwd: string): Promise<BaseReader | Problem> {
    const root = repositoryOf(cwd);
    if (root === undefined)
      return {
        message: '--base compares with a commit, and here is no Git repository',
        code: 'missing-base',
      };
    const { compareWith } = await import('../change/git.js');
    const comparison = await compareWith(root, ref);
    if (typeof comparison === 'string') return { message: comparison, code: 'missing-base' };
    return new BaseReader(comparison, ref, cwd);
  }

  /** What is to be said of the base itself. */
  get problems(): readonly Problem[] {
    if (this.comparison.isFromBranchPoint) return [];
    const message = `no commit is known where HEAD branched off from "${this.ref}", so what "${this.ref}" gained since then counts as removed; a shallow clone has to fetch more`;
    return [{ message, code: 'missing-base', severity: 'warning' }];
  }

  /** The files that are gone since the base and may have been templates. */
  get deleted(): readonly Before[] {
    return this.comparison.deleted.filter(({ file }) => /\.(?:json|ya?ml|template|tf)$/.test(file));
  }

  /**
   * The base of a workspace.
   *
   * @param documents by their absolute paths.
   * @param deleted the files of the workspace that are gone, with their names in reports.
   * @param problems takes what could not be read of the base.
   */
  async baseOf(
    documents: ReadonlyMap<string, Document>,
    deleted: ReadonlyMap<Before, string>,
    problems: Problem[],
  ): Promise<Base> {
    const befores: Document[] = [];
    const read = async (before: Before, name: string, current?: Document): Promise<void> => {
      try {
        const text = await before.text();
        // Git keeps the line ends of its choice, and a rename changes no text.
        if (current !== undefined && normal(text) === normal(current.file.text)) befores.push(current);
        else befores.push(...documentsIn(await readTemplateText(text, name, false)));
      } catch {
        const message = 'what the file was at the base cannot be read, so all of it counts as new';
        problems.push({ file: name, message, code: 'missing-base' });
      }
    };
    for (const [file, document] of documents) {
      const origin = this.comparison.originOf(file, document.file.text);
      const { included = [] } = document;
      if (origin.kind === 'same' && this.areSame(included)) befores.push(document);
      // What was put together from several files is not put together again as it was: all of it counts as new.
      if (origin.kind === 'changed' && included.length === 0)
        await read(origin.before, document.file.path, document);
    }
    for (const [before, name] of deleted) await read(before, name);
    return {
      ref: this.ref,
      documents: befores,
      changeOf: await changesBetween(befores, [...documents.values()]),
    };
  }

  private areSame(files: readonly SourceFile[]): boolean {
    return files.every(
      ({ path: name, text }) => this.comparison.originOf(path.resolve(this.cwd, name), text).kind === 'same',
    );
  }
}

function documentsIn({ document }: Reading): Document[] {
  return document === undefined ? [] : [document];
}

function normal(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

const nothing: TemplateChange = { resources: new Map(), statements: { added: 0, removed: 0 } };

/** The comparison costs half a second to load, and only CloudFormation templates that differ need it. */
async function changesBetween(
  before: readonly Document[],
  after: readonly Document[],
): Promise<Base['changeOf']> {
  const befores = new Map(before.map((document) => [document.file.path, document]));
  const afters = new Map(after.map((document) => [document.file.path, document]));
  const pairs = [...befores].flatMap(([name, old]) => {
    const current = afters.get(name);
    return current !== undefined && current !== old ? [{ old, current }] : [];
  });
  const isNeeded = pairs.some(({ old, current }) => isTemplate(old.root) && isTemplate(current.root));
  const compare = isNeeded ? (await import('../change/template-diff.js')).compareTemplates : undefined;
  return (name) => {
    const [old, current] = [befores.get(name)?.root, afters.get(name)?.root];
    if (old !== undefined && old === current) return nothing;
    if (compare === undefined || !isTemplate(old) || !isTemplate(current)) return undefined;
    try {
      return compare(old, current);
    } catch {
      // It is made for templates that deploy, and a stranger's may be anything: what is not compared may have changed.
      return undefined;
    }
  };
}

function isTemplate(root: Document['root']): root is MapNode {
  return root?.kind === 'map' && root.entries.some(({ key }) => key === 'Resources');
}

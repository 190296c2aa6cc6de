import path from 'node:path';
import { repositoryOf } from '../config/load.js';
import type { Comparison } from '../change/git.js';
import type { TemplateChange } from '../model/change.js';
import type { Document } from '../parse/document.js';
import type { MapNode } from '../parse/node.js';
import type { Problem } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import { toSlash } from './discover.js';
import type { Base } from './options.js';
import { readTemplateText } from './read.js';

/** Finds out what the working folder's repository was at a commit. */
export class BaseReader {
  private constructor(
    private readonly comparison: Comparison,
    private readonly ref: string,
    /** The repository's. */
    private readonly root: string,
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
    if (comparison !== undefined) return new BaseReader(comparison, ref, root, cwd);
    const message = `"${ref}" is no commit that this repository holds; a shallow clone has to fetch it first`;
    return { message, code: 'missing-base' };
  }

  /** The absolute paths of files that are gone since the base and may have been templates. */
  get deleted(): readonly string[] {
    return this.comparison.deleted.filter((file) => /\.(?:json|ya?ml|template|tf)$/.test(file));
  }

  /**
   * The base of a workspace.
   *
   * @param documents by their absolute paths.
   * @param deleted the files of the workspace that are gone, with their names in reports by their absolute paths.
   */
  async baseOf(
    documents: ReadonlyMap<string, Document>,
    deleted: ReadonlyMap<string, string>,
  ): Promise<Base> {
    const befores: Document[] = [];
    for (const [file, document] of documents) {
      const origin = this.comparison.originOf(file);
      const { included = [] } = document;
      if (origin.kind === 'same' && this.areSame(included)) befores.push(document);
      // What was put together from several files is not put together again as it was: all of it counts as new.
      if (origin.kind === 'changed' && included.length === 0)
        befores.push(...(await this.read(origin.name, document.file.path)));
    }
    for (const [file, name] of deleted)
      befores.push(...(await this.read(toSlash(path.relative(this.root, file)), name)));
    return {
      ref: this.ref,
      documents: befores,
      changeOf: await changesBetween(befores, [...documents.values()]),
    };
  }

  private areSame(files: readonly SourceFile[]): boolean {
    return files.every(
      ({ path: name }) => this.comparison.originOf(path.resolve(this.cwd, name)).kind === 'same',
    );
  }

  private async read(nameInCommit: string, name: string): Promise<Document[]> {
    const { document } = await readTemplateText(await this.comparison.textOf(nameInCommit), name, false);
    return document === undefined ? [] : [document];
  }
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

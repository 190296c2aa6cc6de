import { readTemplate } from '../dialect/read-template.js';
import { ExportTable } from '../dialect/template.js';
import { Workspace } from '../model/workspace.js';
import type { Document } from '../parse/document.js';
import type { Outcome } from '../report/outcome.js';
import { focus } from './focus.js';
import { judge } from './judge.js';
import type { LintOptions } from './options.js';
import { sort } from './sort.js';
import { suppress } from './suppress.js';

/**
 * Lints documents as one deployment. It is synchronous and does no I/O: the same documents and options give the
 * same outcome, in any order of the documents.
 *
 * @param documents what was parsed: the files to report on and their context alike.
 */
export function lint(documents: readonly Document[], options: LintOptions): Outcome {
  const exports = new ExportTable();
  const templates = documents.map((document) => readTemplate(document, exports));
  const workspace = new Workspace(templates);
  const judged = judge(workspace, options);
  const heeded = suppress(judged, workspace, options);
  const focused = focus(heeded, options);
  return sort(focused);
}

import { readTemplates } from '../dialect/read-template.js';
import { ExportTable } from '../dialect/template.js';
import { readEvidence } from '../evidence/read.js';
import { Workspace } from '../model/workspace.js';
import type { Document } from '../parse/document.js';
import type { Outcome } from '../report/outcome.js';
import { engagementsOf } from './engagements.js';
import { focus } from './focus.js';
import { judge } from './judge.js';
import { judgeChanges } from './judge-changes.js';
import type { Base, LintOptions } from './options.js';
import { sort } from './sort.js';
import { subtract } from './subtract.js';
import { suppress } from './suppress.js';

/**
 * Lints documents as one deployment. It is synchronous and does no I/O: the same documents and options give the
 * same outcome, in any order of the documents.
 *
 * @param documents what was parsed: the files to report on and their context alike.
 */
export function lint(documents: readonly Document[], options: LintOptions): Outcome {
  const workspace = workspaceOf(documents, options);
  const judged = judge(workspace, options);
  const added =
    options.base === undefined
      ? suppress(judged, workspace, options)
      : since(options.base, judged, workspace, options);
  const focused = focus(added, options);
  if (options.withEngagements !== true) return sort(focused);
  return { ...sort(focused), engagements: engagementsOf(workspace, options) };
}

function workspaceOf(documents: readonly Document[], options: LintOptions): Workspace {
  const { memory, evidence = [] } = options;
  const templates = readTemplates(documents, new ExportTable(), options, memory?.templates);
  return new Workspace([...templates, ...readEvidence(evidence)], undefined, memory?.views);
}

/** What the documents add to the base, and what rules on changes say of the way from there. */
function since(base: Base, judged: Outcome, workspace: Workspace, options: LintOptions): Outcome {
  // Two workspaces at a time have no memory in common.
  const { memory: _memory, ...forgetful } = options;
  const before = workspaceOf(base.documents, forgetful);
  const known = suppress(judge(before, options), before, options);
  const compared = judgeChanges(judged, workspace, before, options, base);
  return subtract(suppress(compared, workspace, options), known);
}

import { suppressionEdit } from '../engine/suppression-edit.js';
import type { Edit, Finding, RegisteredRule } from '../index.js';
import { SourceFile } from '../text/source-file.js';
import { findingsAt } from './at-position.js';
import { ofFinding, rangeOf } from './diagnostics.js';
import type { OpenDocument } from './publisher.js';
import { CodeActionKind, type CodeAction, type Range } from './protocol.js';

/** A file whose text is open. */
export interface ActedOn {
  readonly document: OpenDocument;
  readonly text: string;
  /** The folder that findings are named relative to; absolute. */
  readonly folder: string;
  readonly findings: readonly Finding[];
  readonly rules: readonly RegisteredRule[];
}

/** What can be done about the findings in a stretch of a text: mend them, or suppress them with a reason. */
export async function codeActionsAt(actedOn: ActedOn, range: Range): Promise<CodeAction[]> {
  const { document, text, folder, findings, rules } = actedOn;
  const actions: CodeAction[] = [];
  const found = findingsAt(findings, range);
  const add = (title: string, edits: readonly Edit[], finding: Finding, isPreferred: boolean): void => {
    const changed = edits.map((edit) => ({ range: rangeOf(edit.range), newText: edit.text }));
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [ofFinding(finding, folder)],
      edit: { changes: { [document.uri]: changed } },
      ...(isPreferred && { isPreferred }),
    });
  };
  for (const finding of found) {
    const { fix } = finding;
    if (fix === undefined) continue;
    const title = fix.isSafe ? fix.description : `${fix.description} (unsafe: something may rely on it)`;
    add(title, fix.edits, finding, fix.isSafe);
  }
  for (const finding of found) {
    const { ruleId, file } = finding;
    const rule = rules.find(({ id }) => id === ruleId)?.rule;
    // What is said of suppressions cannot be suppressed.
    if (rule === undefined || rule.check.suppression !== undefined) continue;
    const edit = await suppressionEdit(new SourceFile(file, text), finding);
    if (edit === undefined) continue;
    const where = edit.text.includes('incident-lint-disable-') ? 'on this line' : 'for this resource';
    add(`Suppress ${ruleId} ${where}: write the reason`, [edit], finding, false);
  }
  return actions;
}

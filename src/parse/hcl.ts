import type { Problem } from '../report/problem.js';
import type { SourceFile, Span } from '../text/source-file.js';
import type { Comment, Document } from './document.js';
import { Cursor, Unreadable } from './hcl/cursor.js';
import type { Expression } from './hcl/expression.js';
import { readBody } from './hcl/read-body.js';
import { readExpression } from './hcl/read-expression.js';
import { readBare } from './hcl/template.js';
import { lengthProblem, problemAt } from './limits.js';

/**
 * Parses HashiCorp's configuration language (`.tf`, `.tfvars`) into the tree that Terraform's JSON syntax would give.
 * What has to be computed is a scalar with its expression. It never throws.
 */
export function parseHcl(file: SourceFile): Document {
  const problems: Problem[] = [];
  const tooLong = lengthProblem(file);
  if (tooLong !== undefined) return { file, format: 'hcl', problems: [tooLong] };
  const comments: Comment[] = [];
  const cursor = new Cursor(file.text, 0, file.text.length, undefined, comments);
  const repeated = (name: string, span: Span): void => {
    const message = `${JSON.stringify(name)} is given twice`;
    problems.push(problemAt(file, span, 'duplicate-key', message));
  };
  try {
    const root = readBody(cursor, 0, repeated);
    if (!cursor.isAtEnd) cursor.fail('this bracket closes nothing');
    return { file, format: 'hcl', root, problems, comments: commentsForUs(comments) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { file, format: 'hcl', problems: [problemAt(file, error.span, error.code, error.message)] };
  }
}

/**
 * Parses what a string of Terraform's JSON syntax holds.
 *
 * @param span where the string stands: the place of all that is in it.
 * @returns the expression, or why there is none.
 */
export function parseTemplateString(text: string, span: Span): Expression | Unreadable {
  try {
    return readBare(new Cursor(text, 0, text.length, span, []), readExpression);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

/** The comments that begin with the tool's name; some are met twice, because what follows them is tried twice. */
function commentsForUs(comments: readonly Comment[]): Comment[] {
  const ours = comments.filter(({ text }) => /^#\s*incident-lint/.test(text));
  return [...new Map(ours.map((comment) => [comment.span.start, comment])).values()];
}

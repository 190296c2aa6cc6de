import type { Comment, Document } from '../parse/document.js';
import type { Place } from '../text/place.js';

/** What a suppression hides: findings that begin on a line, those of a resource, or those of its file. */
export type SuppressionScope =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'resource'; readonly name: string }
  /** All that one block stands for, where it is made several times. */
  | { readonly kind: 'resources'; readonly names: readonly string[] }
  | { readonly kind: 'file' };

/** A wish of the template's author that a rule be silent somewhere. */
export interface Suppression {
  /** Undefined where none is named. */
  readonly ruleId: string | undefined;
  /** Why; a suppression without a reason hides nothing. */
  readonly reason: string | undefined;
  /** The last day on which it holds, as YYYY-MM-DD; undefined for no end. */
  readonly until?: string;
  readonly scope: SuppressionScope;
  /** Where it is written. */
  readonly place: Place;
}

const comment = /^#\s*incident-lint-disable-(line|next-line|file)(?:\s+(\S.*))?$/;

/** The suppressions in a document's comments: `# incident-lint-disable-line RULE[, RULE] -- reason`. */
export function commentSuppressions(document: Document): Suppression[] {
  return (document.comments ?? []).flatMap((written) => suppressionsOf(written, document));
}

function suppressionsOf({ text, span }: Comment, { file }: Document): Suppression[] {
  const match = comment.exec(text.trimEnd());
  if (match === null) return [];
  const [, where, rest = ''] = match;
  const line = file.positionAt(span.start).line + (where === 'next-line' ? 1 : 0);
  const scope: SuppressionScope = where === 'file' ? { kind: 'file' } : { kind: 'line', line };
  return named(rest, scope, { file, span, path: undefined });
}

const blockComment = /^\s*incident-lint-disable(?:\s+(\S[^]*))?$/;

/**
 * The suppressions in a comment that belongs to a block of Terraform's JSON syntax.
 *
 * @param text `incident-lint-disable RULE[, RULE] -- reason`; any other is no suppression.
 */
export function suppressionsIn(text: string, scope: SuppressionScope, place: Place): Suppression[] {
  const match = blockComment.exec(text);
  return match === null ? [] : named(match[1] ?? '', scope, place);
}

/** @param text the rules and, after `--`, the reason. */
function named(text: string, scope: SuppressionScope, place: Place): Suppression[] {
  const [names = '', ...reasons] = text.split(/\s--(?:\s|$)/);
  const reason = reasons.join(' -- ').trim();
  const ruleIds = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('--'));
  return (ruleIds.length === 0 ? [undefined] : ruleIds).map((ruleId) => ({
    ruleId,
    reason: reason === '' ? undefined : reason,
    scope,
    place,
  }));
}

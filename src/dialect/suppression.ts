import type { Comment, Document } from '../parse/document.js';
import type { Path, Place } from '../text/place.js';

/** What a suppression hides: findings that begin on a line, those of a resource, or those of its file. */
export type SuppressionScope =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'resource'; readonly name: string }
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
  return (document.comments ?? []).flatMap((written) => suppressionsIn(written, document));
}

function suppressionsIn({ text, span }: Comment, { file }: Document): Suppression[] {
  const match = comment.exec(text.trimEnd());
  if (match === null) return [];
  const [, where, rest = ''] = match;
  const [names = '', ...reasons] = rest.split(/\s--(?:\s|$)/);
  const reason = reasons.join(' -- ').trim();
  const line = file.positionAt(span.start).line + (where === 'next-line' ? 1 : 0);
  const scope: SuppressionScope = where === 'file' ? { kind: 'file' } : { kind: 'line', line };
  const place = { file, span, path: undefined satisfies Path | undefined };
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

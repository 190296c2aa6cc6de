import { printable } from '../text/printable.js';

/** What Markdown, GitHub's and GitLab's, takes for markup: escaped, it is itself. */
const markup = /[\\`*_{}[\]<>|~&$!]|:(?=\/\/)/g;

/**
 * A text as Markdown that shows it and does nothing else: no HTML, link or image, and neither a mention nor a reference
 * to an issue, which services also find in text that is escaped.
 */
export function plainMarkdown(text: string): string {
  return printable(text)
    .replace(markup, String.raw`\$&`)
    .replace(/[@#]/g, '$&&#8203;')
    .replace(/(www)\./gi, String.raw`$1\.`);
}

/** A text as code in Markdown, in a cell of a table too. */
export function codeMarkdown(text: string): string {
  // In a table a bar ends the cell even within code, and its escape would show after a backslash.
  if (/[|`\\]/.test(text) || text.trim() === '') return plainMarkdown(text);
  return `\`${printable(text)}\``;
}

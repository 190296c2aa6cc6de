import { printable } from '../text/printable.js';

/** An element, its attributes in their order and what is in it, as lines of markup. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements, or a text. */
  readonly content?: readonly Element[] | string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for markup, in attributes and elsewhere; what XML 1.0 does not allow (§2.2) becomes a visible sign. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A document with its declaration and a final line break. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ name, attributes, content = [] }: Element, indent: string): string[] {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('');
  const open = `${indent}<${name}${written}`;
  if (content.length === 0) return [`${open}/>`];
  if (typeof content === 'string') {
    const text = content.split('\n').map(escapeMarkup).join('\n');
    return [`${open}>${text}</${name}>`];
  }
  const inner = content.flatMap((element) => linesOf(element, `${indent}  `));
  return [`${open}>`, ...inner, `${indent}</${name}>`];
}

import type { Document } from '../../src/parse/document.js';
import type { Node } from '../../src/parse/node.js';

/** Every node of a document in order: its keys, what it is, and the very text it was written as. */
export function outline({ file, root }: Document): [keys: string, kind: string, source: string][] {
  const rows: [string, string, string][] = [];
  const visit = (node: Node, keys: string): void => {
    const tag = node.tag === undefined ? '' : `${node.tag} `;
    const kind = node.kind === 'scalar' ? `${node.type} ${node.text}` : node.kind;
    rows.push([keys, `${tag}${kind}`, file.text.slice(node.span.start, node.span.end)]);
    const below = (key: string): string => (keys === '' ? key : `${keys}/${key}`);
    if (node.kind === 'list')
      node.items.forEach((item, index) => {
        visit(item, below(String(index)));
      });
    if (node.kind === 'map') for (const { key, value } of node.entries) visit(value, below(key));
  };
  if (root !== undefined) visit(root, '');
  return rows;
}

/** The keys of the root as they were written. */
export function keysOf({ file, root }: Document): string[] {
  const entries = root?.kind === 'map' ? root.entries : [];
  return entries.map(({ keySpan }) => file.text.slice(keySpan.start, keySpan.end));
}

/** The problems as `line:column code: message`. */
export function problemsOf({ problems }: Document): string[] {
  return problems.map(
    ({ code, message, range }) =>
      `${String(range?.start.line)}:${String(range?.start.column)} ${code}: ${message}`,
  );
}

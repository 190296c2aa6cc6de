import type { Document } from '../../../parse/document.js';
import type { MapNode, Node } from '../../../parse/node.js';
import { keysOf, type Path } from '../../../text/place.js';
import type { Resource } from '../../resource.js';
import { suppressionsIn, type Suppression } from '../../suppression.js';

/** The suppressions in the comments of Terraform's JSON syntax: `"//": "incident-lint-disable RULE -- reason"`. */
export function blockSuppressions(
  { root, file, format }: Document,
  resources: readonly Resource[],
): Suppression[] {
  if (format !== 'json' || root === undefined) return [];
  const suppressions: Suppression[] = [];
  const names = new Map<string, string[]>();
  for (const { name, place } of resources) {
    const key = JSON.stringify(keysOf(place.path));
    names.set(key, [...(names.get(key) ?? []), name]);
  }
  const visit = (node: Node, left: number, path: Path): void => {
    if (node.kind === 'list')
      for (const [index, item] of node.items.entries()) visit(item, left, { parent: path, key: index });
    if (node.kind !== 'map') return;
    if (left === 0) {
      const scope = { kind: 'resources', names: names.get(JSON.stringify(keysOf(path))) ?? [] } as const;
      suppressions.push(
        ...commentsOf(node).flatMap((comment) =>
          suppressionsIn(comment.text, scope, {
            file,
            span: comment.span,
            path: { parent: path, key: '//' },
          }),
        ),
      );
      return;
    }
    for (const { key, value } of node.entries)
      if (key !== '//') visit(value, left - 1, { parent: path, key });
  };
  const blocks = root.kind === 'map' ? root.entries.find(({ key }) => key === 'resource')?.value : undefined;
  if (blocks !== undefined) visit(blocks, 2, { parent: undefined, key: 'resource' });
  return suppressions;
}

/** The texts under `//`: one, or a list of them. CDKTF keeps an object there. */
function commentsOf(body: MapNode): Extract<Node, { kind: 'scalar' }>[] {
  const comment = body.entries.find(({ key }) => key === '//')?.value;
  const all = comment?.kind === 'list' ? comment.items : comment === undefined ? [] : [comment];
  return all.filter((item) => item.kind === 'scalar');
}

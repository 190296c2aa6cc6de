import type { Node } from '../parse/node.js';
import type { Path } from '../text/place.js';
import type { SourceFile } from '../text/source-file.js';
import type { Value } from '../value/value.js';

/** Plain data as a value: what the AWS CLI prints has no functions. */
export function valueOf(node: Node, path: Path | undefined, file: SourceFile): Value {
  const place = { file, span: node.span, path };
  switch (node.kind) {
    case 'scalar':
      return node.type === 'null'
        ? { kind: 'absent', place }
        : { kind: 'text', text: node.text, type: node.type, place };
    case 'list':
      return {
        kind: 'list',
        place,
        items: node.items.map((item, index) => valueOf(item, { parent: path, key: index }, file)),
      };
    case 'map':
      return {
        kind: 'map',
        place,
        entries: node.entries.map(({ key, keySpan, value }) => {
          const at = { parent: path, key };
          return { key, keyPlace: { file, span: keySpan, path: at }, value: valueOf(value, at, file) };
        }),
      };
  }
}

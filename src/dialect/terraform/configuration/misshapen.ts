import { problemAt } from '../../../parse/limits.js';
import type { MapNode, Node } from '../../../parse/node.js';
import type { Problem } from '../../../report/problem.js';
import type { SourceFile } from '../../../text/source-file.js';
import { labelCounts } from './folder.js';

const labelsOf: ReadonlyMap<string, number> = new Map(Object.entries(labelCounts));

/**
 * What stands in a file of JSON syntax in place of blocks or of their labels, and is neither an object nor a list of objects
 * (JSON Configuration Syntax, "JSON File Structure"). HCL's own syntax has no such places.
 */
export function misshapenIn(root: MapNode, file: SourceFile): Problem[] {
  return root.entries.flatMap(({ key, value }) => {
    const labels = labelsOf.get(key);
    return labels === undefined ? [] : faultsIn(value, labels, key, file);
  });
}

function faultsIn(node: Node, labelsLeft: number, name: string, file: SourceFile): Problem[] {
  if (node.kind === 'list') return node.items.flatMap((item) => faultsIn(item, labelsLeft, name, file));
  if (node.kind === 'map')
    return labelsLeft === 0
      ? []
      : node.entries.flatMap(({ key, value }) =>
          key === '//' ? [] : faultsIn(value, labelsLeft - 1, `${name} ${key}`, file),
        );
  // A block that is null is none.
  if (node.type === 'null') return [];
  const sort = node.type === 'string' ? 'text' : node.type;
  const message = `${name} is a ${sort}, where Terraform takes an object`;
  return [problemAt(file, node.span, 'wrong-type', message)];
}

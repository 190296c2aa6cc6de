import { parseTemplateString } from '../../../parse/hcl.js';
import { problemAt } from '../../../parse/limits.js';
import {
  withEntries,
  withItems,
  withValue,
  type MapNode,
  type Node,
  type NodeEntry,
} from '../../../parse/node.js';
import type { Problem } from '../../../report/problem.js';
import type { SourceFile } from '../../../text/source-file.js';

/** What Terraform takes as it is written: types, versions, and defaults. */
const literal = new Set(['//', 'terraform', 'variable']);

/** Arguments that are references although they are written without `${…}`. */
const references = new Set(['depends_on', 'providers', 'provider', 'ignore_changes']);

/**
 * The tree of a `.tf.json` file with an expression at every string that is a template (JSON Configuration Syntax,
 * "Expression Mapping"). A string that cannot be read is a problem, and stays as it is written.
 */
export function withExpressions(root: MapNode, file: SourceFile, problems: Problem[]): MapNode {
  const map = (node: MapNode, skipped: ReadonlySet<string>): MapNode =>
    withEntries(
      node,
      node.entries.map((entry): NodeEntry =>
        skipped.has(entry.key) ? entry : withValue(entry, visit(entry.value)),
      ),
    );
  const visit = (node: Node): Node => {
    if (node.kind === 'map') return map(node, references);
    if (node.kind === 'list') return withItems(node, node.items.map(visit));
    if (node.type !== 'string' || !/[$%]\{/.test(node.text)) return node;
    const expression = parseTemplateString(node.text, node.span);
    if (!(expression instanceof Error))
      return { kind: 'scalar', text: node.text, type: node.type, span: node.span, expression };
    problems.push(problemAt(file, node.span, expression.code, `in the expression: ${expression.message}`));
    return node;
  };
  return map(root, literal);
}

import type { Node } from '../../parse/node.js';
import type { Path } from '../../text/place.js';
import type { SourceFile } from '../../text/source-file.js';
import type { Suppression, SuppressionScope } from '../suppression.js';
import { child } from './evaluator.js';

/**
 * The suppressions in a `Metadata` section: `incident-lint: { disable: [{ rule, reason, until? }] }`.
 *
 * @param owner the template's root or a resource.
 * @param path where the owner stands.
 */
export function metadataSuppressions(
  owner: Node,
  path: Path | undefined,
  scope: SuppressionScope,
  file: SourceFile,
): Suppression[] {
  const disable = child(child(child(owner, 'Metadata'), 'incident-lint'), 'disable');
  if (disable === undefined) return [];
  const at: Path = [{ key: 'incident-lint' }, { key: 'disable' }].reduce<Path>(
    (parent, { key }) => ({ parent, key }),
    { parent: path, key: 'Metadata' },
  );
  const entries = disable.kind === 'list' ? disable.items : [disable];
  return entries.map((entry, index): Suppression => {
    const until = textOf(child(entry, 'until'));
    return {
      ruleId: textOf(child(entry, 'rule')),
      reason: textOf(child(entry, 'reason')),
      ...(until !== undefined && { until }),
      scope,
      place: { file, span: entry.span, path: disable.kind === 'list' ? { parent: at, key: index } : at },
    };
  });
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.text.trim() !== '' ? node.text.trim() : undefined;
}

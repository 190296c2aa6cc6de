import { child } from '../parse/child.js';
import type { Node } from '../parse/node.js';

/** What a document can be. */
export type Form = 'cloudformation' | 'terraform-plan' | 'terraform-state' | 'terraform-raw-state';

/** Tells by its content what a document is; undefined for what is none of these. */
export function formOf(root: Node | undefined): Form | undefined {
  if (root?.kind !== 'map') return undefined;
  const kinds = new Map(root.entries.map(({ key, value }) => [key, value.kind]));
  const has = (key: string, kind: Node['kind']): boolean => kinds.get(key) === kind;
  if (kinds.has('AWSTemplateFormatVersion') || has('Resources', 'map')) return 'cloudformation';
  if (has('planned_values', 'map') || (kinds.has('format_version') && has('resource_changes', 'list')))
    return 'terraform-plan';
  // Without any resource, `terraform show -json` prints the version of the format alone.
  const isBare = [...kinds.keys()].every((key) =>
    ['format_version', 'terraform_version', 'checks'].includes(key),
  );
  if (kinds.has('format_version') && (has('values', 'map') || isBare)) return 'terraform-state';
  const isState = kinds.has('serial') || kinds.has('lineage') || kinds.has('terraform_version');
  const hasResources = has('resources', 'list') || has('modules', 'list');
  if (kinds.has('version') && isState && hasResources) return 'terraform-raw-state';
  return has('encrypted_data', 'scalar') && kinds.has('encryption_version')
    ? 'terraform-raw-state'
    : undefined;
}

/** Whether a document is a state of Terraform's that holds no resource at all, as after `terraform destroy`. */
export function isEmptyState(root: Node): boolean {
  const form = formOf(root);
  if (form === 'terraform-raw-state') {
    const [version, resources] = [child(root, 'version'), child(root, 'resources')];
    // Of another version it is not said that it is empty.
    if (version?.kind === 'scalar' && version.text !== '4') return false;
    return resources?.kind === 'list' && resources.items.length === 0;
  }
  const module = child(child(root, 'values'), 'root_module');
  return (
    form === 'terraform-state' &&
    child(module, 'resources') === undefined &&
    child(module, 'child_modules') === undefined
  );
}

/**
 * Whether a text that may be malformed claims to be a plan or a state of Terraform's: a test without parsing, in linear
 * time.
 */
export function saysItIsTerraform(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const has = (key: string): boolean => text.includes(`"${key}"`);
  if (has('format_version') && (has('planned_values') || has('resource_changes') || has('values')))
    return true;
  if (has('planned_values') && has('root_module')) return true;
  if (has('encrypted_data')) return has('encryption_version');
  return has('terraform_version') && has('lineage') && has('resources');
}

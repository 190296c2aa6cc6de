import { child } from '../../parse/child.js';
import type { Doubt } from '../../value/tri.js';
import type { Value } from '../../value/value.js';
import type { Template } from '../template.js';
import type { Instance } from './instance.js';
import { enter, isFalse, itemsOf, type Located } from './located.js';
import { indexPlan } from './plan-index.js';
import { plannedOutputs } from './plan-values.js';
import { PlannedProperties } from './planned-properties.js';
import { planProblems, versionProblems } from './refusal.js';
import { InstanceResource } from './resource.js';
import { toolsOfOutput } from './tool-versions.js';

/**
 * Reads a plan as `terraform show -json` prints it, of any format version: what will exist once it is applied. What the
 * plan deletes or only reads is left out.
 */
export function readPlan(root: Located): Template {
  const plan = indexPlan(root);
  const read = (instance: Instance): Value => new PlannedProperties(instance, plan);
  const resources = [...plan.managed.values()].map((instance) => new InstanceResource(instance, read));
  const problems = [...versionProblems(root), ...planProblems(root)];
  return {
    file: root.file,
    resources,
    suppressions: [],
    problems,
    tools: toolsOfOutput(root),
    outputs: () => plannedOutputs(root, plan),
    isPlan: true,
    isUnread: false,
    isOpen: leftOut(root),
  };
}

/**
 * Why more may exist than a plan says: changes that wait for others, or were not asked for (`-target`), and resources
 * that go on to exist outside of Terraform.
 */
function leftOut(root: Located): Doubt | undefined {
  if (isFalse(enter(root, 'complete')) || itemsOf(enter(root, 'deferred_changes')).length > 0)
    return { why: 'the plan leaves out some changes', settle: 'a plan of everything' };
  const forgets = itemsOf(enter(root, 'resource_changes')).some(({ node }) => {
    const actions = child(child(node, 'change'), 'actions');
    return (
      actions?.kind === 'list' &&
      actions.items.some((action) => action.kind === 'scalar' && action.text === 'forget')
    );
  });
  return forgets
    ? { why: 'the plan only forgets some resources', settle: 'what declares them from now on' }
    : undefined;
}

import type { Template } from '../template.js';
import type { Instance } from './instance.js';
import type { Located } from './located.js';
import { indexPlan } from './plan-index.js';
import { plannedOutputs, plannedProperties } from './plan-values.js';
import { planProblems, versionProblems } from './refusal.js';
import { resourceOf } from './resource.js';
import { toolsOfOutput } from './tool-versions.js';

/**
 * Reads a plan as `terraform show -json` prints it, of any format version: what will exist once it is applied. What the
 * plan deletes or only reads is left out.
 */
export function readPlan(root: Located): Template {
  const plan = indexPlan(root);
  const resources = [...plan.managed.values()].map((instance: Instance) =>
    resourceOf(instance, () => plannedProperties(instance, plan)),
  );
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
  };
}

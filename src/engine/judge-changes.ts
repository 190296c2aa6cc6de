import type { Template } from '../dialect/template.js';
import type { Changed, TemplateChange } from '../model/change.js';
import { kinds, type KindName } from '../model/kinds.js';
import type { Workspace } from '../model/workspace.js';
import type { ChangeSummary, Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';
import { isOn } from '../rule/level.js';
import { changedInConfigurations, changedResources, type ChangedResource } from './changed-resources.js';
import { Collector } from './collector.js';
import type { Base, LintOptions } from './options.js';

/** Adds what the rules on changes say of all resources that differ between two versions of a workspace. */
export function judgeChanges(
  outcome: Outcome,
  workspace: Workspace,
  base: Workspace,
  options: LintOptions,
  { ref, changeOf }: Pick<Base, 'ref' | 'changeOf'>,
): Outcome {
  const befores = new Map(base.templates.map((template) => [template.file.path, template]));
  const afters = new Map(workspace.templates.map((template) => [template.file.path, template]));
  const files = [...new Set([...befores.keys(), ...afters.keys()])];
  const changes = new Map(files.map((file) => [file, changeOf(file)]));
  const ofConfigurations = (templates: Iterable<Template>): Template[] =>
    [...templates].filter(({ isConfiguration }) => isConfiguration === true);
  const others = files.filter((file) => (afters.get(file) ?? befores.get(file))?.isConfiguration !== true);
  const resources = [
    ...others.flatMap((file) => changedResources(befores.get(file), afters.get(file), changes.get(file))),
    ...changedInConfigurations(ofConfigurations(befores.values()), ofConfigurations(afters.values())),
  ];
  const collector = new Collector();
  const problems: Problem[] = [];
  for (const registered of options.rules) {
    const { changed: checks } = registered.rule.check;
    if (checks === undefined || !isOn(registered, options)) continue;
    const level = options.levels.get(registered.id);
    try {
      for (const resource of resources)
        for (const kind of Object.keys(checks).filter(isKind)) {
          const changed = changedView(kind, resource, workspace, base);
          if (changed === undefined) continue;
          const about = resource.after ?? resource.before;
          const report = collector.reporter(registered, about, level === 'off' ? undefined : level);
          // The check under a kind takes changes of that kind; the compiler cannot pair the two.
          const check = checks[kind] as ((changed: unknown, context: object) => void) | undefined;
          check?.(changed, { report, workspace, base, settings: options.settings });
        }
    } catch (error) {
      problems.push({ code: 'internal-error', message: `rule ${registered.id} failed: ${String(error)}` });
    }
  }
  return {
    ...outcome,
    findings: [...outcome.findings, ...collector.findings],
    undecided: [...outcome.undecided, ...collector.undecided],
    problems: [...outcome.problems, ...problems],
    change: { base: ref, ...summaryOf(resources, changes), fixed: [] },
  };
}

function changedView<K extends KindName>(
  kind: K,
  resource: ChangedResource,
  workspace: Workspace,
  base: Workspace,
): Changed<K> | undefined {
  const before = resource.before && base.view(resource.before, kind);
  const after = resource.after && workspace.view(resource.after, kind);
  if (before === undefined && after === undefined) return undefined;
  const { effect, causes, place } = resource;
  return { before, after, effect, causes, place, when: resource.after?.when ?? [] };
}

function summaryOf(
  resources: readonly ChangedResource[],
  changes: ReadonlyMap<string, TemplateChange | undefined>,
): Omit<ChangeSummary, 'base' | 'fixed'> {
  const count = (...effects: readonly string[]): number =>
    resources.filter(({ effect }) => effects.includes(effect)).length;
  const total = (side: 'added' | 'removed'): number =>
    [...changes.values()].reduce((sum, change) => sum + (change?.statements[side] ?? 0), 0);
  return {
    resources: {
      added: count('created'),
      changed: count('updated', 'perhaps replaced'),
      replaced: count('replaced'),
      removed: count('deleted', 'released'),
    },
    statements: { added: total('added'), removed: total('removed') },
  };
}

function isKind(name: string): name is KindName {
  return name in kinds;
}

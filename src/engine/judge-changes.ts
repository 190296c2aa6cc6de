import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import type { Changed, ResourceEffect, TemplateChange } from '../model/change.js';
import { kinds, type KindName } from '../model/kinds.js';
import type { Workspace } from '../model/workspace.js';
import type { ChangeSummary, Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';
import { isOn } from '../rule/level.js';
import type { Place } from '../text/place.js';
import { Collector } from './collector.js';
import type { Base, LintOptions } from './options.js';

/** A resource before and after a change. */
interface ChangedResource extends ResourceEffect {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  readonly place: Place;
}

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
  const resources = files.flatMap((file) =>
    changedResources(befores.get(file), afters.get(file), changes.get(file)),
  );
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

function changedResources(
  before: Template | undefined,
  after: Template | undefined,
  change: TemplateChange | undefined,
): ChangedResource[] {
  const olds = new Map((before?.resources ?? []).map((resource) => [resource.name, resource]));
  const news = new Map((after?.resources ?? []).map((resource) => [resource.name, resource]));
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((name) => {
    const [old, current] = [olds.get(name), news.get(name)];
    // A version that could not be read tells nothing of what came and went.
    if ((old === undefined && before?.isUnread) || (current === undefined && after?.isUnread)) return [];
    const compared = change?.resources.get(name);
    // A file that was compared names whatever changed; one that was not, such as Terraform's, may have changed anywhere.
    if (old !== undefined && current !== undefined && change !== undefined && compared === undefined)
      return [];
    const effect =
      compared?.effect ?? (old === undefined ? 'created' : current === undefined ? 'deleted' : 'updated');
    const place = current?.place ?? startOf(after) ?? old?.place;
    if (place === undefined) return [];
    return [{ before: old, after: current, effect, causes: compared?.causes ?? [], place }];
  });
}

/** Where a template tells of what it no longer declares: its first line. */
function startOf(template: Template | undefined): Place | undefined {
  if (template === undefined) return undefined;
  const end = Math.max(1, template.file.text.search(/[\r\n]|$/));
  return { file: template.file, span: { start: 0, end }, path: undefined };
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

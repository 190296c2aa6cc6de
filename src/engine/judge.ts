import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import { kinds, type KindName } from '../model/kinds.js';
import { misfitsOf } from '../model/schema/shape.js';
import type { Viewed } from '../model/view-memory.js';
import type { Workspace } from '../model/workspace.js';
import type { Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';
import { isOn } from '../rule/level.js';
import type { RegisteredRule } from '../rule/rule.js';
import { Collector } from './collector.js';
import { declarationsIn } from './declarations.js';
import type { LintOptions } from './options.js';

/** Runs every rule that is on over everything it looks at. A rule that fails is a problem and stops no other rule. */
export function judge(workspace: Workspace, options: LintOptions): Outcome {
  const { templates } = workspace;
  const reported = templates.filter(({ file, isUnread }) => !isUnread && options.isReported(file.path));
  const collector = new Collector(declarationsIn(workspace, options));
  const problems: Problem[] = [...templates.flatMap((template) => template.problems), ...misfits(reported)];
  const looked = new Looked(workspace, options);
  for (const registered of options.rules) {
    if (!isOn(registered, options)) continue;
    try {
      run(registered, looked, options, collector);
    } catch (error) {
      problems.push({ code: 'internal-error', message: `rule ${registered.id} failed: ${String(error)}` });
    }
  }
  return {
    files: reported.length,
    resources: reported.reduce((sum, { resources }) => sum + resources.length, 0),
    findings: collector.findings,
    undecided: collector.undecided,
    problems,
    suppressed: [],
    baselined: 0,
  };
}

/** Values that no rule can read, because they are of another sort than their field takes. */
function misfits(templates: readonly Template[]): Problem[] {
  return templates.flatMap(({ file, resources }) =>
    resources.flatMap((resource) =>
      misfitsOf(resource).map(({ place, message }) => ({
        file: file.path,
        range: file.rangeOf(place.span),
        message: `${resource.name}: ${message}`,
        code: 'wrong-type',
      })),
    ),
  );
}

/** What rules look at: a rule speaks of a resource in the resource's own file, so that others are passed over. */
class Looked {
  readonly resources: readonly Resource[];
  readonly #views: ReadonlyMap<KindName, readonly Viewed[]>;

  constructor(
    readonly workspace: Workspace,
    { isReported }: LintOptions,
  ) {
    this.resources = workspace.templates.flatMap(({ resources }) =>
      resources.filter(({ place }) => isReported(place.file.path)),
    );
    this.#views = workspace.viewsOf(this.resources);
  }

  views(kind: KindName): readonly Viewed[] {
    return this.#views.get(kind) ?? [];
  }
}

function run(registered: RegisteredRule, looked: Looked, options: LintOptions, collector: Collector): void {
  const level = options.levels.get(registered.id);
  const chosen = level === 'off' ? undefined : level;
  const about = (resource: Resource) => ({
    workspace: looked.workspace,
    settings: options.settings,
    today: options.today,
    report: collector.reporter(registered, resource, chosen),
  });
  const {
    resource: checkResource,
    changed: _changes,
    suppression: _later,
    ...checks
  } = registered.rule.check;
  const isLeft = leftToCdk(registered, looked.workspace);
  if (checkResource !== undefined)
    for (const resource of looked.resources) if (!isLeft(resource)) checkResource(resource, about(resource));
  for (const kind of Object.keys(checks).filter(isKind)) {
    // The check under a kind takes views of that kind, which `views` gives; the compiler cannot pair the two.
    const check = checks[kind] as ((view: unknown, context: ReturnType<typeof about>) => void) | undefined;
    for (const view of looked.views(kind)) if (!isLeft(view.resource)) check?.(view, about(view.resource));
  }
}

/** Whether a rule passes over a resource because CDK, whose assembly it is in, judges the same. */
function leftToCdk({ rule }: RegisteredRule, { templates }: Workspace): (resource: Resource) => boolean {
  if (rule.leftToCdk !== true) return () => false;
  const files = new Set(templates.flatMap(({ assembly, file }) => (assembly === undefined ? [] : [file])));
  return ({ place }) => files.has(place.file);
}

function isKind(name: string): name is KindName {
  return name in kinds;
}

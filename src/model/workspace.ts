import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import type { SourceFile } from '../text/source-file.js';
import { type Doubt, type Tri } from '../value/tri.js';
import type { Hole, Reference, Target } from '../value/value.js';
import { incidentManagerIn } from './incident-manager.js';
import type { KindName } from './kinds.js';
import { isOpaqueType, type Leaf } from './leaf.js';
import type { Field, View } from './view.js';
import { ViewMemory, type SeenResource, type Viewed } from './view-memory.js';

const elsewhere = 'the template that declares it among the scanned files';

/** All resources of one deployment, seen through kinds and linked with each other. */
export class Workspace {
  #views: ReadonlyMap<KindName, readonly Viewed[]> | undefined;
  readonly #byGivenName = new Map<KindName, Map<string, unknown>>();
  #incidentManager: readonly Resource[] | undefined;
  #byIdentifier: ReadonlyMap<string, readonly Resource[]> | undefined;
  readonly #byName = new Map<SourceFile, ReadonlyMap<string, SeenResource>>();

  /**
   * @param templates every document of the deployment, also those that could not be read.
   * @param beyond why something may exist that the templates do not show, where they are only a part of the deployment.
   * @param memory keeps what is seen for the next workspace with some of the same templates.
   */
  constructor(
    readonly templates: readonly Template[],
    private readonly beyond?: Doubt,
    private readonly memory = new ViewMemory(),
  ) {
    memory.attach(({ target }) => this.resourceAt(target)?.type);
    for (const template of templates) this.#byName.set(template.file, memory.template(template).byName);
  }

  /** Every resource of a kind, in the order of the files. */
  all<K extends KindName>(kind: K): readonly View<K>[] {
    this.#views ??= this.allViews();
    // The map holds under each kind only views of that kind.
    return (this.#views.get(kind) ?? []) as readonly View<K>[];
  }

  /** The views of some resources by their kinds, those of a kind in the order of the resources. */
  viewsOf(resources: readonly Resource[]): ReadonlyMap<KindName, readonly Viewed[]> {
    return this.memory.byKind(resources);
  }

  /** The resource that a value names. */
  resourceAt({ scope, name }: Target): Resource | undefined {
    return this.seenAt({ scope, name })?.resource;
  }

  /**
   * The resource of a kind that a leaf refers to: by reference, by import, or by an ARN that ends in its name.
   * Undefined when the leaf refers to nothing of that kind; a doubt when it leaves the workspace.
   */
  follow<K extends KindName>(leaf: Leaf, kind: K): View<K> | Doubt | undefined {
    const { value } = leaf;
    if (value.kind === 'unknown') return { why: value.why, settle: value.settle };
    if (value.kind === 'reference')
      return this.viewAt(value.target, kind) ?? (this.isItself(value) ? undefined : onlyDeployed(leaf));
    if (value.kind === 'partial') {
      const target = value.parts.findLast((part): part is Hole => typeof part !== 'string')?.target;
      if (target !== undefined) return this.viewAt(target, kind) ?? onlyDeployed(leaf);
    }
    if (value.kind !== 'text' && value.kind !== 'partial' && value.kind !== 'one-of') return undefined;
    const exact = value.kind === 'text' ? this.identified(value.text, kind) : undefined;
    const named = exact ?? this.named(leaf, kind);
    return named ?? { why: `${leaf.text} is declared outside the scanned files`, settle: elsewhere };
  }

  /** Whether a reference can mean nothing but its target; any other attribute, and what a custom resource returns, may name something else. */
  private isItself({ target, attribute }: Reference): boolean {
    return /^(?:Ref|id|arn)$/i.test(attribute) && !isOpaqueType(this.resourceAt(target)?.type);
  }

  /** What tells two leaves apart: the resource they refer to, or their text. A doubt where neither is known. */
  identity(leaf: Leaf): string | Doubt {
    const { value } = leaf;
    if (value.kind === 'reference') return `${value.target.scope.path}#${value.target.name}`;
    if (value.kind === 'text') return value.text;
    if (value.kind === 'partial' && value.parts.every((part) => typeof part === 'string' || part.literal))
      return leaf.text;
    return (
      leaf.doubt ?? {
        why: `${leaf.text} is not known before deployment`,
        settle: 'a literal value or a reference',
      }
    );
  }

  /** Whether no resource of these kinds exists; a doubt when not all documents were read. */
  lacks(...wanted: readonly KindName[]): Tri {
    if (wanted.some((kind) => this.all(kind).length > 0)) return false;
    return this.unread ?? true;
  }

  /** Why something may exist that the workspace does not show: documents that were not read, could not be, or say so. */
  get unread(): Doubt | undefined {
    return this.unreadHere ?? this.templates.find(({ calls }) => calls !== undefined)?.calls;
  }

  /** As `unread`, but for modules and nested stacks elsewhere, which can add to nothing that is not handed to them. */
  get unreadHere(): Doubt | undefined {
    if (this.beyond !== undefined) return this.beyond;
    const [first, ...others] = this.templates.filter(({ isUnread }) => isUnread);
    if (first === undefined) return this.templates.find(({ isOpen }) => isOpen !== undefined)?.isOpen;
    const more = others.length === 0 ? '' : ` and ${String(others.length)} more of the scanned files`;
    return { why: `${first.file.path}${more} could not be read`, settle: 'files without syntax errors' };
  }

  /** How many documents declare what is deployed; evidence is none of them. */
  get fileCount(): number {
    return this.templates.filter(({ isEvidence }) => isEvidence !== true).length;
  }

  /** The resources of Incident Manager, in the order of the files. */
  incidentManagerResources(): readonly Resource[] {
    this.#incidentManager ??= this.templates.flatMap((template) =>
      template.isEvidence === true ? [] : incidentManagerIn(template),
    );
    return this.#incidentManager;
  }

  private allViews(): ReadonlyMap<KindName, readonly Viewed[]> {
    const all = new Map<KindName, Viewed[]>();
    for (const template of this.templates)
      for (const [kind, views] of this.memory.template(template).byKind) {
        const same = all.get(kind);
        if (same === undefined) all.set(kind, [...views]);
        else for (const view of views) same.push(view);
      }
    return all;
  }

  /** The resource of a kind that says itself that it has this ARN or ID. */
  private identified<K extends KindName>(text: string, kind: K): View<K> | undefined {
    this.#byIdentifier ??= byIdentifier(this.templates);
    const found = this.#byIdentifier.get(text) ?? [];
    return found.map((resource) => this.view(resource, kind)).find((view) => view !== undefined);
  }

  private named<K extends KindName>(leaf: Leaf, kind: K): View<K> | undefined {
    let byName = this.#byGivenName.get(kind) as Map<string, View<K>> | undefined;
    if (byName === undefined) {
      byName = new Map(
        this.all(kind).flatMap((view) => givenNames(view).map((name) => [name, view] as const)),
      );
      this.#byGivenName.set(kind, byName);
    }
    const name = lastSegment(leaf);
    return name === undefined ? undefined : byName.get(name);
  }

  /** A `Ref` to an `AWS::SSMContacts::Plan` is the ARN of the plan's contact (CFN registry schema: `Arn`). */
  private viewAt<K extends KindName>(target: Target, kind: K): View<K> | Doubt | undefined {
    const view = this.viewOf(target, kind);
    if (view !== undefined || kind !== 'contact') return view;
    const plan = this.viewOf(target, 'engagement-plan');
    const [contact] = plan?.contact ?? [];
    if (contact === undefined) return undefined;
    // Straight to the contact: plans that name each other as their contact would go round for ever.
    return contact.value.kind === 'reference'
      ? this.viewOf(contact.value.target, kind)
      : this.follow(contact, kind);
  }

  /** A resource seen through a kind; undefined where it is not of that kind. */
  view<K extends KindName>(resource: Resource, kind: K): View<K> | undefined {
    return this.memory.resource(resource).as(kind);
  }

  private viewOf<K extends KindName>(target: Target, kind: K): View<K> | undefined {
    return this.seenAt(target)?.as(kind);
  }

  private seenAt({ scope, name }: Target): SeenResource | undefined {
    return this.#byName.get(scope)?.get(name);
  }
}

function onlyDeployed({ text }: Leaf): Doubt {
  return {
    why: `${text} is known only after deployment`,
    settle: 'a literal value, or evidence from the account',
  };
}

/** The resources of states and plans by their ARNs and IDs; an engagement plan has the ID of its contact. */
function byIdentifier(templates: readonly Template[]): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const { resources } of templates)
    for (const resource of resources)
      for (const identifier of resource.identifiers ?? []) {
        const same = found.get(identifier);
        if (same === undefined) found.set(identifier, [resource]);
        else if (!same.includes(resource)) same.push(resource);
      }
  return found;
}

/** The names that a resource was given, as far as they are literal; its ARN ends in them. */
function givenNames(view: object): string[] {
  // By the table of kinds, fields of these names hold what their resource's ARN ends in.
  const { name = [], alias = [] } = view as { name?: Field; alias?: Field };
  return [...name, ...alias].flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
}

/** What an ARN, or a name, ends in; undefined where that part is not literal. */
function lastSegment({ value }: Leaf): string | undefined {
  if (value.kind === 'text') return value.text.split(/[:/]/).at(-1);
  const last = value.kind === 'partial' ? value.parts.at(-1) : undefined;
  if (typeof last !== 'string') return undefined;
  const segments = last.split(/[:/]/);
  return segments.length > 1 ? segments.at(-1) : undefined;
}

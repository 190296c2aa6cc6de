import type { Resource } from '../../dialect/resource.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { select } from '../../value/select.js';
import { all, any, not, type Doubt, type Tri } from '../../value/tri.js';
import type { MapValue } from '../../value/value.js';
import { objectIn } from '../json-text.js';
import { byPlace } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import { tagSetsOf, type TagSet } from './tags.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Group = View<'resource-group'>;
type Taggable = View<'taggable'>;

/** What a group asks of the tags of its members. */
interface Filter {
  readonly key: Leaf;
  /** Any value will do where none is listed. */
  readonly values: readonly Leaf[];
}

/** How a group finds its members. */
interface Query {
  readonly group: Group;
  readonly doubt?: Doubt;
  /** Whether it lists the resources of the stack that it stands in. */
  readonly isOfStack: Tri;
  readonly types: readonly Leaf[];
  readonly filters: readonly Filter[];
  /** The resources that it names. */
  readonly named: ReadonlySet<Resource>;
}

/** A resource that no group lists, or the first of all of them where no group lists any. */
export interface UngroupedJudgement extends Judgement {
  readonly resource: Resource;
  readonly isAlone: boolean;
}

/** More groups than this are not compared with every resource. */
const mostGroups = 64;

const tooMany: Doubt = {
  why: `more than ${String(mostGroups)} resource groups are declared`,
  settle: 'fewer resource groups, or external.resourceGroups in the configuration',
};

const known = new WeakMap<Workspace, ReadonlyMap<Resource, readonly UngroupedJudgement[]>>();

/** What is to be said of a resource of Incident Manager that no resource group of the workspace lists. */
export function judgeGrouping(resource: Resource, workspace: Workspace): readonly UngroupedJudgement[] {
  let judgements = known.get(workspace);
  if (judgements === undefined) known.set(workspace, (judgements = judgeAll(workspace)));
  return judgements.get(resource) ?? [];
}

function judgeAll(workspace: Workspace): ReadonlyMap<Resource, readonly UngroupedJudgement[]> {
  const declared = new Set(workspace.incidentManagerResources());
  const taggable = workspace
    .all('taggable')
    .filter(({ resource }) => declared.has(resource))
    .toSorted((left, right) => byPlace(left.resource, right.resource));
  const queries = workspace
    .all('resource-group')
    .slice(0, mostGroups)
    .map((group) => queryOf(group, workspace));
  const doubt = workspace.all('resource-group').length > mostGroups ? tooMany : workspace.unread;
  const listed = taggable.map((view) => ({ view, ways: waysOf(view, queries, doubt) }));
  const [first] = listed;
  if (first === undefined) return new Map();
  const answers = listed.flatMap(({ ways }) => ways.map(({ verdict }) => not(verdict)));
  if (!answers.includes(true)) {
    const { resource } = first.view;
    const one = { verdict: not(any(...answers)), when: [], resource, isAlone: false };
    return new Map([[resource, [one]]]);
  }
  return new Map(
    listed.map(({ view: { resource, when }, ways }) => [
      resource,
      unanimous(ways, when).map((way) => ({ ...way, resource, isAlone: true })),
    ]),
  );
}

/** Whether no group lists a resource, for every way in which its tags can turn out. */
function waysOf(view: Taggable, queries: readonly Query[], doubt: Doubt | undefined): Judgement[] {
  return tagSetsOf(view).map((set) => ({
    verdict: not(any(...queries.map((query) => lists(query, view, set)), doubt ?? false)),
    // What a tag's value is may rest on a default.
    when: set.tags.reduce<Assumptions>((when, { value }) => combine(when, value.when) ?? when, set.when),
  }));
}

function lists(query: Query, { resource }: Taggable, set: TagSet): Tri {
  const { group, doubt, isOfStack, types, filters, named } = query;
  if (named.has(resource)) return true;
  if (doubt !== undefined) return doubt;
  const isHere = group.resource.place.file === resource.place.file;
  const isWanted =
    types.length === 0 || any(...types.map((type) => type.is((text) => isType(text, resource))));
  const isFound = filters.length > 0 && all(...filters.map((filter) => matches(filter, set)));
  return any(all(isHere, isOfStack), all(isWanted, isFound));
}

function isType(text: string, { type }: Resource): boolean {
  return text === 'AWS::AllSupported' || text === type;
}

/** CloudFormation gives its own tags to nothing of Incident Manager (its registry schemas, `cloudFormationSystemTags`). */
function matches({ key, values }: Filter, { tags, isOpen }: TagSet): Tri {
  const found = tags.map((tag) => {
    if (tag.key.value.kind !== 'text') return tag.key.is(() => false);
    const name = tag.key.value.text;
    const isKey = key.is((text) => text === name);
    const isValue = values.length === 0 || any(...values.map((one) => isSame(one, tag.value)));
    return all(isKey, isValue);
  });
  const isSystem = key.is((text) => text.startsWith('aws:'));
  return isSystem === true ? false : any(...found, isOpen ?? false);
}

function isSame(wanted: Leaf, own: Leaf): Tri {
  if (own.value.kind !== 'text') return own.is(() => false);
  const { text } = own.value;
  return wanted.is((one) => one === text);
}

function queryOf(group: Group, workspace: Workspace): Query {
  const named = new Set(
    [...group.members].flatMap(({ value }) =>
      value.kind === 'reference' ? (workspace.resourceAt(value.target) ?? []) : [],
    ),
  );
  const [type] = group.queryType;
  const isOfStack = type?.is((text) => text === 'CLOUDFORMATION_STACK_1_0') ?? false;
  const [text] = group.queryText;
  const base = { group, named, isOfStack };
  if (text !== undefined) return { ...base, ...fromText(text) };
  if (type?.isAbsent === true && named.size === 0) return { ...base, types: [], filters: [], doubt: noQuery };
  const filters = [...group.filters].flatMap(({ key, values }) =>
    [...key].map((one) => ({ key: one, values: [...values] })),
  );
  return { ...base, types: [...group.types], filters };
}

const noQuery: Doubt = {
  why: 'a resource group without a query lists what only the account knows',
  settle: 'a query, or external.resourceGroups in the configuration',
};

/** The query that the aws provider takes as JSON. */
function fromText(leaf: Leaf): Pick<Query, 'types' | 'filters' | 'doubt'> {
  const { value } = leaf;
  const read = value.kind === 'text' || value.kind === 'partial' ? objectIn(value, 'query') : value;
  if (read?.kind !== 'map') {
    const { why, settle } = read?.kind === 'unknown' ? read : noQuery;
    return { types: [], filters: [], doubt: { why, settle } };
  }
  const leavesAt = (map: MapValue, path: readonly string[]): Leaf[] =>
    select(map, path, leaf.when).map((found) => leaf.inner(found.value, found.when));
  const filters = select(read, ['TagFilters', '[]'], leaf.when).flatMap(({ value: filter }) =>
    filter.kind !== 'map'
      ? []
      : leavesAt(filter, ['Key']).map((key) => ({ key, values: leavesAt(filter, ['Values', '[]']) })),
  );
  return { types: leavesAt(read, ['ResourceTypeFilters', '[]']), filters };
}

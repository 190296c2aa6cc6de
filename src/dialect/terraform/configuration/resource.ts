import { LazyEntry, LazyMap } from '../../../value/lazy.js';
import type { Entry, MapValue, Reference, Value } from '../../../value/value.js';
import type { Assumptions } from '../../../value/assumption.js';
import type { Place } from '../../../text/place.js';
import type { Resource } from '../../resource.js';
import { cloudFormationType } from '../cloudformation-type.js';
import { functions } from './functions.js';
import { lookedUp } from './data-sources.js';
import { dynamicOf, withDynamic } from './dynamic.js';
import { evaluateNode } from './evaluate.js';
import type { Argument, Block } from './folder.js';
import { placeIn, type Frame } from './frame.js';
import type { Instance } from './instances.js';
import { policyDocument } from './policy-document.js';

/** What Terraform itself reads of a resource; the rest is for the provider. */
const metaArguments = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** A resource or data source as it is made once. */
export class Declared {
  readonly place: Place;
  readonly properties: MapValue;
  readonly #underWay = new Set<string>();
  #byName: ReadonlyMap<string, Entry> | undefined;

  constructor(
    /** As Terraform names it, with the modules that lead to it: `module.chat.aws_sns_topic.oncall["a"]`. */
    readonly address: string,
    readonly block: Block,
    readonly instance: Instance,
    readonly mode: 'managed' | 'data',
    /** The tags that the provider gives to everything. */
    private readonly defaultTags: () => Value | undefined,
  ) {
    this.place = { file: block.file, span: block.keySpan, path: block.path };
    this.properties = this.propertiesOf();
  }

  get type(): string {
    return this.block.labels[0] ?? '';
  }

  /** The whole of it, as expressions pass it on. */
  reference(place: Place): Reference {
    return {
      kind: 'reference',
      target: { scope: this.block.file, name: this.address },
      attribute: 'Ref',
      place,
    };
  }

  /** An attribute: what was given as an argument, else what only deployment knows. */
  attribute(name: string, place: Place): Value {
    const { work } = this.instance.frame.scope;
    const given = this.given(name, place);
    if (this.mode === 'data') {
      if (this.type === 'aws_iam_policy_document' && (name === 'json' || name === 'minified_json'))
        return this.guarded(name, place, () =>
          work.reused(work.bounded(policyDocument(this.properties, this.place)), place),
        );
      return given?.kind === 'text'
        ? work.reused(given, place)
        : lookedUp(this.address, this.type, name, place);
    }
    if (given !== undefined && ['text', 'list', 'map', 'reference', 'choice'].includes(given.kind))
      return work.reused(given, place);
    return { ...this.reference(place), attribute: name };
  }

  toResource(when: Assumptions): Resource {
    const { frame } = this.instance;
    const meta = [...this.block.arguments].filter(([name]) => name === 'depends_on' || name === 'lifecycle');
    return {
      type: cloudFormationType(this.type),
      sourceType: this.type,
      name: this.address,
      place: this.place,
      when,
      properties: this.properties,
      attributes: {
        kind: 'map',
        entries: meta.map(([name, given]) => entryOf(name, given, frame)),
        place: this.place,
      },
    };
  }

  private given(name: string, place: Place): Value | undefined {
    this.#byName ??= new Map(this.properties.entries.map((entry) => [entry.key, entry]));
    const entry = this.#byName.get(name);
    return entry === undefined ? undefined : this.guarded(name, place, () => entry.value);
  }

  /** An argument that refers to itself is refused by Terraform; here it is unknown. */
  private guarded(name: string, place: Place, evaluation: () => Value): Value {
    if (this.#underWay.has(name)) return { ...this.reference(place), attribute: name };
    this.#underWay.add(name);
    try {
      return evaluation();
    } finally {
      this.#underWay.delete(name);
    }
  }

  private propertiesOf(): MapValue {
    const { frame } = this.instance;
    const { place, block } = this;
    const evaluate = (): readonly Entry[] => {
      const given = [...block.arguments].filter(([name]) => !metaArguments.has(name));
      const dynamic = block.arguments.get('dynamic');
      const isDynamic = dynamic !== undefined && isDynamicBlock(dynamic);
      const written = given
        .filter(([name]) => name !== 'dynamic' || !isDynamic)
        .map(([name, argument]) => entryOf(name, argument, frame));
      const all = isDynamic
        ? withDynamic(written, dynamic.node, { ...frame, file: dynamic.file, path: dynamic.path })
        : written;
      return this.mode === 'managed' ? this.withComputed(all) : all;
    };
    return new LazyMap(place, evaluate);
  }

  /** What the provider adds: the resource's own ARN, and the tags that it has in the end. */
  private withComputed(entries: readonly Entry[]): readonly Entry[] {
    if (!this.type.startsWith('aws_')) return entries;
    const all = this.withAllTags(entries);
    if (entries.some(({ key }) => key === 'arn')) return all;
    const arn: Reference = { ...this.reference(this.place), attribute: 'arn' };
    return [...all, { key: 'arn', keyPlace: this.place, value: arn }];
  }

  /** `tags_all`: the provider's default tags under the resource's own. */
  private withAllTags(entries: readonly Entry[]): readonly Entry[] {
    const own = entries.find(({ key }) => key === 'tags');
    const defaults = this.defaultTags();
    if (defaults === undefined && own === undefined) return entries;
    const { place, instance } = this;
    const merged = (): Value => {
      const operands = [defaults, own?.value].filter((tags) => tags !== undefined);
      const call = { name: 'merge', operands, place: own?.value.place ?? place, scope: instance.frame.scope };
      return functions['merge']?.(call) ?? { kind: 'absent', place };
    };
    const all = new LazyEntry('tags_all', own?.keyPlace ?? place, merged);
    return [...entries.filter(({ key }) => key !== 'tags_all'), all];
  }
}

function isDynamicBlock({ node, keySpan }: Argument): boolean {
  const map = { kind: 'map', entries: [{ key: 'dynamic', keySpan, value: node }], span: node.span } as const;
  return dynamicOf(map) !== undefined;
}

/** An argument, evaluated when it is asked for. */
function entryOf(key: string, { node, keySpan, file, path }: Argument, frame: Frame): Entry {
  const home = { ...frame, file, path };
  return new LazyEntry(key, placeIn(home, keySpan), () => frame.scope.work.bounded(evaluateNode(node, home)));
}

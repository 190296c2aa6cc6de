import type { Node } from '../../parse/node.js';
import type { Place } from '../../text/place.js';
import type { Entry, Value } from '../../value/value.js';
import type { Instance } from './instance.js';
import { valueOf } from './json-value.js';
import { eachOf, enter, entriesOf, isTrue, isTrueNode, itemsOf, placeOf, type Located } from './located.js';
import type { Plan } from './plan-index.js';
import { isExpression, referencesOf, type ModuleScope } from './plan-modules.js';
import { expressionPlace, expressionValue, referenceValue, unknown, type Asker } from './plan-references.js';
import { longestOf } from './traversal.js';

/** So many references are followed for one argument. */
const mostReferences = 1_000;

/** Policy documents are followed into others so deep. */
const mostNested = 50;

/** What a resource is called by in others: unknown, it stands for the resource itself. */
const ownNames: readonly string[] = ['arn', 'id', 'topic_arn'];

/** A part of a resource: its values, and beside them what is unknown, what is sensitive and what was written. */
interface Layers {
  readonly value: Located | undefined;
  readonly unknown: Located | undefined;
  readonly sensitive: Located | undefined;
  /** The arguments' expressions; undefined where the plan does not say how the part was written. */
  readonly written: Located | undefined;
}

const properties = new WeakMap<Instance, Value>();

/**
 * What a plan says of an instance. Unknown and left out look the same in `planned_values`, so what is unknown is looked
 * up in the configuration: what is not written there is absent, and what is written there is what it refers to
 * (Terraform's JSON output format, *Values representation* and *Expression representation*).
 */
export function plannedProperties(instance: Instance, plan: Plan): Value {
  let value = properties.get(instance);
  if (value === undefined) {
    const why = 'it refers to itself, or through too many others';
    const circle = unknown({ argument: instance.address, place: instance.place }, why);
    if (plan.underWay.size >= mostNested) return circle;
    plan.underWay.add(instance);
    properties.set(instance, circle);
    value = new Reader(instance, plan).whole();
    plan.underWay.delete(instance);
    properties.set(instance, value);
  }
  return value;
}

/** The outputs of the root module: what others can read from the state. */
export function plannedOutputs(root: Located, plan: Plan): Value[] {
  const outputs = enter(root, 'configuration', 'root_module', 'outputs');
  return [...entriesOf(outputs).keys()].flatMap((name) => {
    const expression = enter(outputs, name, 'expression');
    if (expression === undefined) return [];
    return expressionValue(expression, {
      plan,
      scope: plan.modules.scopeOf(''),
      key: '',
      loop: undefined,
      argument: 'outputs',
      place: placeOf(expression),
      budget: { left: mostReferences },
      propertiesOf: (instance) => plannedProperties(instance, plan),
    });
  });
}

class Reader {
  readonly #scope: ModuleScope;
  readonly #declaration: Located | undefined;
  readonly #budget = { left: mostReferences };

  constructor(
    private readonly instance: Instance,
    private readonly plan: Plan,
  ) {
    const { isManaged, type, name, module } = instance;
    this.#scope = plan.modules.scopeOf(module);
    this.#declaration = plan.modules.declaration(this.#scope, `${isManaged ? '' : 'data.'}${type}.${name}`);
  }

  whole(): Value {
    const { values, sensitive, place } = this.instance;
    const unknown = enter(this.plan.changes.get(this.instance.address), 'after_unknown');
    const entries = this.entries({
      value: values,
      unknown,
      sensitive,
      written: enter(this.#declaration, 'expressions'),
    });
    return { kind: 'map', entries, place: values === undefined ? place : placeOf(values) };
  }

  private entries(layers: Layers): Entry[] {
    const opens = entriesOf(layers.unknown);
    const entries: Entry[] = [];
    // Loops, because a plan has a hundred thousand arguments.
    const add = (key: string, value: Located | undefined, open: Located | undefined): void => {
      const sensitive = isTrue(layers.sensitive) ? layers.sensitive : enter(layers.sensitive, key);
      const own = this.argument(key, { value, unknown: open, sensitive, written: layers.written });
      const at = value ?? open;
      if (own === undefined || at === undefined) return;
      entries.push({ key, keyPlace: open === undefined ? own.place : placeOf(at), value: own });
    };
    for (const [key, value] of eachOf(layers.value)) {
      add(key, value, opens.get(key));
      opens.delete(key);
    }
    for (const [key, open] of opens) if (isOpen(open.node)) add(key, undefined, open);
    return entries;
  }

  /** Undefined for what is absent. `written` is the part that the argument belongs to. */
  private argument(key: string, layers: Layers): Value | undefined {
    const { value, unknown: open, sensitive, written } = layers;
    if (open === undefined || !isOpen(open.node)) return value && valueOf(value, sensitive);
    const expression = enter(written, key);
    if (isTrue(open)) return this.wholly(key, open, written, expression);
    if (expression !== undefined && !isExpression(expression))
      return this.block({ ...layers, written: expression });
    return this.within(key, layers, this.parts(key, open, expression), []);
  }

  private wholly(
    key: string,
    open: Located,
    written: Located | undefined,
    expression: Located | undefined,
  ): Value | undefined {
    if (written !== undefined && expression === undefined) {
      if (!ownNames.includes(key) || !this.instance.isManaged) return undefined;
      const target = { scope: this.plan.file, name: this.instance.address };
      return { kind: 'reference', target, attribute: key, place: this.instance.place };
    }
    const asker = this.asker(key, placeOf(open));
    if (expression === undefined) return unknown(asker, 'the plan does not show how it is written');
    if (!isExpression(expression)) return unknown(asker, 'its blocks are known only at apply');
    return expressionValue(expression, { ...asker, place: expressionPlace(expression) });
  }

  private asker(argument: string, place: Place): Asker {
    const { plan } = this;
    return {
      plan,
      scope: this.#scope,
      key: this.instance.key,
      loop: enter(this.#declaration, 'for_each_expression'),
      argument,
      place,
      budget: this.#budget,
      propertiesOf: (other) => plannedProperties(other, plan),
    };
  }

  private block({ value, unknown: open, sensitive, written }: Layers): Value | undefined {
    if (value === undefined) return undefined;
    const place = placeOf(value);
    if (value.node.kind === 'map')
      return { kind: 'map', entries: this.entries({ value, unknown: open, sensitive, written }), place };
    const [values, opens, sensitives, writtens] = [value, open, sensitive, written].map(itemsOf);
    // A dynamic block gives more blocks than are written; which is which is not said.
    const isPaired = values?.length === writtens?.length;
    const items = (values ?? []).map((item, index): Value => {
      const layers = {
        value: item,
        unknown: opens?.[index],
        sensitive: isTrue(sensitive) ? sensitive : sensitives?.[index],
        written: isPaired ? writtens?.[index] : undefined,
      };
      return { kind: 'map', entries: this.entries(layers), place: placeOf(item) };
    });
    return { kind: 'list', items, place };
  }

  /** The unknown parts of an argument: by their route in a constant, or one by one what it refers to. */
  private parts(
    key: string,
    open: Located,
    expression: Located | undefined,
  ): (at: Located, route: readonly (string | number)[]) => Value | undefined {
    const constant = enter(expression, 'constant_value');
    if (constant !== undefined)
      return (_, route) => {
        const found = route.reduce<Located | undefined>(stepInto, constant);
        return found && valueOf(found);
      };
    const references = longestOf(referencesOf(expression).keys());
    const count = openParts(open.node);
    let next = 0;
    return (at) => {
      const asker = this.asker(key, placeOf(at));
      const reference = references.length === count ? references[next] : undefined;
      next += 1;
      if (expression === undefined || reference === undefined)
        return unknown(asker, 'the plan does not tell what this part of it will be');
      return referenceValue(reference, { ...asker, place: expressionPlace(expression) });
    };
  }

  private within(
    key: string,
    { value, unknown: open, sensitive }: Omit<Layers, 'written'>,
    partAt: (at: Located, route: readonly (string | number)[]) => Value | undefined,
    route: readonly (string | number)[],
  ): Value | undefined {
    if (open === undefined || !isOpen(open.node)) return value && valueOf(value, sensitive);
    if (isTrue(open)) return partAt(open, route);
    const place = placeOf(value ?? open);
    const inner = isTrue(sensitive) ? () => sensitive : (step: string | number) => stepInto(sensitive, step);
    if (open.node.kind === 'list') {
      const values = itemsOf(value);
      const items = itemsOf(open).flatMap((item, index) => {
        const layers = { value: values[index], unknown: item, sensitive: inner(index) };
        return this.within(key, layers, partAt, [...route, index]) ?? [];
      });
      return { kind: 'list', items, place };
    }
    const values = entriesOf(value);
    const opens = entriesOf(open);
    const entries = [...new Map([...values, ...opens])].flatMap(([name, node]) => {
      const layers = { value: values.get(name), unknown: opens.get(name), sensitive: inner(name) };
      const found = this.within(key, layers, partAt, [...route, name]);
      return found === undefined ? [] : [{ key: name, keyPlace: placeOf(node), value: found }];
    });
    return { kind: 'map', entries, place };
  }
}

/** Whether anything of a tree of `after_unknown` is unknown. */
export function isOpen(node: Node): boolean {
  return openParts(node) > 0;
}

function openParts(node: Node): number {
  if (node.kind === 'scalar') return isTrueNode(node) ? 1 : 0;
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return inner.reduce((sum, part) => sum + openParts(part), 0);
}

function stepInto(from: Located | undefined, step: string | number): Located | undefined {
  return typeof step === 'number' ? itemsOf(from)[step] : enter(from, step);
}

import { child } from '../../parse/child.js';
import {
  keyOf,
  pathOf,
  type ListNode,
  type MapNode,
  type Node,
  type NodeEntry,
  type ScalarNode,
} from '../../parse/node.js';
import type { Path, Place } from '../../text/place.js';
import type { SourceFile } from '../../text/source-file.js';
import { LazyEntry, LazyList, LazyMap } from '../../value/lazy.js';
import type { Doubt } from '../../value/tri.js';
import {
  unknown,
  type Entry,
  type Hole,
  type List,
  type MapValue,
  type Reference,
  type Value,
} from '../../value/value.js';
import type { ValuesByName } from '../parameter-values.js';
import type { ReferenceReader } from '../strings.js';
import type { ExportTable } from '../template.js';
import { Conditions } from './conditions.js';
import { callOf, type Call } from './call.js';
import { functions } from './functions.js';
import { noNeighbours, type Neighbours } from './neighbours.js';
import { nestedTypes } from './nested-stacks.js';
import { parameterValue } from './parameters.js';
import { pseudoParameter } from './pseudo-parameters.js';
import { crossRegionValue, exportReader } from './stack-outputs.js';

export { child };

/** What the template declares outside its resources, by section and name. */
export interface Sections {
  readonly parameters: MapNode | undefined;
  readonly mappings: MapNode | undefined;
  readonly conditions: MapNode | undefined;
  readonly resources: MapNode | undefined;
  /** What the template asserts of its parameters. */
  readonly rules?: Node | undefined;
  /** The identifiers of loops that could not be unrolled, and why. */
  readonly loopVariables?: ReadonlyMap<string, Doubt>;
}

/** What the attributes of a nested stack begin with. */
const outputs = 'Outputs.';

/** Evaluates the nodes of one template; what cannot be known becomes an unknown value with its reason. */
export class Evaluator implements ReferenceReader {
  readonly conditions: Conditions;
  readonly #resourceTypes = new Map<string, string | undefined>();
  /** The values whose evaluation is under way, so that a circle of imports or parameters ends. */
  readonly #underWay = new Set<string>();

  constructor(
    readonly file: SourceFile,
    readonly sections: Sections,
    readonly exports: ExportTable,
    /** What the deployment gives to parameters. */
    readonly parameters: ValuesByName = new Map(),
    readonly neighbours: Neighbours = noNeighbours(),
  ) {
    this.conditions = new Conditions(this);
    for (const { key, value } of sections.resources?.entries ?? []) {
      const type = value.kind === 'map' ? child(value, 'Type') : undefined;
      this.#resourceTypes.set(key, type?.kind === 'scalar' ? type.text : undefined);
    }
  }

  /** The value of a node at a path. Children are evaluated when asked for. */
  evaluate(node: Node, standsAt: Path | undefined): Value {
    const path = pathOf(node, standsAt);
    const call = callOf(node, path);
    if (call !== undefined) return this.call(call, this.placeOf(node, path));
    if (node.kind === 'scalar') return this.scalar(node, path);
    return node.kind === 'list' ? this.list(node, path) : this.map(node, path);
  }

  placeOf(node: Pick<Node, 'span' | 'origin'>, path: Path | undefined): Place {
    return { file: node.origin?.file ?? this.file, span: node.span, path };
  }

  /** What a `Ref`, or a bare name in `Fn::Sub`, stands for. */
  reference(name: string, place: Place): Value {
    const pseudo = pseudoParameter(name, place, this.neighbours.assembly);
    if (pseudo !== undefined) return pseudo;
    const parameter = child(this.sections.parameters, name);
    if (parameter !== undefined)
      return this.guarded(`parameter ${name}`, place, () => parameterValue(this, name, parameter, place));
    if (this.#resourceTypes.has(name))
      return { kind: 'reference', target: { scope: this.file, name }, attribute: 'Ref', place };
    const variable = this.sections.loopVariables?.get(name);
    if (variable !== undefined) return unknown(place, name, variable.why, variable.settle);
    return unknown(
      place,
      name,
      `${name} is declared nowhere in the template`,
      `a parameter or resource named ${name}`,
    );
  }

  /** What `Fn::GetAtt` stands for. */
  attribute(name: string, attribute: string, place: Place): Value {
    const type = this.#resourceTypes.get(name);
    if (type === exportReader) return crossRegionValue(this, attribute, place);
    if (nestedTypes.has(type) && attribute.startsWith(outputs)) {
      const output = this.neighbours.nested.outputOf(this.file, name, attribute.slice(outputs.length), place);
      if (output !== undefined) return output;
    }
    if (this.#resourceTypes.has(name))
      return { kind: 'reference', target: { scope: this.file, name }, attribute, place };
    return unknown(
      place,
      `${name}.${attribute}`,
      `${name} is declared nowhere in the template`,
      `a resource named ${name}`,
    );
  }

  /** The type of a resource of this template, as written. */
  resourceType(name: string): string | undefined {
    return this.#resourceTypes.get(name);
  }

  isOpaque({ target, attribute }: Reference): boolean {
    return attribute !== 'Ref' && isOpaqueType(this.#resourceTypes.get(target.name));
  }

  /** Runs an evaluation unless it is under way already, which means that the value refers to itself. */
  guarded(what: string, place: Place, evaluation: () => Value): Value {
    if (this.#underWay.has(what))
      return unknown(place, what, `${what} refers to itself`, 'a definition that ends');
    this.#underWay.add(what);
    try {
      return evaluation();
    } finally {
      this.#underWay.delete(what);
    }
  }

  private call(call: Call, place: Place): Value {
    const implementation = functions[call.name];
    if (implementation === undefined)
      return unknown(
        place,
        call.name,
        `${call.name} is no function that can be evaluated`,
        'a literal value',
      );
    return implementation({ evaluator: this, call, place });
  }

  private scalar(node: ScalarNode, path: Path | undefined): Value {
    const place = this.placeOf(node, path);
    if (node.type === 'null') return { kind: 'absent', place };
    if (node.text.includes('{{resolve:')) return dynamicReference(node.text, place);
    return { kind: 'text', text: node.text, type: node.type, place };
  }

  private list(node: ListNode, path: Path | undefined): List {
    return new LazyList(this.placeOf(node, path), () =>
      node.items.map((item, index) => this.evaluate(item, { parent: path, key: index })),
    );
  }

  private map(node: MapNode, path: Path | undefined): MapValue {
    return new LazyMap(this.placeOf(node, path), () =>
      node.entries.map((entry) => this.entry(entry, { parent: path, key: entry.key })),
    );
  }

  private entry(entry: NodeEntry, standsAt: Path): Entry {
    const path = pathOf(entry.value, standsAt);
    return new LazyEntry(entry.key, this.placeOf(keyOf(entry), path), () => this.evaluate(entry.value, path));
  }
}

/** What these resources return is decided by code that no template shows. */
function isOpaqueType(type: string | undefined): boolean {
  return (
    type === undefined ||
    /^(Custom::|AWS::Serverless::Application$|AWS::CloudFormation::(CustomResource|Macro|Stack|WaitCondition))/.test(
      type,
    )
  );
}

/** `{{resolve:ssm:…}}` and `{{resolve:secretsmanager:…}}` are read by CloudFormation at deployment. */
function dynamicReference(text: string, place: Place): Value {
  const settle = 'a literal value';
  const hole: Hole = { what: 'a dynamic reference', literal: false, settle };
  // A text without its end `}}` stays as it is: CloudFormation would refuse it.
  const parts = text
    .split(/\{\{resolve:[^{}]*\}\}/)
    .flatMap((literal, index) => (index === 0 ? [literal] : [hole, literal]));
  const filled = parts.filter((part) => part !== '');
  if (filled.length === 1 && filled[0] === hole)
    return unknown(place, hole.what, 'a dynamic reference is read at deployment', settle);
  if (!filled.includes(hole)) return { kind: 'text', text, type: 'string', place };
  return { kind: 'partial', parts: filled, place };
}

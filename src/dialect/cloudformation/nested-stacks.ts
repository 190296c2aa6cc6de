import path from 'node:path';
import type { Document } from '../../parse/document.js';
import type { MapNode, Node } from '../../parse/node.js';
import type { Path, Place } from '../../text/place.js';
import type { SourceFile } from '../../text/source-file.js';
import type { Doubt } from '../../value/tri.js';
import { flattened } from '../../value/select.js';
import { placedAt, unknown, type Value } from '../../value/value.js';
import { child, type Evaluator } from './evaluator.js';

/** A template that is open for questions. */
class Opened {
  #local: ReadonlyMap<string, string> | undefined;

  constructor(
    readonly document: Document,
    readonly evaluator: Evaluator,
    readonly outputs: MapNode | undefined,
  ) {}

  /** The names of the nested templates that lie beside it, by the logical IDs of the nested stacks. Few templates nest any. */
  get local(): ReadonlyMap<string, string> {
    return (this.#local ??= localTemplates(this.document.file, this.evaluator.sections.resources));
  }
}

/** A nested stack whose template is known. */
interface Nesting {
  readonly parent: Opened;
  readonly logicalId: string;
  readonly parameters: Node | undefined;
}

/** The types of nested stacks, and the property with which each names its template. */
export const nestedTypes: ReadonlyMap<string | undefined, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/**
 * The names of the templates that nested stacks take from beside their parent, before `aws cloudformation package`
 * uploads them, by their logical IDs (AWS CLI reference, "package": `TemplateURL` may be a local path, relative to the
 * template; AWS SAM developer guide, "AWS::Serverless::Application": so may `Location`).
 */
function localTemplates(parent: SourceFile, resources: MapNode | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { key, value } of resources?.entries ?? []) {
    const type = child(value, 'Type');
    const property = nestedTypes.get(type?.kind === 'scalar' ? type.text : undefined);
    const url = property === undefined ? undefined : child(child(value, 'Properties'), property);
    if (url?.kind === 'scalar' && url.tag === undefined && !/^[a-z0-9]+:/i.test(url.text))
      found.set(key, path.posix.join(path.posix.dirname(parent.path), url.text));
  }
  return found;
}

/** Templates nest no deeper than this in what is followed, so that no stack overflows. */
const deepest = 50;

/**
 * Which templates of a workspace are nested in which. A parent gives values to its child's parameters, and reads the
 * child's outputs with `Fn::GetAtt: [Nested, Outputs.Name]`.
 */
export class NestedStacks {
  readonly #opened: Opened[] = [];
  readonly #byName = new Map<string, Opened>();
  #nestings: ReadonlyMap<SourceFile, readonly Nesting[]> | undefined;
  readonly #given = new Map<SourceFile, Map<string, Value | undefined>>();
  readonly #outputs = new Map<SourceFile, Map<string, Value | undefined>>();
  #depth = 0;

  /** Every template is added before the first question is asked. */
  add(document: Document, evaluator: Evaluator, outputs: MapNode | undefined): void {
    const opened = new Opened(document, evaluator, outputs);
    this.#opened.push(opened);
    this.#byName.set(document.file.path, opened);
  }

  /** The names of the templates that those added so far nest, whether they exist or not. */
  nestedNames(): ReadonlySet<string> {
    const names = this.#opened.flatMap((parent) => {
      const { evaluator } = parent;
      const ids = (evaluator.sections.resources?.entries ?? []).map(({ key }) => key);
      const nesting = ids.filter((logicalId) => nestedTypes.has(evaluator.resourceType(logicalId)));
      return nesting.flatMap((logicalId) => childName(parent, logicalId) ?? []);
    });
    return new Set(names);
  }

  /** What the parents of a template give to one of its parameters; undefined where no parent gives anything. */
  given(file: SourceFile, parameter: string, place: Place): Value | undefined {
    const nestings = this.nestingsOf(file);
    if (nestings.length === 0) return undefined;
    const value = this.once(this.#given, file, parameter, place, () => {
      const values = nestings.flatMap((nesting) => givenBy(nesting, parameter) ?? []);
      return oneFor(values, parameter, place);
    });
    return value && placedAt(value, place);
  }

  /** Whether the template of a nested stack is among the documents. */
  isKnown(file: SourceFile, logicalId: string): boolean {
    const parent = this.#byName.get(file.path);
    return parent !== undefined && this.childOf(parent, logicalId) !== undefined;
  }

  /** What a nested stack puts out; undefined where its template is not among the documents. */
  outputOf(file: SourceFile, logicalId: string, name: string, place: Place): Value | undefined {
    const parent = this.#byName.get(file.path);
    const nested = parent && this.childOf(parent, logicalId);
    if (nested === undefined) return undefined;
    const what = `output ${name} of ${logicalId}`;
    const value = this.once(this.#outputs, nested.document.file, name, place, () => {
      const node = child(child(nested.outputs, name), 'Value');
      if (node === undefined)
        return unknown(
          place,
          what,
          `${nested.document.file.path} has no output ${name}`,
          `the output ${name}`,
        );
      const path: Path = {
        parent: { parent: { parent: undefined, key: 'Outputs' }, key: name },
        key: 'Value',
      };
      return nested.evaluator.guarded(what, place, () => flattened(nested.evaluator.evaluate(node, path)));
    });
    return value && placedAt(value, place);
  }

  /** Why a template may come to more resources than it declares: a stack that it nests is not among the documents. */
  openIn(file: SourceFile): Doubt | undefined {
    const parent = this.#byName.get(file.path);
    const unread = parent?.evaluator.sections.resources?.entries.find(
      ({ key }) => nestedTypes.has(parent.evaluator.resourceType(key)) && !this.childOf(parent, key),
    );
    if (unread === undefined) return undefined;
    return {
      why: `the template of nested stack ${unread.key}, which may declare more, is none of the scanned files`,
      settle: 'the template of the nested stack among the scanned files',
    };
  }

  private childOf(parent: Opened, logicalId: string): Opened | undefined {
    const name = childName(parent, logicalId);
    return name === undefined ? undefined : this.#byName.get(name);
  }

  private nestingsOf(file: SourceFile): readonly Nesting[] {
    if (this.#nestings === undefined) {
      const found = new Map<SourceFile, Nesting[]>();
      for (const parent of this.#opened)
        for (const { key: logicalId, value } of parent.evaluator.sections.resources?.entries ?? []) {
          if (!nestedTypes.has(parent.evaluator.resourceType(logicalId))) continue;
          const nested = this.childOf(parent, logicalId)?.document.file;
          if (nested === undefined) continue;
          const nesting = { parent, logicalId, parameters: child(child(value, 'Properties'), 'Parameters') };
          const known = found.get(nested);
          if (known === undefined) found.set(nested, [nesting]);
          else known.push(nesting);
        }
      this.#nestings = found;
    }
    return this.#nestings.get(file) ?? [];
  }

  /** Each value is found out once, however often it is asked for: otherwise it would double with each level. */
  private once(
    values: Map<SourceFile, Map<string, Value | undefined>>,
    file: SourceFile,
    name: string,
    place: Place,
    find: () => Value | undefined,
  ): Value | undefined {
    const known = values.get(file) ?? new Map<string, Value | undefined>();
    values.set(file, known);
    if (known.has(name)) return known.get(name);
    if (this.#depth >= deepest)
      return unknown(place, name, 'stacks are nested too deeply', 'fewer levels of nested stacks');
    this.#depth += 1;
    const value = find();
    this.#depth -= 1;
    known.set(name, value);
    return value;
  }
}

function childName({ document, local }: Opened, logicalId: string): string | undefined {
  return document.assembly?.nestedTemplates.get(logicalId) ?? local.get(logicalId);
}

function givenBy({ parent, logicalId, parameters }: Nesting, name: string): Value | undefined {
  const node = child(parameters, name);
  if (node === undefined) return undefined;
  const path = [logicalId, 'Properties', 'Parameters', name].reduce<Path>(
    (above, key) => ({ parent: above, key }),
    { parent: undefined, key: 'Resources' },
  );
  return flattened(parent.evaluator.evaluate(node, path));
}

/** The value where all parents agree, else one of their texts. */
function oneFor(values: readonly Value[], parameter: string, place: Place): Value | undefined {
  const [first] = values;
  if (first === undefined || values.length === 1) return first;
  const what = `parameter ${parameter}`;
  const texts = values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
  const different = [...new Set(texts)];
  if (texts.length < values.length)
    return unknown(place, what, `several stacks give values to ${what}`, 'a template for each of the stacks');
  return different.length === 1 ? first : { kind: 'one-of', texts: different, source: what, place };
}

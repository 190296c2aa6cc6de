import type { Place } from '../../../text/place.js';
import type { SourceFile } from '../../../text/source-file.js';
import { combine, type Assumptions } from '../../../value/assumption.js';
import { flattened } from '../../../value/select.js';
import { LazyEntry } from '../../../value/lazy.js';
import { unknown, type Reference, type Value } from '../../../value/value.js';
import { passedAlias, providerAlias } from './block-arguments.js';
import { collectionValue, type Collection } from './collection.js';
import { Declared } from './resource.js';
import { undeclared } from './access.js';
import { evaluateArgument } from './argument-value.js';
import type { Argument, Block, Folder } from './folder.js';
import { frameOf, type Definition, type Frame, type Scope } from './frame.js';
import { expand, type Instances } from './instances.js';
import { defaultTagsOf } from './provider-tags.js';
import type { Estate } from './estate.js';
import { calledVariable, rootVariable } from './variables.js';

/** How a module is called. */
export interface Call {
  readonly from: Module;
  readonly block: Block;
  readonly frame: Frame;
}

/** The files of a folder as they are called in one place, with what is given to them. */
export class Module implements Scope {
  readonly file: SourceFile;
  readonly #values = new Map<string, Value>();
  readonly #underWay = new Set<string>();
  readonly #declared = new Map<string, Collection<Declared>>();
  readonly #called = new Map<string, Collection<Module> | undefined>();

  /**
   * @param call undefined for a module that nobody calls.
   * @param when what the call rests on.
   */
  constructor(
    private readonly estate: Estate,
    readonly folder: Folder,
    readonly prefix: string,
    readonly call: Call | undefined,
    readonly when: Assumptions,
  ) {
    this.file = folder.file;
  }

  get work(): Estate['work'] {
    return this.estate.work;
  }

  /** Reads everything that the module declares, and the modules that it calls. */
  read(): void {
    for (const [kind, blocks] of [
      ['managed', this.folder.resources],
      ['data', this.folder.data],
    ] as const)
      for (const [name, block] of blocks)
        for (const { member } of this.declare(name, block, kind).members) {
          const when = combine(this.when, member.instance.when);
          if (kind === 'managed' && when !== undefined) this.estate.add(member.toResource(when));
        }
    for (const [name, block] of this.folder.modules) {
      const called = this.callOf(name, block);
      if (called === undefined) this.estate.hand(block, () => this.givenBy(name, block));
      else for (const { member } of called.members) member.read();
    }
  }

  variable(name: string, place: Place): Value {
    const block = this.folder.variables.get(name);
    if (block === undefined) return undeclared(`variable ${name}`, place);
    return this.remembered(`var.${name}`, place, () => {
      if (this.call === undefined) return rootVariable(name, block, this.folder.values.get(name), this);
      const given = this.call.block.arguments.get(name);
      return calledVariable(block, given && evaluateArgument(given, this.call.frame), this);
    });
  }

  local(name: string, place: Place): Value {
    const argument = this.folder.locals.get(name);
    if (argument === undefined) return undeclared(`local value ${name}`, place);
    return this.remembered(`local.${name}`, place, () => evaluateArgument(argument, this.home(argument)));
  }

  output(name: string, place: Place): Value {
    const argument = this.folder.outputs.get(name)?.arguments.get('value');
    if (argument === undefined) return undeclared(`output ${name}`, place);
    return this.remembered(`output.${name}`, place, () => evaluateArgument(argument, this.home(argument)));
  }

  resource(type: string, name: string, place: Place): Value {
    return this.declaredAt(`${type}.${name}`, this.folder.resources.get(`${type}.${name}`), 'managed', place);
  }

  data(type: string, name: string, place: Place): Value {
    return this.declaredAt(`${type}.${name}`, this.folder.data.get(`${type}.${name}`), 'data', place);
  }

  moduleCall(name: string, place: Place): Value {
    const block = this.folder.modules.get(name);
    if (block === undefined) return undeclared(`module ${name}`, place);
    const called = this.callOf(name, block);
    if (called === undefined)
      return unknown(
        place,
        `module ${name}`,
        `module ${name} is not among the scanned files`,
        'the module as a folder beside, or the plan',
      );
    return collectionValue(called, place, (module) => module.outputsAt(place));
  }

  attribute(reference: Reference, name: string, place: Place): Value {
    const declared = this.estate.declaredAt(reference.target);
    if (declared === undefined) return { ...reference, attribute: name, place };
    return this.remembered(`${reference.target.scope.path}#${reference.target.name}.${name}`, place, () =>
      declared.attribute(name, place),
    );
  }

  isOpaque({ attribute, target }: Reference): boolean {
    const type = this.estate.declaredAt(target)?.type ?? '';
    return attribute !== 'Ref' && !/^aws(?:cc)?_(?!(?:lambda_invocation|cloudformation_stack)$)/.test(type);
  }

  definition(kind: string, name: string): Definition | undefined {
    if (kind === 'local') {
      const argument = this.folder.locals.get(name);
      return argument && { node: argument.node, frame: frameOf(argument, this.home(argument)) };
    }
    const given = kind === 'var' ? this.call?.block.arguments.get(name) : undefined;
    return given && this.call && { node: given.node, frame: frameOf(given, this.call.frame) };
  }

  /** The default tags of a provider by its alias; a called module has those of the provider that it is given. */
  defaultTags(alias: string | undefined): Value | undefined {
    const own = defaultTagsOf(this.folder.providers, alias, (argument) => this.home(argument));
    if (own !== undefined || this.call === undefined) return own;
    const passed = passedAlias(this.call.block, alias);
    return passed === undefined ? undefined : this.call.from.defaultTags(passed.alias);
  }

  /** Whether a folder calls itself by the way to this module. */
  isWithin(folder: Folder): boolean {
    return this.folder === folder || this.call?.from.isWithin(folder) === true;
  }

  get depth(): number {
    return this.call === undefined ? 0 : this.call.from.depth + 1;
  }

  private home({ file, path: at }: Pick<Argument, 'file' | 'path'>): Frame {
    return { scope: this, file, path: at, bindings: new Map(), label: '' };
  }

  private outputsAt(place: Place): Value {
    const entries = [...this.folder.outputs.keys()].map(
      (key) => new LazyEntry(key, place, () => this.output(key, place)),
    );
    return { kind: 'map', entries, place };
  }

  private declaredAt(name: string, block: Block | undefined, mode: Declared['mode'], place: Place): Value {
    const address = mode === 'data' ? `data.${name}` : name;
    if (block === undefined) return undeclared(address, place);
    return collectionValue(this.declare(name, block, mode), place, (declared) => declared.reference(place));
  }

  private declare(name: string, block: Block, mode: Declared['mode']): Collection<Declared> {
    const key = mode === 'data' ? `data.${name}` : name;
    const known = this.#declared.get(key);
    if (known !== undefined) return known;
    const address = `${this.prefix}${key}`;
    const { shape, all } = this.expanded(block, address);
    const alias = providerAlias(block);
    const members = all.map((instance) => {
      const tags = (): Value | undefined => this.defaultTags(alias);
      const member = new Declared(`${address}${instance.suffix}`, block, instance, mode, tags);
      this.estate.declare(member);
      return { suffix: instance.suffix, member };
    });
    const collection = { shape, members };
    this.#declared.set(key, collection);
    return collection;
  }

  /** The modules that a call makes; undefined where they are not among the files, or too many. */
  private callOf(name: string, block: Block): Collection<Module> | undefined {
    if (this.#called.has(name)) return this.#called.get(name);
    this.#called.set(name, undefined);
    const address = `${this.prefix}module.${name}`;
    const { shape, all } = this.expanded(block, address);
    const folder = this.estate.folderAt(this.folder.name, block);
    if (folder === undefined && all.length > 0) this.estate.leaveOut(block, name);
    if (folder === undefined || this.isWithin(folder)) return undefined;
    if (!this.estate.mayCall(folder, all.length, this.depth + 1)) {
      this.estate.giveUp(block, name);
      return undefined;
    }
    const members = all.flatMap((instance) => {
      const when = combine(this.when, instance.when);
      const call = { from: this, block, frame: instance.frame };
      if (when === undefined) return [];
      const prefix = `${address}${instance.suffix}.`;
      return [{ suffix: instance.suffix, member: new Module(this.estate, folder, prefix, call, when) }];
    });
    const collection = { shape, members };
    this.#called.set(name, collection);
    return collection;
  }

  /** What all calls of a module that is not read give to it. */
  private givenBy(name: string, block: Block): Value[] {
    return this.expanded(block, `${this.prefix}module.${name}`).all.flatMap(({ frame }) =>
      [...block.arguments.values()].map((argument) => evaluateArgument(argument, frame)),
    );
  }

  /** A block whose number depends on itself is one. */
  private expanded(block: Block, address: string): Instances {
    if (this.#underWay.has(address)) return { shape: 'one', all: [] };
    this.#underWay.add(address);
    try {
      return expand(block, this, address);
    } finally {
      this.#underWay.delete(address);
    }
  }

  /** Evaluates once; what is under way already refers to itself, which Terraform refuses. */
  private remembered(name: string, place: Place, evaluation: () => Value): Value {
    const known = this.#values.get(name);
    if (known !== undefined) return this.work.reused(known, place);
    if (this.#underWay.has(name))
      return unknown(place, name, `${name} refers to itself`, 'a definition that ends');
    this.#underWay.add(name);
    try {
      const value = this.work.bounded(flattened(evaluation()));
      this.#values.set(name, value);
      return this.work.reused(value, place);
    } finally {
      this.#underWay.delete(name);
    }
  }
}

import type { Node } from '../../../parse/node.js';
import type { Path, Place } from '../../../text/place.js';
import type { SourceFile, Span } from '../../../text/source-file.js';
import type { Reference, Value } from '../../../value/value.js';
import type { ReferenceReader } from '../../strings.js';
import type { Work } from './work.js';

/** What names stand for inside an instance, a loop or a dynamic block: `each`, `count`, a loop's variables. */
export type Bindings = ReadonlyMap<string, Value>;

/** A definition with what it is evaluated in. */
export interface Definition {
  readonly node: Node;
  readonly frame: Frame;
}

/** What an expression can refer to: a module as it is called in one place. */
export interface Scope extends ReferenceReader {
  readonly work: Work;
  /** `module.NAME.` for each call that leads to the module; empty for a module that nobody calls. */
  readonly prefix: string;
  /** The file that stands for the module where its conditions are compared. */
  readonly file: SourceFile;
  variable(name: string, place: Place): Value;
  local(name: string, place: Place): Value;
  moduleCall(name: string, place: Place): Value;
  data(type: string, name: string, place: Place): Value;
  resource(type: string, name: string, place: Place): Value;
  /** An attribute of a whole resource or data source that a reference stands for. */
  attribute(reference: Reference, name: string, place: Place): Value;
  /** What a local value or a variable of a called module is defined as. */
  definition(kind: string, name: string): Definition | undefined;
}

/** What an expression is evaluated in. */
export interface Frame {
  readonly scope: Scope;
  readonly file: SourceFile;
  readonly path: Path | undefined;
  readonly bindings: Bindings;
  /** Tells instances, and the turns of a loop, apart; empty outside of them. */
  readonly label: string;
}

/** The place of something in a frame. */
export function placeIn(frame: Frame, span: Span): Place {
  return { file: frame.file, span, path: frame.path };
}

/** The frame of what stands under a key. */
export function under(frame: Frame, key: string | number): Frame {
  return { ...frame, path: { parent: frame.path, key } };
}

/** The frame for what stands in a file under a path. */
export function frameOf({ file, path }: Pick<Frame, 'file' | 'path'>, frame: Frame): Frame {
  return { ...frame, file, path };
}

/** The frame with further names. */
export function binding(frame: Frame, bound: Readonly<Record<string, Value>>, label: string): Frame {
  frame.scope.work.spend(frame.bindings.size);
  const bindings = new Map([...frame.bindings, ...Object.entries(bound)]);
  return { ...frame, bindings, label: `${frame.label}${label}` };
}

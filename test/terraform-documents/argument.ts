/** An argument, as a configuration has it: a literal, a list, a block or a map, or what `ref` gives. */
export type Argument =
  | string
  | number
  | boolean
  | null
  | Reference
  | Computed
  | Marked
  | readonly Argument[]
  | { readonly [key: string]: Argument };

/** The arguments of a resource. What only the provider knows is listed under `computed`. */
export type Arguments = Readonly<Record<string, Argument>>;

/** Resources by their addresses; an address in `«»` is marked where it is declared. */
export type Resources = Readonly<Record<string, Arguments>>;

export class Reference {
  constructor(
    readonly to: readonly string[],
    readonly mark: string,
  ) {}
}

export class Computed {
  readonly isComputed = true;
}

/** What is left out, and what the provider fills in at apply. */
export const afterApply: Argument = new Computed();

export class Marked {
  constructor(
    readonly mark: string,
    readonly value: Argument,
  ) {}
}

/** A reference whose value is known only after apply; several where the expression has them. */
export function ref(...to: readonly string[]): Argument {
  const [first = ''] = to;
  const mark = /^«[~?]?/.exec(first)?.[0] ?? '';
  return new Reference(mark === '' ? to : [first.slice(mark.length, -1), ...to.slice(1)], mark);
}

/** A value with a mark around it: `«` for a finding, `«~` for a possible one, `«?` for an undecided entry. */
export function marked(mark: '«' | '«~' | '«?', value: Argument): Argument {
  return new Marked(mark, value);
}

export function isList(argument: Argument): argument is readonly Argument[] {
  return Array.isArray(argument);
}

export function isMap(argument: Argument): argument is Arguments {
  const isObject = typeof argument === 'object' && argument !== null && !isList(argument);
  return (
    isObject &&
    !(argument instanceof Reference) &&
    !(argument instanceof Marked) &&
    !(argument instanceof Computed)
  );
}

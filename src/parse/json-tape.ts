import type { Span } from '../text/source-file.js';

/** What a value is; a string with escapes must be decoded to be read. */
export const sort = { map: 0, list: 1, string: 2, escaped: 3, number: 4, boolean: 5, null: 6 } as const;
export type Sort = (typeof sort)[keyof typeof sort];

/** A value takes so many cells: its sort, its span, where the next value after all of it begins, its key, the key's span. */
const width = 7;
const [startCell, endCell, nextCell, keyCell, keyStartCell, keyEndCell] = [1, 2, 3, 4, 5, 6] as const;
const noKey = -1;

/** A larger map has an index once it is asked for a key: with half a million keys it may be asked for each of them. */
const manyEntries = 64;

/** A key that stands twice in a map. */
export interface RepeatedKey {
  readonly key: string;
  readonly span: Span;
}

/**
 * The values of a JSON text in its order, each as a few numbers. A plan of Terraform's has a million of them, most of
 * which nobody looks at: as objects they would take most of the time. A value is named by where it begins on the tape, the
 * first one by 0.
 */
export class JsonTape {
  #cells: Int32Array;
  #length = 0;
  readonly #open: number[] = [];
  readonly #keys: string[] = [];
  readonly #keyNumbers = new Map<string, number>();
  /** By key, the last map that ended and has it. */
  readonly #lastWith: number[] = [];
  readonly #repeating = new Set<number>();
  readonly #repeated: RepeatedKey[] = [];
  readonly #indexes = new Map<number, ReadonlyMap<number, number>>();
  /** The key whose value is awaited, and its span. */
  #key = noKey;
  #keyStart = 0;
  #keyEnd = 0;

  constructor(private readonly text: string) {
    // A value of a usual text takes 14 characters or more. What is reserved and not used takes no memory.
    this.#cells = new Int32Array(width * (64 + Math.ceil(text.length / 14)));
  }

  begin(what: typeof sort.map | typeof sort.list, start: number): void {
    this.#open.push(this.#length);
    this.scalar(what, start, start);
  }

  /** Ends the map or list that began last. */
  end(end: number): void {
    const at = this.#open.pop();
    if (at === undefined) return;
    this.#cells[at + endCell] = end;
    this.#cells[at + nextCell] = this.#length;
    if (this.cell(at) === sort.map) this.compareKeys(at);
  }

  key(key: string, start: number, end: number): void {
    let number = this.#keyNumbers.get(key);
    if (number === undefined) {
      number = this.#keys.push(key) - 1;
      this.#keyNumbers.set(key, number);
    }
    this.#key = number;
    this.#keyStart = start;
    this.#keyEnd = end;
  }

  scalar(what: Sort, start: number, end: number): void {
    const at = this.#length;
    this.#length += width;
    if (this.#length > this.#cells.length) this.lengthen();
    const cells = this.#cells;
    cells[at] = what;
    cells[at + startCell] = start;
    cells[at + endCell] = end;
    cells[at + nextCell] = this.#length;
    cells[at + keyCell] = this.#key;
    cells[at + keyStartCell] = this.#keyStart;
    cells[at + keyEndCell] = this.#keyEnd;
    this.#key = noKey;
  }

  /** Each key that some map has. */
  keys(): ReadonlySet<string> {
    return new Set(this.#keys);
  }

  /** The keys that stand twice in a map, in the order of the text. */
  repeated(): readonly RepeatedKey[] {
    return this.#repeated.toSorted((left, right) => left.span.start - right.span.start);
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  sortAt(at: number): Sort {
    return this.cell(at) as Sort;
  }

  spanAt(at: number): Span {
    return { start: this.cell(at + startCell), end: this.cell(at + endCell) };
  }

  keyAt(at: number): string {
    return this.#keys[this.cell(at + keyCell)] ?? '';
  }

  keySpanAt(at: number): Span {
    return { start: this.cell(at + keyStartCell), end: this.cell(at + keyEndCell) };
  }

  /** Numbers keep the text they were written as: an account ID must not lose its zeros. */
  textAt(at: number): string {
    const what = this.cell(at);
    if (what === sort.null) return '';
    const [start, end] = [this.cell(at + startCell), this.cell(at + endCell)];
    if (what === sort.string) return this.text.slice(start + 1, end - 1);
    const written = this.text.slice(start, end);
    return what === sort.escaped ? (JSON.parse(written) as string) : written;
  }

  /** Where the items of a list, or the values of a map, are. */
  childrenOf(parent: number): number[] {
    const children: number[] = [];
    const end = this.cell(parent + nextCell);
    for (let at = parent + width; at < end; at = this.cell(at + nextCell)) children.push(at);
    return children;
  }

  /** Where the value under a key of a map is: of several the last one. */
  find(map: number, key: string): number | undefined {
    const number = this.#keyNumbers.get(key);
    if (number === undefined) return undefined;
    const index = this.#indexes.get(map);
    if (index !== undefined) return index.get(number);
    let found: number | undefined;
    let looked = 0;
    const end = this.cell(map + nextCell);
    for (let at = map + width; at < end; at = this.cell(at + nextCell)) {
      looked += 1;
      if (this.cell(at + keyCell) === number) found = at;
    }
    if (looked > manyEntries) this.#indexes.set(map, this.indexOf(map));
    return found;
  }

  /** Whether a map has a key twice. */
  isRepeating(map: number): boolean {
    return this.#repeating.has(map);
  }

  private indexOf(map: number): ReadonlyMap<number, number> {
    return new Map(this.childrenOf(map).map((at) => [this.cell(at + keyCell), at]));
  }

  private lengthen(): void {
    const longer = new Int32Array(2 * this.#cells.length);
    longer.set(this.#cells);
    this.#cells = longer;
  }

  private compareKeys(map: number): void {
    const end = this.#length;
    for (let at = map + width; at < end; at = this.cell(at + nextCell)) {
      const key = this.cell(at + keyCell);
      if (this.#lastWith[key] === map) {
        this.#repeating.add(map);
        this.#repeated.push({ key: this.keyAt(at), span: this.keySpanAt(at) });
      }
      this.#lastWith[key] = map;
    }
  }

  private cell(at: number): number {
    return this.#cells[at] ?? 0;
  }
}

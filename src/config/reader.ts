import type { Document } from '../parse/document.js';
import type { MapNode, Node } from '../parse/node.js';
import type { Problem } from '../report/problem.js';
import type { Range, Span } from '../text/source-file.js';
import { didYouMean } from '../text/nearest.js';
import { printable } from '../text/printable.js';

/** How a key of a map is read. */
export type KeyReaders = Readonly<Record<string, (node: Node) => void>>;

/** Patterns are tried on every file, so they are kept short and their braces few: these expand to a product. */
const longestPattern = 200;
const mostBraces = 3;

/** Reads nodes of a configuration; what does not fit becomes a problem and is left out. */
export class Reader {
  readonly problems: Problem[] = [];

  constructor(protected readonly document: Document) {}

  problem(span: Span, message: string): void {
    this.problems.push({ ...this.place(span), message: printable(message), code: 'bad-configuration' });
  }

  /** Where something stands, as reports print it. */
  place(span: Span): { readonly file: string; readonly range: Range } {
    const { file } = this.document;
    return { file: file.path, range: file.rangeOf(span) };
  }

  /** Hands each entry of a map to the reader of its key. `where` is the map's name in messages. */
  keys(node: Node, where: string, readers: KeyReaders, later: readonly string[] = []): void {
    for (const { key, keySpan, value } of this.entries(node, where)) {
      const name = where === '' ? key : `${where}.${key}`;
      const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (read !== undefined) read(value);
      else if (later.includes(key)) this.problem(keySpan, `this version does not know the key "${name}" yet`);
      else this.problem(keySpan, `unknown key "${name}"${didYouMean(key, Object.keys(readers))}`);
    }
  }

  /** The entries of a map; none, with a problem, for anything else. An empty YAML value is an empty map. */
  entries(node: Node, where: string): MapNode['entries'] {
    if (node.kind === 'map') return node.entries;
    if (!isNull(node))
      this.problem(node.span, `${where === '' ? 'the configuration' : `"${where}"`} must be a map`);
    return [];
  }

  /** The items of a list; none, with a problem, for anything else. */
  items(node: Node, where: string): readonly Node[] {
    if (node.kind === 'list') return node.items;
    if (!isNull(node)) this.problem(node.span, `"${where}" must be a list`);
    return [];
  }

  /** A text that is not empty. */
  text(node: Node, where: string): string | undefined {
    if (node.kind === 'scalar' && node.type === 'string' && node.text !== '') return node.text;
    this.problem(node.span, `"${where}" must be a text`);
    return undefined;
  }

  /** A version such as `1.9.0`; a plain `1.9` is a number to YAML. */
  version(node: Node, where: string): string | undefined {
    const written = node.kind === 'scalar' ? this.written(node.span) : '';
    if (/^\d{1,9}(?:\.\d{1,9}){0,2}$/.test(written)) return written;
    this.problem(node.span, `"${where}" must be a version such as 1.9.0`);
    return undefined;
  }

  /** A list of texts. */
  texts(node: Node, where: string): string[] {
    return this.items(node, where).flatMap((item) => this.text(item, `${where}[]`) ?? []);
  }

  /** A whole number of at least 1 and of at most six digits. */
  count(node: Node, where: string): number | undefined {
    if (node.kind === 'scalar' && node.type === 'number' && /^[1-9]\d{0,5}$/.test(node.text))
      return Number(node.text);
    this.problem(node.span, `"${where}" must be a whole number from 1 to 999999`);
    return undefined;
  }

  /** One of several words. */
  word<W extends string>(node: Node, where: string, words: readonly W[]): W | undefined {
    const written = node.kind === 'scalar' ? this.written(node.span) : undefined;
    const found = words.find((word) => word === written);
    if (found === undefined) {
      const shown = written === undefined ? '' : `, not "${written}"`;
      const hint = didYouMean(written ?? '', words);
      this.problem(node.span, `"${where}" must be one of ${words.join(', ')}${shown}${hint}`);
    }
    return found;
  }

  /** A list of globs or folders, relative to the configuration's folder and inside it. */
  patterns(node: Node, where: string): string[] {
    return this.items(node, where).flatMap((item) => {
      const pattern = this.text(item, `${where}[]`);
      if (pattern === undefined) return [];
      const fault = faultOfPattern(pattern);
      if (fault === undefined) return [pattern];
      this.problem(item.span, `"${where}[]" ${fault}`);
      return [];
    });
  }

  /** A scalar as written, without quotes: YAML 1.1 takes a plain `off` for a boolean. */
  private written(span: Span): string {
    return this.document.file.text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/s, '$2');
  }
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}

function faultOfPattern(pattern: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(pattern)) return "must be relative to the configuration's folder";
  if (pattern.split('/').includes('..')) return "must not leave the configuration's folder";
  if (pattern.length > longestPattern) return `must not be longer than ${String(longestPattern)} characters`;
  if (pattern.split('{').length - 1 > mostBraces || /\{[^{}]*\.\.[^{}]*\}/.test(pattern))
    return `must not have more than ${String(mostBraces)} braces, nor a range in them`;
  return undefined;
}

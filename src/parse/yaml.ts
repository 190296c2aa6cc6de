import {
  Lexer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Alias,
  type Document as YamlDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem, ProblemCode } from '../report/problem.js';
import type { SourceFile, Span } from '../text/source-file.js';
import type { Comment, Document } from './document.js';
import {
  deepestNesting,
  isTooLarge,
  lengthProblem,
  listTooLong,
  longestList,
  problemAt,
  repeatedKeyAt,
} from './limits.js';
import type { MapNode, Node, NodeEntry, ScalarNode } from './node.js';

/** Why a text that is YAML cannot be read as a document. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly span: Span,
    readonly code: ProblemCode = 'malformed-yaml',
  ) {
    super(message);
  }
}

/**
 * Parses YAML 1.1, which CloudFormation reads. Short tags such as `!GetAtt` stay on their nodes, whatever they are;
 * aliases and merge keys are resolved, and what they bring keeps the place where it was written. It never throws.
 */
export function parseYaml(file: SourceFile): Document {
  const problems: Problem[] = [];
  const failed = (problem: Problem): Document => ({ file, format: 'yaml', problems: [problem] });
  const tooLong = lengthProblem(file);
  if (tooLong !== undefined) return failed(tooLong);
  try {
    const root = new Tree(file, problems, onlyDocument(file)).root();
    if (isTooLarge(root))
      return failed(
        problemAt(file, root.span, 'too-large', 'its aliases stand for more than a million values'),
      );
    return { file, format: 'yaml', root, problems, comments: commentsIn(file.text) };
  } catch (error) {
    if (error instanceof Unreadable) return failed(problemAt(file, error.span, error.code, error.message));
    // The package's composer is recursive: what it nests too deeply for the stack is too deep for us.
    if (error instanceof RangeError)
      return failed(problemAt(file, { start: 0, end: 1 }, 'too-deep', tooDeep));
    throw error;
  }
}

const tooDeep = `the nesting is deeper than ${String(deepestNesting)} levels`;

/** The one document of a text: CloudFormation reads no second one. */
function onlyDocument(file: SourceFile): YamlDocument.Parsed {
  const documents = parseAllDocuments(file.text, {
    version: '1.1',
    // Comparing every key with every other is quadratic; we compare them ourselves.
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [first, second] = 'empty' in documents ? [] : documents;
  const error = first?.errors[0];
  // The package's word for an overflow of its own stack.
  if (error?.code === 'RESOURCE_EXHAUSTION') throw new Unreadable(tooDeep, spanOf(error.pos), 'too-deep');
  if (error !== undefined) throw new Unreadable(sentenceOf(error.message), spanOf(error.pos));
  if (second !== undefined) throw new Unreadable('a template is one document', spanOf(second.range));
  if (first === undefined || (isScalar(first.contents) && first.contents.source === ''))
    throw new Unreadable('the file is empty', { start: 0, end: 1 });
  return first;
}

function spanOf([start, end]: readonly [number, number, ...unknown[]]): Span {
  return { start, end };
}

/** The package's messages as clauses: what follows the first line repeats the text. */
function sentenceOf(message: string): string {
  const [line = ''] = message.split('\n');
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/[.:]$/, '');
}

/** Turns the package's nodes into ours. */
class Tree {
  readonly #nodes = new Map<unknown, Node>();
  readonly #open = new Set<unknown>();
  readonly #anchors = new Map<string, unknown>();

  constructor(
    private readonly file: SourceFile,
    private readonly problems: Problem[],
    private readonly document: YamlDocument.Parsed,
  ) {}

  root(): Node {
    return this.node(this.document.contents, { start: 0, end: 1 });
  }

  /** @param around where a node stands that was not written, such as the value of `key:`. */
  private node(written: unknown, around: Span): Node {
    if (isAlias(written)) return this.aliased(written);
    if (!isMap(written) && !isSeq(written) && !isScalar(written))
      return { kind: 'scalar', text: '', type: 'null', span: around };
    if (written.anchor !== undefined) this.#anchors.set(written.anchor, written);
    if (isScalar(written)) return this.remembered(written, this.scalar(written));
    if (this.#open.size >= deepestNesting) throw new Unreadable(tooDeep, this.spanOf(written), 'too-deep');
    this.#open.add(written);
    const node = isMap(written) ? this.map(written) : this.list(written);
    this.#open.delete(written);
    return this.remembered(written, node);
  }

  private remembered(written: unknown, node: Node): Node {
    this.#nodes.set(written, node);
    return node;
  }

  /** An anchor that is written again stands from there on for the new node (YAML 1.1, 7.1). */
  private aliased(alias: Alias): Node {
    const target = this.#anchors.get(alias.source);
    const span = spanOf(alias.range ?? [0, 1]);
    if (target === undefined)
      throw new Unreadable(`there is no anchor ${alias.source} before this alias`, span);
    if (this.#open.has(target)) throw new Unreadable(`the anchor ${alias.source} contains itself`, span);
    return this.#nodes.get(target) ?? { kind: 'scalar', text: '', type: 'null', span };
  }

  private list(list: YAMLSeq): Node {
    const span = this.spanOf(list);
    if (list.items.length > longestList) throw new Unreadable(listTooLong, span, 'too-large');
    return { kind: 'list', items: list.items.map((item) => this.node(item, span)), span, ...tagOf(list) };
  }

  private map(map: YAMLMap): MapNode {
    const own = new Map<string, NodeEntry>();
    const merged = new Map<string, NodeEntry>();
    for (const { key: written, value } of map.items) {
      const keyNode = isAlias(written) ? this.aliased(written) : this.node(written, this.spanOf(map));
      if (keyNode.kind !== 'scalar') throw new Unreadable('a key is a list or an object', keyNode.span);
      const keySpan = isAlias(written) ? spanOf(written.range ?? [0, 1]) : keyNode.span;
      const node = this.node(value, keySpan);
      if (isScalar(written) && written.source === '<<' && written.type === 'PLAIN') {
        for (const entry of this.merge(node)) if (!merged.has(entry.key)) merged.set(entry.key, entry);
        continue;
      }
      const key =
        isScalar(written) && keyNode.type !== 'string' ? (written.source ?? keyNode.text) : keyNode.text;
      if (own.delete(key)) this.problems.push(repeatedKeyAt(this.file, keySpan, key));
      own.set(key, { key, keySpan, value: node });
    }
    // What a map says itself counts more than what it merges (YAML merge key, 2005).
    const entries = [...own.values(), ...[...merged.values()].filter(({ key }) => !own.has(key))];
    return { kind: 'map', entries, span: this.spanOf(map), ...tagOf(map) };
  }

  private merge(node: Node): readonly NodeEntry[] {
    if (node.kind === 'map') return node.entries;
    if (node.kind === 'list') return node.items.flatMap((item) => this.merge(item));
    throw new Unreadable('<< takes an object, or a list of objects', node.span);
  }

  private scalar(scalar: Scalar): ScalarNode {
    const span = this.spanOf(scalar);
    const { value, source } = scalar;
    const tag = tagOf(scalar);
    if (tag.tag !== undefined) return { kind: 'scalar', text: source ?? '', type: 'string', span, ...tag };
    if (value === null) return { kind: 'scalar', text: '', type: 'null', span };
    // YAML 1.1 allows `y` and `n` for booleans, and the readers that are in use take them for texts.
    if (typeof value === 'boolean' && /^[yn]$/i.test(source ?? ''))
      return { kind: 'scalar', text: source ?? '', type: 'string', span };
    if (typeof value === 'boolean') return { kind: 'scalar', text: String(value), type: 'boolean', span };
    // Numbers keep the text they were written as: an account ID must not lose its zeros.
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    const text = typeof value === 'string' ? value : (source ?? '');
    return { kind: 'scalar', text, type: isNumber ? 'number' : 'string', span };
  }

  /**
   * From the tag, or the value where there is none, to the last character of the value. The package's ranges begin
   * after the tag, and end after the line breaks and comments that follow a block.
   */
  private spanOf(node: Scalar | YAMLMap | YAMLSeq): Span {
    const [valueStart, valueEnd] = node.range ?? [0, 1];
    const start = this.tagStart(node, valueStart);
    if (isScalar(node) && node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')
      return { start, end: valueEnd };
    if (isScalar(node) || node.flow === true) return { start, end: this.withoutBreaks(start, valueEnd) };
    return { start, end: Math.max(start, this.lastEnd(node) ?? valueEnd) };
  }

  /** Where the last thing inside a block ends. */
  private lastEnd(node: YAMLMap | YAMLSeq): number | undefined {
    const last = isMap(node) ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key) : node.items.at(-1);
    if (isAlias(last)) return last.range?.[1];
    return isMap(last) || isSeq(last) || isScalar(last) ? this.spanOf(last).end : undefined;
  }

  private withoutBreaks(start: number, end: number): number {
    let last = end;
    while (last > start && /\s/.test(this.file.text.charAt(last - 1))) last -= 1;
    return last;
  }

  /** The tag stands before the value, with nothing but blanks, comments and an anchor between. */
  private tagStart(node: Scalar | YAMLMap | YAMLSeq, valueStart: number): number {
    const { tag } = tagOf(node);
    if (tag === undefined) return valueStart;
    const before = this.file.text.lastIndexOf(tag, valueStart);
    return before === -1 ? valueStart : before;
  }
}

/** A local tag such as `!Sub`; the tags of YAML itself (`!!str`) are none. */
function tagOf({ tag }: { tag?: string | undefined }): { tag?: string } {
  return tag?.startsWith('!') === true && tag.length > 1 ? { tag } : {};
}

/** A word that marks the comments which are for us; a text without it is not searched for comments. */
const ours = 'incident-lint';

/** Tokens of the package's lexer that stand for nothing in the text. */
const invisible = new Set(['\u0002', '\u0018', '\u001f']);

/** Comments come from the lexer's tokens, because nodes hand them on to their neighbours. */
function commentsIn(text: string): Comment[] {
  if (!text.includes(ours)) return [];
  const comments: Comment[] = [];
  let start = 0;
  for (const token of new Lexer().lex(text)) {
    if (invisible.has(token)) continue;
    const end = start + token.length;
    if (/^#\s*incident-lint/.test(token)) comments.push({ text: token, span: { start, end } });
    start = end;
  }
  return comments;
}

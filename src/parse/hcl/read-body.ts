import type { Span } from '../../text/source-file.js';
import type { ListNode, MapNode, Node, NodeEntry } from '../node.js';
import type { Cursor } from './cursor.js';
import type { Expression } from './expression.js';
import { readExpression } from './read-expression.js';

interface Label {
  readonly text: string;
  readonly span: Span;
}

/** The blocks of one type, by their labels. */
interface Level {
  readonly keySpan: Span;
  readonly bodies: MapNode[];
  readonly byLabel: Map<string, Level>;
}

/** Told of a name that is given twice where only one counts. */
type ReportRepeated = (name: string, span: Span) => void;

/**
 * Reads attributes and blocks up to the end of the cursor, or up to `}`, as the maps and lists that the same
 * configuration has in Terraform's JSON syntax: labels are keys, and blocks without labels are items of a list.
 */
export function readBody(cursor: Cursor, start: number, report: ReportRepeated): MapNode {
  const entries = new Map<string, NodeEntry>();
  const blocks = new Map<string, Level>();
  for (;;) {
    cursor.skipLines();
    if (cursor.isAtEnd || cursor.looksAt('}')) break;
    const nameStart = cursor.offset;
    const key = cursor.identifier() ?? cursor.fail('an argument or a block is expected here');
    const keySpan = cursor.spanFrom(nameStart);
    cursor.skipBlanks();
    if (cursor.take('=')) {
      if (entries.has(key)) report(key, keySpan);
      entries.set(key, { key, keySpan, value: nodeOf(readExpression(cursor), cursor.text) });
    } else {
      readBlock(cursor, { text: key, span: keySpan }, blocks, report);
    }
    cursor.skipBlanks();
    if (!cursor.isAtLineEnd && !cursor.looksAt('}')) cursor.fail('a line break is expected here');
  }
  for (const [type, level] of blocks)
    entries.set(type, { key: type, keySpan: level.keySpan, value: nodeOfLevel(level, false) });
  return { kind: 'map', entries: [...entries.values()], span: cursor.spanFrom(start) };
}

function readBlock(cursor: Cursor, type: Label, blocks: Map<string, Level>, report: ReportRepeated): void {
  let level = levelAt(blocks, type);
  const labels: Label[] = [];
  for (;;) {
    const start = cursor.offset;
    if (cursor.take('{')) break;
    const written = cursor.match(/"[^"\\$\r\n]*"/y) ?? cursor.identifier();
    if (written === undefined) cursor.fail('"=", a label or "{" is expected here');
    const label = { text: written.replaceAll('"', ''), span: cursor.spanFrom(start) };
    labels.push(label);
    level = levelAt(level.byLabel, label);
    cursor.skipBlanks();
  }
  const last = labels.at(-1);
  if (last !== undefined && type.text !== 'provider' && type.text !== 'dynamic' && level.bodies.length > 0)
    report(last.text, last.span);
  const start = cursor.offset - 1;
  const body = cursor.nested(true, () => {
    const inner = readBody(cursor, start, report);
    cursor.expect('}');
    return { kind: 'map', entries: inner.entries, span: cursor.spanFrom(start) } as const;
  });
  level.bodies.push(body);
}

function levelAt(levels: Map<string, Level>, { text, span }: Label): Level {
  const known = levels.get(text);
  if (known !== undefined) return known;
  const level = { keySpan: span, bodies: [], byLabel: new Map<string, Level>() };
  levels.set(text, level);
  return level;
}

function nodeOfLevel({ bodies, byLabel, keySpan }: Level, isLabelled: boolean): Node {
  const labelled: MapNode | undefined =
    byLabel.size === 0
      ? undefined
      : {
          kind: 'map',
          entries: [...byLabel].map(([key, level]) => ({
            key,
            keySpan: level.keySpan,
            value: nodeOfLevel(level, true),
          })),
          span: keySpan,
        };
  const [body] = bodies;
  if (labelled !== undefined && body === undefined) return labelled;
  if (labelled === undefined && isLabelled && bodies.length === 1 && body !== undefined) return body;
  const items = labelled === undefined ? bodies : [...bodies, labelled];
  const [first] = items;
  const span = { start: first?.span.start ?? keySpan.start, end: items.at(-1)?.span.end ?? keySpan.end };
  return { kind: 'list', items, span } satisfies ListNode;
}

/** An expression as a node: collections of literals stay maps and lists, what has to be computed is a scalar. */
function nodeOf(expression: Expression, source: string): Node {
  const { span } = expression;
  if (expression.kind === 'literal')
    return { kind: 'scalar', text: expression.text, type: expression.type, span };
  if (expression.kind === 'tuple')
    return { kind: 'list', items: expression.items.map((item) => nodeOf(item, source)), span };
  if (expression.kind === 'object' && expression.entries.every(({ key }) => key.kind === 'literal')) {
    const entries = new Map<string, NodeEntry>();
    for (const { key, value } of expression.entries) {
      const name = key.kind === 'literal' ? key.text : '';
      entries.set(name, { key: name, keySpan: key.span, value: nodeOf(value, source) });
    }
    return { kind: 'map', entries: [...entries.values()], span };
  }
  return { kind: 'scalar', text: source.slice(span.start, span.end), type: 'string', span, expression };
}

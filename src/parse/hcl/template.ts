import type { Span } from '../../text/source-file.js';
import type { Cursor } from './cursor.js';
import type { Expression, Literal, ReadExpression } from './expression.js';

/** Where a template stands: in quotes with escapes, or as lines (a heredoc) or a JSON string, which have none. */
type Form = 'quoted' | 'raw';

interface Parts {
  readonly parts: Expression[];
  /** The directive that ended them: `else`, `endif` or `endfor`; undefined for the end of the template. */
  readonly ending: string | undefined;
  /** Whether that directive swallows the blanks after it. */
  readonly isTrimming: boolean;
}

/** Reads a template in double quotes; the cursor stands before the first quote. */
export function readQuoted(cursor: Cursor, readExpression: ReadExpression): Expression {
  const start = cursor.offset;
  cursor.expect('"');
  const parts = cursor.nested(true, () => readWhole(cursor, 'quoted', readExpression));
  cursor.expect('"', 'the end of the string');
  return templateOf(parts, cursor.spanFrom(start));
}

/** Reads a template without quotes up to the end of the cursor: what a string of `.tf.json` holds. */
export function readBare(cursor: Cursor, readExpression: ReadExpression): Expression {
  const start = cursor.offset;
  return templateOf(readWhole(cursor, 'raw', readExpression), cursor.spanFrom(start));
}

/** Reads `<<END` or `<<-END`, its lines, and the line that ends it; the cursor stands before the `<<`. */
export function readHeredoc(cursor: Cursor, readExpression: ReadExpression): Expression {
  const start = cursor.offset;
  cursor.expect('<<');
  const isIndented = cursor.take('-');
  const word = cursor.identifier() ?? cursor.fail('the word that ends the lines is expected here');
  cursor.match(/[^\S\r\n]+/y);
  if (cursor.match(/\r?\n/y) === undefined) cursor.fail('a line break is expected here');
  const first = cursor.offset;
  let line = first;
  for (;;) {
    if (line >= cursor.end) cursor.fail(`no line "${word}" ends this text`);
    const lineBreak = cursor.text.indexOf('\n', line);
    const next = lineBreak === -1 || lineBreak >= cursor.end ? cursor.end : lineBreak;
    if (cursor.text.slice(line, next).trim() === word) {
      cursor.offset = next;
      break;
    }
    line = next + 1;
  }
  if (cursor.text.charAt(cursor.offset - 1) === '\r') cursor.offset -= 1;
  const span = cursor.spanFrom(start);
  const parts = cursor.nested(true, () => readWhole(cursor.within(first, line), 'raw', readExpression));
  return templateOf(isIndented ? withoutIndentation(parts) : parts, span);
}

function readWhole(cursor: Cursor, form: Form, readExpression: ReadExpression): Expression[] {
  const { parts, ending } = readParts(cursor, form, readExpression);
  if (ending !== undefined) cursor.fail(`"${ending}" ends nothing here`);
  return parts;
}

/** @param trimmed whether the marker `~` of what stands before swallows the blanks that follow. */
function readParts(cursor: Cursor, form: Form, readExpression: ReadExpression, trimmed = false): Parts {
  const parts: Expression[] = [];
  let text = '';
  let start = cursor.offset;
  let isTrimmed = trimmed;
  const flush = (trimEnd: boolean): void => {
    if (isTrimmed) text = trimmedStart(text, form);
    if (trimEnd) text = trimmedEnd(text, form);
    if (text !== '') parts.push(literalOf(text, cursor.spanFrom(start)));
    text = '';
  };
  for (;;) {
    const literal = readLiteral(cursor, form);
    text += literal;
    const opening = cursor.offset;
    if (cursor.take('${')) {
      flush(cursor.take('~'));
      parts.push(
        cursor.nested(false, () => {
          const inner = readExpression(cursor);
          cursor.skipBlanks();
          isTrimmed = cursor.take('~');
          cursor.expect('}');
          return inner;
        }),
      );
      start = cursor.offset;
    } else if (cursor.take('%{')) {
      flush(cursor.take('~'));
      const word = cursor.nested(false, () => {
        cursor.skipBlanks();
        return cursor.identifier() ?? cursor.fail('"if" or "for" is expected here');
      });
      if (word !== 'if' && word !== 'for') {
        return { parts, ending: word, isTrimming: closeDirective(cursor) };
      }
      parts.push(cursor.nested(false, () => readDirective(cursor, form, word, readExpression, opening)));
      isTrimmed = cursor.text.charAt(cursor.offset - 2) === '~';
      start = cursor.offset;
    } else {
      flush(false);
      return { parts, ending: undefined, isTrimming: false };
    }
  }
}

/** Without the blanks at the start. Where there are lines, a marker reaches no further than the next line break. */
function trimmedStart(text: string, form: Form): string {
  if (form === 'quoted') return text.trimStart();
  const next = text.indexOf('\n') + 1;
  return next === 0 ? text.trimStart() : text.slice(0, next).trimStart() + text.slice(next);
}

/** Without the blanks at the end, on the last line where there are lines. */
function trimmedEnd(text: string, form: Form): string {
  if (form === 'quoted') return text.trimEnd();
  const last = text.lastIndexOf('\n', text.length - 2) + 1;
  return text.slice(0, last) + text.slice(last).trimEnd();
}

/** The characters up to an interpolation, a directive or the end. */
function readLiteral(cursor: Cursor, form: Form): string {
  let text = '';
  for (;;) {
    text += cursor.takeUntil(form === 'quoted' ? '"\\$%\r\n' : '$%');
    if (cursor.isAtEnd) return text;
    // `$${` and `%%{` stand for the characters themselves.
    if (cursor.take('$${')) text += '${';
    else if (cursor.take('%%{')) text += '%{';
    else if (cursor.looksAt('${') || cursor.looksAt('%{')) return text;
    else if (form === 'raw') text += takeOne(cursor);
    else if (cursor.looksAt('"')) return text;
    else if (cursor.looksAt('\\')) text += readEscape(cursor);
    else if (cursor.isAtLineEnd) cursor.fail('the string has no end');
    else text += takeOne(cursor);
  }
}

function takeOne(cursor: Cursor): string {
  cursor.offset += 1;
  return cursor.text.charAt(cursor.offset - 1);
}

const escapes: Readonly<Partial<Record<string, string>>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

function readEscape(cursor: Cursor): string {
  const unicode = cursor.match(/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y);
  if (unicode !== undefined) {
    const code = Number.parseInt(unicode.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  }
  const escape = escapes[cursor.text.charAt(cursor.offset + 1)];
  if (escape === undefined) cursor.fail('there is no such escape');
  cursor.offset += 2;
  return escape;
}

/** Whether the directive swallows the blanks after it. */
function closeDirective(cursor: Cursor): boolean {
  cursor.nested(false, () => {
    cursor.skipBlanks();
  });
  const isTrimming = cursor.take('~');
  cursor.expect('}');
  return isTrimming;
}

/** `%{ if … }` is a conditional, and `%{ for … }` joins the texts of a loop. */
function readDirective(
  cursor: Cursor,
  form: Form,
  word: 'if' | 'for',
  readExpression: ReadExpression,
  opening: number,
): Expression {
  if (word === 'if') {
    const condition = readExpression(cursor);
    const yes = readParts(cursor, form, readExpression, closeDirective(cursor));
    const no = yes.ending === 'else' ? readParts(cursor, form, readExpression, yes.isTrimming) : undefined;
    if ((no ?? yes).ending !== 'endif') cursor.fail('"endif" is expected here');
    const span = cursor.spanFrom(opening);
    const arm = (parts: readonly Expression[]): Expression => templateOf(parts, span);
    return { kind: 'conditional', condition, yes: arm(yes.parts), no: arm(no?.parts ?? []), span };
  }
  cursor.skipBlanks();
  const first = cursor.identifier() ?? cursor.fail('a name is expected here');
  cursor.skipBlanks();
  const second = cursor.take(',') ? (cursor.skipBlanks(), cursor.identifier()) : undefined;
  cursor.skipBlanks();
  cursor.expect('in');
  const source = readExpression(cursor);
  const body = readParts(cursor, form, readExpression, closeDirective(cursor));
  if (body.ending !== 'endfor') cursor.fail('"endfor" is expected here');
  const span = cursor.spanFrom(opening);
  const loop: Expression = {
    kind: 'for',
    keyName: second === undefined ? undefined : first,
    valueName: second ?? first,
    source,
    key: undefined,
    value: templateOf(body.parts, span),
    condition: undefined,
    groups: false,
    span,
  };
  return { kind: 'call', name: 'join', operands: [literalOf('', span), loop], expands: false, span };
}

function literalOf(text: string, span: Span): Literal {
  return { kind: 'literal', text, type: 'string', span };
}

/** A lone interpolation is what it holds (`"${var.topics}"` may be a list), at the place of the whole string. */
function templateOf(parts: readonly Expression[], span: Span): Expression {
  const [only] = parts;
  if (only === undefined) return literalOf('', span);
  return parts.length === 1 ? { ...only, span } : { kind: 'template', parts, span };
}

/** `<<-` takes from every line what all lines are indented by. */
function withoutIndentation(parts: readonly Expression[]): Expression[] {
  let least = Number.POSITIVE_INFINITY;
  const isAtStart = (index: number, line: number): boolean => index === 0 || line > 0;
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'literal') continue;
    const lines = part.text.split('\n');
    // A blank line has no indentation, unless it goes on with an interpolation.
    const counts = (text: string, line: number): boolean =>
      text.trim() !== '' || (line === lines.length - 1 && index < parts.length - 1);
    for (const [line, text] of lines.entries())
      if (isAtStart(index, line) && counts(text, line))
        least = Math.min(least, text.length - text.trimStart().length);
  }
  if (!Number.isFinite(least) || least === 0) return [...parts];
  return parts.map((part, index) => {
    if (part.kind !== 'literal') return part;
    const lines = part.text.split('\n');
    const text = lines.map((written, line) => (isAtStart(index, line) ? written.slice(least) : written));
    return { ...part, text: text.join('\n') };
  });
}

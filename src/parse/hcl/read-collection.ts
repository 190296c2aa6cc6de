import { listTooLong, longestList } from '../limits.js';
import { Unreadable, type Cursor } from './cursor.js';
import type { Expression, ForExpression, ObjectEntry, ReadExpression } from './expression.js';

/** Reads a list, an object or a loop; the cursor stands before its bracket. */
export function readCollection(cursor: Cursor, readExpression: ReadExpression): Expression {
  const start = cursor.offset;
  const isObject = cursor.take('{');
  if (!isObject) cursor.expect('[');
  const loop = cursor.nested(false, () => readFor(cursor, start, isObject, readExpression));
  if (loop !== undefined) return loop;
  return isObject ? readObject(cursor, start, readExpression) : readTuple(cursor, start, readExpression);
}

function readTuple(cursor: Cursor, start: number, readExpression: ReadExpression): Expression {
  const items: Expression[] = [];
  cursor.nested(false, () => {
    for (;;) {
      cursor.skipBlanks();
      if (cursor.take(']')) return;
      if (items.length === longestList)
        throw new Unreadable(listTooLong, { start, end: start + 1 }, 'too-large');
      items.push(readExpression(cursor));
      cursor.skipBlanks();
      if (cursor.take(']')) return;
      cursor.expect(',');
    }
  });
  return { kind: 'tuple', items, span: cursor.spanFrom(start) };
}

/** In an object a line break ends an entry, as a comma does. */
function readObject(cursor: Cursor, start: number, readExpression: ReadExpression): Expression {
  const entries: ObjectEntry[] = [];
  cursor.nested(true, () => {
    for (;;) {
      cursor.skipLines();
      if (cursor.take('}')) return;
      const key = readKey(cursor, readExpression);
      cursor.skipBlanks();
      if (!cursor.take(':')) cursor.expect('=');
      entries.push({ key, value: readExpression(cursor) });
      cursor.skipBlanks();
      if (!cursor.take(',') && !cursor.isAtLineEnd && !cursor.looksAt('}'))
        cursor.fail('a comma or a line break is expected here');
    }
  });
  return { kind: 'object', entries, span: cursor.spanFrom(start) };
}

/** A bare name is a literal key; in parentheses it is a reference. */
function readKey(cursor: Cursor, readExpression: ReadExpression): Expression {
  const isReference = cursor.looksAt('(');
  const key = readExpression(cursor);
  return key.kind === 'variable' && !isReference
    ? { kind: 'literal', text: key.name, type: 'string', span: key.span }
    : key;
}

/** Undefined where the brackets hold no `for`; the cursor is then where it was. */
function readFor(
  cursor: Cursor,
  start: number,
  isObject: boolean,
  readExpression: ReadExpression,
): ForExpression | undefined {
  const opening = cursor.offset;
  cursor.skipLines();
  if (cursor.match(/for(?=[\s/#])/y) === undefined) {
    cursor.offset = opening;
    return undefined;
  }
  const name = (): string => {
    cursor.skipBlanks();
    const found = cursor.identifier() ?? cursor.fail('a name is expected here');
    cursor.skipBlanks();
    return found;
  };
  const first = name();
  const second = cursor.take(',') ? name() : undefined;
  cursor.expect('in');
  const source = readExpression(cursor);
  cursor.skipBlanks();
  cursor.expect(':');
  const head = readExpression(cursor);
  cursor.skipBlanks();
  const hasKey = isObject && cursor.take('=>');
  if (isObject && !hasKey) cursor.fail('"=>" is expected here');
  const value = hasKey ? readExpression(cursor) : head;
  cursor.skipBlanks();
  const groups = hasKey && cursor.take('...');
  cursor.skipBlanks();
  const condition = cursor.match(/if(?=[\s(!])/y) === undefined ? undefined : readExpression(cursor);
  cursor.skipBlanks();
  cursor.expect(isObject ? '}' : ']');
  return {
    kind: 'for',
    keyName: second === undefined ? undefined : first,
    valueName: second ?? first,
    source,
    key: hasKey ? head : undefined,
    value,
    condition,
    groups,
    span: cursor.spanFrom(start),
  };
}

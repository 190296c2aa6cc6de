import { deepestNesting } from '../limits.js';
import { Unreadable, type Cursor } from './cursor.js';
import type { Expression } from './expression.js';
import { readCollection } from './read-collection.js';
import { readHeredoc, readQuoted } from './template.js';

/** The binary operators, from those that bind least. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Reads an expression; the cursor stands before it, blanks included. */
export function readExpression(cursor: Cursor): Expression {
  return cursor.nested(cursor.breaksEnd, () => {
    cursor.skipBlanks();
    const start = cursor.offset;
    const condition = readBinary(cursor, 0);
    cursor.skipBlanks();
    if (!cursor.take('?')) return condition;
    const yes = readExpression(cursor);
    cursor.skipBlanks();
    cursor.expect(':');
    const no = readExpression(cursor);
    return { kind: 'conditional', condition, yes, no, span: cursor.spanFrom(start) };
  });
}

function readBinary(cursor: Cursor, level: number): Expression {
  const operators = levels[level];
  if (operators === undefined) return readUnary(cursor);
  const start = cursor.offset;
  let left = readBinary(cursor, level + 1);
  for (let length = 0; ; length += 1) {
    limit(cursor, length);
    cursor.skipBlanks();
    const operator = operators.find((candidate) => cursor.looksAt(candidate));
    if (operator === undefined) return left;
    cursor.take(operator);
    cursor.skipBlanks();
    const right = readBinary(cursor, level + 1);
    left = { kind: 'binary', operator, left, right, span: cursor.spanFrom(start) };
  }
}

/** A chain of operators or attributes is as deep a tree as brackets are, although no recursion reads it. */
function limit(cursor: Cursor, length: number): void {
  if (length <= deepestNesting) return;
  const message = `the expression has more than ${String(deepestNesting)} operators in a row`;
  throw new Unreadable(message, cursor.spanFrom(cursor.offset), 'too-deep');
}

function readUnary(cursor: Cursor): Expression {
  cursor.skipBlanks();
  const start = cursor.offset;
  const operator = cursor.take('!') ? '!' : cursor.take('-') ? '-' : undefined;
  if (operator === undefined) return readPostfix(cursor);
  const operand = cursor.nested(cursor.breaksEnd, () => readUnary(cursor));
  return { kind: 'unary', operator, operand, span: cursor.spanFrom(start) };
}

function readPostfix(cursor: Cursor): Expression {
  const start = cursor.offset;
  return readSteps(cursor, readPrimary(cursor), start, false);
}

/** `.name`, `.0`, `[key]`, `[*]` and `.*`, as many as there are; after `.*` only attributes belong to the splat. */
function readSteps(cursor: Cursor, first: Expression, start: number, onlyAttributes: boolean): Expression {
  let current = first;
  for (let length = 0; ; length += 1) {
    limit(cursor, length);
    if (cursor.looksAt('...') || (onlyAttributes && !cursor.looksAt('.'))) return current;
    if (cursor.take('.*')) {
      current = readSplat(cursor, current, start, true);
    } else if (cursor.take('[*]')) {
      current = readSplat(cursor, current, start, false);
    } else if (cursor.take('.')) {
      const digits = cursor.match(/\d+/y);
      const name = digits ?? cursor.identifier() ?? cursor.fail('the name of an attribute is expected here');
      const span = cursor.spanFrom(start);
      current =
        digits === undefined
          ? { kind: 'attribute', source: current, name, span }
          : {
              kind: 'index',
              source: current,
              key: { kind: 'literal', text: name, type: 'number', span },
              span,
            };
    } else if (cursor.take('[')) {
      const source = current;
      const key = cursor.nested(false, () => {
        const inner = readExpression(cursor);
        cursor.skipBlanks();
        return inner;
      });
      cursor.expect(']');
      current = { kind: 'index', source, key, span: cursor.spanFrom(start) };
    } else return current;
  }
}

function readSplat(cursor: Cursor, source: Expression, start: number, onlyAttributes: boolean): Expression {
  const item: Expression = { kind: 'item', span: cursor.spanFrom(start) };
  const each = cursor.nested(cursor.breaksEnd, () => readSteps(cursor, item, start, onlyAttributes));
  return { kind: 'splat', source, each, span: cursor.spanFrom(start) };
}

function readPrimary(cursor: Cursor): Expression {
  const start = cursor.offset;
  if (cursor.looksAt('"')) return readQuoted(cursor, readExpression);
  if (cursor.looksAt('<<')) return readHeredoc(cursor, readExpression);
  if (cursor.take('(')) return readParenthesized(cursor, start);
  if (cursor.looksAt('[') || cursor.looksAt('{')) return readCollection(cursor, readExpression);
  const number = cursor.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== undefined)
    return { kind: 'literal', text: number, type: 'number', span: cursor.spanFrom(start) };
  const name = cursor.identifier();
  if (name === undefined) cursor.fail('a value is expected here');
  if (name === 'true' || name === 'false')
    return { kind: 'literal', text: name, type: 'boolean', span: cursor.spanFrom(start) };
  if (name === 'null') return { kind: 'literal', text: '', type: 'null', span: cursor.spanFrom(start) };
  let whole = name;
  while (cursor.take('::')) whole += `::${cursor.identifier() ?? cursor.fail('a name is expected here')}`;
  if (cursor.take('(')) return readCall(cursor, whole, start);
  return { kind: 'variable', name, span: cursor.spanFrom(start) };
}

function readParenthesized(cursor: Cursor, start: number): Expression {
  const inner = cursor.nested(false, () => {
    const expression = readExpression(cursor);
    cursor.skipBlanks();
    cursor.expect(')');
    return expression;
  });
  return { ...inner, span: cursor.spanFrom(start) };
}

function readCall(cursor: Cursor, name: string, start: number): Expression {
  const operands: Expression[] = [];
  let expands = false;
  cursor.nested(false, () => {
    for (;;) {
      cursor.skipBlanks();
      if (cursor.take(')')) return;
      operands.push(readExpression(cursor));
      cursor.skipBlanks();
      expands = cursor.take('...');
      cursor.skipBlanks();
      if (cursor.take(')')) return;
      cursor.expect(',');
    }
  });
  return { kind: 'call', name, operands, expands, span: cursor.spanFrom(start) };
}

import type { Expression } from '../../../parse/hcl/expression.js';

/** An expression as it would be written; equal for expressions that differ only in blanks. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      if (expression.type === 'null') return 'null';
      return expression.type === 'string' ? JSON.stringify(expression.text) : expression.text;
    case 'template':
      return `"${expression.parts.map(partText).join('')}"`;
    case 'variable':
      return expression.name;
    case 'attribute':
      return `${expressionText(expression.source)}.${expression.name}`;
    case 'index':
      return `${expressionText(expression.source)}[${expressionText(expression.key)}]`;
    case 'item':
      return '[*]';
    case 'splat':
      return `${expressionText(expression.source)}${expressionText(expression.each)}`;
    case 'call':
      return `${expression.name}(${list(expression.operands)}${expression.expands ? '...' : ''})`;
    case 'unary':
      return `${expression.operator}${operandText(expression.operand)}`;
    case 'binary':
      return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
    case 'conditional':
      return [expression.condition, expression.yes, expression.no].map(operandText).join(' ? ');
    case 'tuple':
      return `[${list(expression.items)}]`;
    case 'object':
      return `{${expression.entries.map(({ key, value }) => `${expressionText(key)} = ${expressionText(value)}`).join(', ')}}`;
    case 'for': {
      const { keyName, valueName, source, key, value, condition } = expression;
      const names = keyName === undefined ? valueName : `${keyName}, ${valueName}`;
      const result = key === undefined ? list([value]) : `${expressionText(key)} => ${expressionText(value)}`;
      const test = condition === undefined ? '' : ` if ${expressionText(condition)}`;
      return `[for ${names} in ${expressionText(source)} : ${result}${test}]`;
    }
  }
}

function partText(part: Expression): string {
  return part.kind === 'literal' ? part.text : `\${${expressionText(part)}}`;
}

function operandText(operand: Expression): string {
  const text = expressionText(operand);
  return operand.kind === 'binary' || operand.kind === 'conditional' ? `(${text})` : text;
}

function list(expressions: readonly Expression[]): string {
  return expressions.map(expressionText).join(', ');
}

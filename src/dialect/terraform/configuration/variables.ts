import type { Expression } from '../../../parse/hcl/expression.js';
import type { Place } from '../../../text/place.js';
import { flattened } from '../../../value/select.js';
import { unknown, type Value } from '../../../value/value.js';
import { evaluateNode } from './evaluate.js';
import type { Argument, Block } from './folder.js';
import type { Frame, Scope } from './frame.js';
import { hidden } from './secret.js';
import { completed } from './type-constraints.js';

/**
 * What a variable of a module that nobody calls can be: what a file of variables says, else one of the values that its
 * validation allows, else its default as an assumption, else unknown.
 */
export function rootVariable(name: string, block: Block, given: Argument | undefined, scope: Scope): Value {
  const place = placeOf(block);
  if (given !== undefined) return typed(block, literalValue(given, scope), scope);
  const allowed = allowedValues(name, block);
  if (allowed.length > 0) return { kind: 'one-of', texts: allowed, source: `variable ${name}`, place };
  const fallback = block.arguments.get('default');
  if (fallback === undefined)
    return unknown(
      place,
      `variable ${name}`,
      `variable ${name} has no default`,
      `a default of variable ${name}, or its value in terraform.tfvars`,
    );
  const value = typed(block, literalValue(fallback, scope), scope);
  return {
    kind: 'choice',
    arms: [{ when: [{ kind: 'default', declaredAs: 'variable', scope: block.file, name }], value }],
    place: value.place,
  };
}

/** What a variable of a called module is: what the call gives, else its default, which then is no assumption. */
export function calledVariable(block: Block, given: Value | undefined, scope: Scope): Value {
  const fallback = block.arguments.get('default');
  if (given !== undefined && given.kind !== 'absent') return typed(block, flattened(given), scope);
  if (fallback !== undefined) return typed(block, literalValue(fallback, scope), scope);
  return given ?? unknown(placeOf(block), 'the variable', 'the call does not give it', 'a value in the call');
}

function placeOf({ file, keySpan, path }: Block): Place {
  return { file, span: keySpan, path };
}

/** A default, and a value in a file of variables, refers to nothing. */
function literalValue({ node, file, path }: Argument, scope: Scope): Value {
  const frame: Frame = { scope, file, path, bindings: new Map(), label: '' };
  return evaluateNode(node, frame);
}

/** What is declared `sensitive` is never printed; the type fills in what was left out. */
function typed(block: Block, written: Value, scope: Scope): Value {
  const value = completed(written, block, scope);
  const sensitive = block.arguments.get('sensitive')?.node;
  return sensitive?.kind === 'scalar' && sensitive.text === 'true' ? hidden(value) : value;
}

/** The texts of `validation { condition = contains(["a", "b"], var.NAME) }`. */
function allowedValues(name: string, block: Block): string[] {
  const validation = block.arguments.get('validation')?.node;
  const bodies = validation?.kind === 'list' ? validation.items : [];
  return bodies.flatMap((body) => {
    const condition =
      body.kind === 'map' ? body.entries.find(({ key }) => key === 'condition')?.value : undefined;
    if (condition?.kind !== 'scalar' || condition.expression === undefined) return [];
    return allowedBy(condition.expression, name) ?? [];
  });
}

function allowedBy(condition: Expression, name: string): string[] | undefined {
  if (condition.kind !== 'call' || condition.name !== 'contains') return undefined;
  const [list, wanted] = condition.operands;
  const isIt =
    wanted?.kind === 'attribute' &&
    wanted.name === name &&
    wanted.source.kind === 'variable' &&
    wanted.source.name === 'var';
  if (!isIt || list?.kind !== 'tuple') return undefined;
  const texts = list.items.flatMap((item) => (item.kind === 'literal' ? [item.text] : []));
  return texts.length === list.items.length ? texts : undefined;
}

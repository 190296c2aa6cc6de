import type { Leaf } from '../../model/leaf.js';
import { combine } from '../../value/assumption.js';
import { idOf, type Action } from './actions.js';
import { everyArnOf } from './arns.js';
import type { Statement } from './statement.js';

/** A statement as if it spoke of one of its actions only; what is `*` of its resources becomes those the action works on. */
export function narrowed(statement: Statement, by: Leaf, action: Action): Statement {
  const { place, when } = by;
  const textOf = (text: string): Leaf => by.inner({ kind: 'text', text, type: 'string', place }, when);
  const arns = everyArnOf(action);
  const resources = statement.resources.flatMap((resource) => {
    const { value, when } = resource;
    return arns.length > 0 && value.kind === 'text' && /^\*+$/.test(value.text)
      ? arns.map((text) => resource.inner({ ...value, text, type: 'string' }, when))
      : [resource];
  });
  return {
    ...statement,
    actions: [textOf(idOf(action))],
    notActions: [],
    resources,
    when: combine(statement.when, when) ?? when,
  };
}

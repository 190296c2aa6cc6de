import type { RegisteredRule } from '../../src/rule/rule.js';

interface ConfigurationSchema {
  readonly definitions: { readonly rules: object; readonly builtIn: object };
}

/** The JSON Schema of the configuration with every rule and its summary, which editors offer and show. */
export function withRules(text: string, rules: readonly RegisteredRule[]): string {
  const schema = JSON.parse(text) as ConfigurationSchema;
  const sorted = rules.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const properties = sorted.map(({ id, rule }) => [
    id,
    { description: rule.summary, allOf: [{ $ref: '#/definitions/level' }] },
  ]);
  const { definitions } = schema;
  const filled = { ...definitions.rules, properties: Object.fromEntries(properties) as object };
  const builtIn = { ...definitions.builtIn, propertyNames: { enum: sorted.map(({ id }) => id) } };
  return JSON.stringify({ ...schema, definitions: { ...definitions, rules: filled, builtIn } }, undefined, 2);
}

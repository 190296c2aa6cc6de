import { withEntries, withItems, withValue, type Value } from '../../../value/value.js';

/** The same value with every text in it hidden: what Terraform calls sensitive is never printed. */
export function hidden(value: Value): Value {
  switch (value.kind) {
    case 'text':
      return { ...value, secret: true };
    case 'list':
      return withItems(value, value.items.map(hidden));
    case 'map':
      return withEntries(
        value,
        value.entries.map((entry) => withValue(entry, hidden(entry.value))),
      );
    case 'choice':
      return { ...value, arms: value.arms.map((arm) => ({ ...arm, value: hidden(arm.value) })) };
    default:
      return value;
  }
}

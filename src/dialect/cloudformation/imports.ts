import { flattened, mapSettled } from '../../value/select.js';
import { placedAt, unknown, type Value } from '../../value/value.js';
import type { Invocation } from './functions.js';
import { exportKey } from '../template.js';

/** `Fn::ImportValue`: the one value that the scanned files export under the name. */
export function importValue({ evaluator, call, place }: Invocation): Value {
  return mapSettled(evaluator.evaluate(call.argument, call.path), place, (name) => {
    const key = exportKey(name);
    if (key === undefined)
      return unknown(
        place,
        call.name,
        'the name of the import is not known before deployment',
        'a literal name',
      );
    const values = evaluator.exports.lookup(key, evaluator.neighbours.assembly);
    const [only] = values;
    const settle = 'the template that exports it among the scanned files';
    if (only === undefined)
      return unknown(
        place,
        `import ${key.text}`,
        `the import ${key.text} is exported by none of the scanned files`,
        settle,
      );
    if (values.length > 1)
      return unknown(
        place,
        `import ${key.text}`,
        `the import ${key.text} is exported by several of the scanned files`,
        'workspaces in the configuration',
      );
    return evaluator.guarded(`import ${key.text}`, place, () => placedAt(flattened(only()), place));
  });
}

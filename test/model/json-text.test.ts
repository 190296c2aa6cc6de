import { expect } from 'chai';
import { objectIn } from '../../src/model/json-text.js';
import { SourceFile } from '../../src/text/source-file.js';
import type { Value } from '../../src/value/value.js';

const place = { file: new SourceFile('t.yaml', ''), span: { start: 0, end: 0 }, path: undefined };

/** Whether each scalar of a value is secret. */
function secrets(value: Value | undefined): boolean[] {
  if (value?.kind === 'map') return value.entries.flatMap((entry) => secrets(entry.value));
  if (value?.kind === 'list') return value.items.flatMap(secrets);
  return value?.kind === 'text' ? [value.secret === true] : [];
}

describe('objectIn', () => {
  const text = '{"a": "x", "b": [1, {"c": true}], "d": null}';

  it('hides in part what is hidden as a whole', () => {
    expect(
      secrets(objectIn({ kind: 'text', text, type: 'string', place, secret: true }, 'policy')),
    ).to.deep.equal([true, true, true]);
    expect(secrets(objectIn({ kind: 'text', text, type: 'string', place }, 'policy'))).to.deep.equal([
      false,
      false,
      false,
    ]);
  });
});

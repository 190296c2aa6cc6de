import { expect } from 'chai';
import { show, yaml } from './show.js';

const parameters =
  'Parameters: { Defer: { Type: String }, Stage: { Type: String, AllowedValues: [dev, prod, qa] } }';

/** The value of a property in a template with rules. */
function shown(rules: string, value: string): string {
  const { resources } = yaml(
    `${parameters}\nRules:\n${rules.replaceAll(/^/gm, '  ')}\nResources:\n  Topic: { Type: AWS::SNS::Topic, Properties: { Value: ${value} } }\n`,
  );
  const properties = resources[0]?.properties;
  const entry = properties?.kind === 'map' ? properties.entries[0] : undefined;
  return entry === undefined ? 'nothing' : show(entry.value);
}

const assertion = (assert: string): string =>
  `R: { Assertions: [{ Assert: ${assert}, AssertDescription: x }] }`;
const free = '? parameter Defer has no default and no allowed values';

describe('rules of a template', () => {
  const rows: readonly (readonly [what: string, rules: string, value: string, expected: string])[] = [
    ['hold a parameter to one value', assertion("!Contains [['true'], !Ref Defer]"), '!Ref Defer', '"true"'],
    [
      'hold it to several, in the long form',
      assertion('{ "Fn::Contains": [[a, b], { Ref: Defer }] }'),
      '!Ref Defer',
      'one of a, b (parameter Defer)',
    ],
    ['compare it with one', assertion('!Equals [x, !Ref Defer]'), '!Ref Defer', '"x"'],
    [
      'take away from what it allows',
      assertion('!Contains [[prod, qa, x], !Ref Stage]'),
      '!Ref Stage',
      'one of prod, qa (parameter Stage)',
    ],
    [
      'leave what they contradict',
      assertion('!Contains [[x], !Ref Stage]'),
      '!Ref Stage',
      'one of dev, prod, qa (parameter Stage)',
    ],
    [
      'count together',
      `${assertion('!Contains [[a, b], !Ref Defer]')}\nS: { Assertions: [{ Assert: !Equals [!Ref Defer, b] }] }`,
      '!Ref Defer',
      '"b"',
    ],
    ['say nothing of another parameter', assertion("!Contains [['true'], !Ref Stage]"), '!Ref Defer', free],
    [
      'say nothing where they depend',
      `R: { RuleCondition: !Equals [!Ref Stage, prod], Assertions: [{ Assert: !Equals [!Ref Defer, x] }] }`,
      '!Ref Defer',
      free,
    ],
    [
      'say nothing where they compare with what is no literal',
      assertion('!Equals [!Ref Stage, !Ref Defer]'),
      '!Ref Defer',
      free,
    ],
    [
      'may be of any shape',
      'R: 1\nS: { Assertions: 2 }\nT: { Assertions: [{ Assert: [] }, 3, { Assert: !Contains 4 }] }',
      '!Ref Defer',
      free,
    ],
  ];
  for (const [what, rules, value, expected] of rows)
    it(what, () => {
      expect(shown(rules, value)).to.equal(expected);
    });
});

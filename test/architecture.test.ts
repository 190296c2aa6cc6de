import { expect } from 'chai';
import path from 'node:path';
import { adapterFaults, arrowFaults, purityFaults } from './architecture/arrows.js';
import {
  decisionFaults,
  dialectFaults,
  folderFaults,
  lengthFaults,
  nameFaults,
  processFaults,
  shortcutFaults,
} from './architecture/habits.js';
import { pathsUnder, readSources, type Fault, type Source } from './architecture/sources.js';

const root = path.join(import.meta.dirname, '..');
const shipped = pathsUnder(root, ['src', 'rules']);
const own = pathsUnder(root, ['src', 'rules', 'test', 'scripts']);
const shippedSources = readSources(root, shipped);
// The samples of this file are offences, and the checks name what they look for.
const ownSources = readSources(root, own).filter((source) => !source.path.startsWith('test/architecture'));

function at(file: string, text: string): Source {
  return { path: file, text };
}

interface Check {
  readonly says: string;
  readonly faults: Fault[];
  /** Each of them breaks the rule of the house. */
  readonly offences: readonly Fault[][];
}

const checks: readonly Check[] = [
  {
    says: 'imports run one way',
    faults: arrowFaults(shippedSources),
    offences: [
      arrowFaults([at('src/text/a.ts', "import type { Leaf } from '../model/leaf.js';")]),
      arrowFaults([at('src/config/a.ts', "import { run } from '../engine/run.js';")]),
      arrowFaults([at('src/format/a.ts', "import { parse } from '../parse/json.js';")]),
      arrowFaults([at('src/parse/a.ts', "export const load = () => import('../rule/rule.js');")]),
      arrowFaults([at('src/cli/a.ts', "export { table } from '../data/table.js';")]),
      arrowFaults([at('src/data/a.ts', "import { at } from '../text/place.js';")]),
      arrowFaults([at('src/model/a.ts', "import { x } from '../../test/rule-cases.js';")]),
      arrowFaults([at('rules/chat/a/rule.ts', "import b from '../b/rule.js';")]),
      arrowFaults([at('rules/chat/a/rule.ts', "import { lint } from '../../../src/engine/lint.js';")]),
      arrowFaults([at('src/cellar/a.ts', '')]),
    ],
  },
  {
    says: 'the core imports no package and no module of Node',
    faults: purityFaults(shippedSources),
    offences: [
      purityFaults([at('src/value/a.ts', "import { parse } from 'yaml';")]),
      purityFaults([at('src/iam/a.ts', "import { readFileSync } from 'node:fs';")]),
      purityFaults([at('rules/chat/a/rule.ts', "import fs from 'fs';")]),
    ],
  },
  {
    says: 'each package has one adapter',
    faults: adapterFaults(shippedSources),
    offences: [
      adapterFaults([
        at('src/parse/yaml.ts', "import { parse } from 'yaml';"),
        at('src/config/load.ts', "const { parse } = await import('yaml/util');"),
      ]),
      adapterFaults([
        at('src/change/a.ts', "import '@aws-cdk/cloudformation-diff';"),
        at('src/change/b.ts', "import type { Diff } from '@aws-cdk/cloudformation-diff/lib/diff.js';"),
      ]),
    ],
  },
  {
    says: 'only cli/ prints, reads the environment and sets the exit status',
    faults: processFaults(shippedSources),
    offences: [
      processFaults([at('src/engine/a.ts', "console.error('x');")]),
      processFaults([at('src/format/a.ts', "process.stdout.write('x');")]),
      processFaults([at('src/config/a.ts', "const home = process.env['HOME'];")]),
      processFaults([at('src/lsp/a.ts', 'process.exitCode = 1;')]),
    ],
  },
  {
    says: 'files fit in a head, and rules on a screen',
    faults: lengthFaults(ownSources),
    offences: [
      lengthFaults([at('src/text/a.ts', 'a;\n'.repeat(251))]),
      lengthFaults([at('test/a.test.ts', 'a;\n'.repeat(251))]),
      lengthFaults([at('rules/chat/a/rule.ts', 'a;\n'.repeat(61))]),
    ],
  },
  {
    says: 'names say what is inside',
    faults: nameFaults(own),
    offences: [
      'src/utils/',
      'src/text/text-utils.ts',
      'test/helpers.ts',
      'rules/common/',
      'src/iam/types.ts',
    ].map((name) => nameFaults([name])),
  },
  {
    says: 'no check of the compiler is switched off, and nothing is left for later',
    faults: shortcutFaults(ownSources),
    offences: [
      shortcutFaults([at('src/text/a.ts', 'export function f(value: any): void {}')]),
      shortcutFaults([at('src/text/a.ts', 'export const a = b as any;')]),
      shortcutFaults([at('src/text/a.ts', '// @ts-ignore')]),
      shortcutFaults([at('scripts/a.ts', '// TODO later')]),
      shortcutFaults([at('rules/chat/a/cases.ts', '// FIXME')]),
    ],
  },
  {
    says: 'rules name no dialect',
    faults: dialectFaults(shippedSources),
    offences: [
      "'AWS::SNS::Topic'",
      "'Fn::If'",
      "'aws_sns_topic'",
      "'Terraform'",
      '// only CloudFormation',
    ].map((text) => dialectFaults([at('rules/chat/a/rule.ts', text)])),
  },
  {
    says: 'rules do not decide by the printable text of a leaf',
    faults: decisionFaults(shippedSources),
    offences: [
      "if (leaf.text.startsWith('x')) f();",
      "const bad = leaf.text === 'x';",
      "const bad = leaves.some((leaf) => leaf.text !== 'x');",
      'f(leaf.text ? 1 : 2);',
      'f(!leaf.text.length);',
      'switch (leaf.text) {}',
    ].map((text) => decisionFaults([at('rules/chat/a/rule.ts', text)])),
  },
  {
    says: 'a rule is its code, its page and its cases',
    faults: folderFaults(shipped),
    offences: [
      folderFaults(['rules/chat/a/', 'rules/chat/a/rule.ts', 'rules/chat/a/rule.md']),
      folderFaults([
        'rules/a/b/',
        'rules/a/b/cases.ts',
        'rules/a/b/rule.md',
        'rules/a/b/rule.ts',
        'rules/a/b/x.ts',
      ]),
    ],
  },
];

describe('the house', () => {
  it('is looked at', () => {
    expect(shippedSources.map((source) => source.path)).to.include.members([
      'src/index.ts',
      'src/cli/main.ts',
    ]);
  });

  for (const { says, faults, offences } of checks) {
    it(says, () => {
      expect(faults).to.deep.equal([]);
    });

    it(`is told when it is not so that ${says}`, () => {
      for (const [index, offence] of offences.entries())
        expect(offence, `offence ${String(index)}`).to.have.length(1);
    });
  }

  it('lets rules print the text of a leaf and compare texts that they are given', () => {
    const text = "report(leaf.is((text) => text === 'true'), leaf, { channel: leaf.text });";
    expect(decisionFaults([at('rules/chat/a/rule.ts', text)])).to.deep.equal([]);
  });
});

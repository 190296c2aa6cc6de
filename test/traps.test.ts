import { expect } from 'chai';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../rules/index.js';
import type { RuleCases } from './rule-cases.js';
import { groups } from './rule-cases/weaknesses.js';

/** How many traps design/domain.md §8 lists. */
const count = 74;

/** The traps that no rule can meet, each with the reason. */
const beyondRules: ReadonlyMap<number, string> = new Map([
  [
    1,
    'about the headings of a translation of the page; the folders of rules/ are the practices by their content',
  ],
  [2, 'about what a translation of the page leaves out'],
  [52, 'Chime webhooks have no resource type in any dialect, so no template holds one'],
  [69, 'about which files of cdk.out are templates, before any rule runs: test/cdk/assemblies.test.ts'],
]);

const root = path.join(import.meta.dirname, '..');

async function trapsOf(practice: string, id: string): Promise<number[]> {
  const file = path.join(root, 'rules', practice, id, 'cases.ts');
  // A folder's cases are known by their place alone, as in rules.test.ts.
  const module = (await import(pathToFileURL(file).href)) as { default: RuleCases };
  return groups
    .flatMap((group) => module.default[group] ?? [])
    .flatMap(({ name }) => [...name.matchAll(/\btrap (\d+):/g)].map(([, number]) => Number(number)));
}

describe('the traps of AWS’s services', () => {
  const met = new Set<number>();
  before(async () => {
    for (const { practice, id } of rules) for (const trap of await trapsOf(practice, id)) met.add(trap);
  });

  for (let trap = 1; trap <= count; trap += 1) {
    const reason = beyondRules.get(trap);
    it(
      reason === undefined ? `${String(trap)} is a case of a rule` : `${String(trap)} is none: ${reason}`,
      () => {
        expect(met.has(trap)).to.equal(reason === undefined);
      },
    );
  }

  it('are named by number, and none is beyond the list', () => {
    expect([...met].filter((trap) => trap < 1 || trap > count)).to.deep.equal([]);
  });

  it('have their other tests where they are said to be', () => {
    const named = [...beyondRules.values()].flatMap((reason) => /test\/\S+\.ts/.exec(reason) ?? []);
    expect(named).not.to.deep.equal([]);
    for (const file of named) expect(existsSync(path.join(root, file)), file).to.equal(true);
  });
});

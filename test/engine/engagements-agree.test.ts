import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../../rules/index.js';
import { parseText } from '../../scripts/docs/lint-texts.js';
import { lint } from '../../src/engine/lint.js';
import type { EngagedNode } from '../../src/report/engagements.js';
import type { Outcome } from '../../src/report/outcome.js';
import { defaultSettings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';
import type { RuleCase, RuleCases } from '../rule-cases.js';
import { filesOf } from '../rule-cases/judge.js';
import { readMarks } from '../rule-cases/marks.js';
import { groups } from '../rule-cases/weaknesses.js';

const folder = path.join(import.meta.dirname, '../../rules/contacts');

/** What the rules say that the graph shows as a gap, by what it is said of. */
const tellers: Readonly<Record<string, RegExp>> = {
  'response-plan-engages-nobody': / engages nobody/,
  'schedule-without-rotation': / has no rotation/,
  'contact-without-plan': / reaches nobody/,
};

const asked = rules.filter(({ id }) => id in tellers);

const cases = (
  await Promise.all(
    readdirSync(folder).map(async (id) => {
      const module = (await import(pathToFileURL(path.join(folder, id, 'cases.ts')).href)) as {
        default: RuleCases;
      };
      const all = groups.flatMap((group) => module.default[group] ?? []);
      return all.map((ruleCase) => ({ id, ruleCase }));
    }),
  )
).flat();

function outcomeOf({ template }: RuleCase): Outcome {
  const documents = filesOf(template).map(([name, marked]) =>
    parseText(new SourceFile(name, readMarks(marked).text)),
  );
  return lint(documents, {
    rules: asked,
    profile: 'strict',
    levels: new Map(),
    settings: defaultSettings,
    isReported: () => true,
    withEngagements: true,
  });
}

describe('the graph and the rules', () => {
  let told = 0;
  let doubted = 0;

  for (const { id, ruleCase } of cases)
    it(`agree on ${id}: ${ruleCase.name}`, () => {
      const { findings, undecided, engagements } = outcomeOf(ruleCase);
      const nodes = engagements?.nodes ?? [];
      const nodeAt = (file: string, name: string | undefined): EngagedNode | undefined =>
        nodes.find((node) => node.file === file && node.resource.name === name);
      const faults = findings.filter(({ ruleId, message }) => tellers[ruleId]?.test(message));
      for (const { file, resource, when, message } of faults) {
        const node = nodeAt(file, resource?.name);
        // What a plan or a state repeats of the configuration is shown once.
        if (node === undefined) continue;
        told += 1;
        const { gaps, reach } = node;
        const whens = gaps.flatMap((gap) => (gap.doubt === undefined ? [gap.when] : []));
        expect(whens.includes(when) || whens.includes(undefined), `a gap where ${message}`).to.equal(true);
        const isLost = ({ outcome, ...way }: (typeof reach)[number]): boolean =>
          outcome === 'nobody' && (way.when === undefined || way.when === when);
        expect(reach.some(isLost), `nobody reached where ${message}`).to.equal(true);
      }
      for (const { file, resource, reason } of undecided) {
        const node = nodeAt(file, resource?.name);
        if (node === undefined) continue;
        doubted += 1;
        const isOpen = [...node.gaps, ...node.links].some(({ doubt }) => doubt?.reason === reason);
        // Whatever type a contact is of, it engages nobody where nothing is there, and somebody where a link leads on.
        const isTyped = node.kind !== 'contact' || node.gaps.length + node.links.length === 0;
        expect(isOpen || !isTyped, `a doubt of ${node.id}: ${reason}`).to.equal(true);
      }
      const spoken = [...faults, ...undecided];
      for (const { id: node, file, kind, resource, gaps } of nodes)
        if (kind !== 'rotation' && gaps.some(({ doubt }) => doubt === undefined))
          expect(
            spoken.some((one) => one.file === file && one.resource?.name === resource.name),
            `a rule speaks of the gap of ${node}`,
          ).to.equal(true);
    });

  after(() => {
    expect(told, 'gaps that were compared').to.be.greaterThan(50);
    expect(doubted, 'doubts that were compared').to.be.greaterThan(5);
  });
});

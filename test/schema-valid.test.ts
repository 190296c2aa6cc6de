import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../rules/index.js';
import { runExamples } from '../scripts/docs/examples.js';
import { splitSegments } from '../scripts/docs/markdown.js';
import { isTemplate, schemaFaultsByAws } from './aws-validator.js';
import type { RuleCases } from './rule-cases.js';
import { filesOf } from './rule-cases/judge.js';
import { readMarks } from './rule-cases/marks.js';
import { groups } from './rule-cases/weaknesses.js';

const root = path.join(import.meta.dirname, '..');

/** Rules that judge what AWS's schema says as well: where their bad cases break it, it is there. */
const judgingTheSchema: Readonly<Record<string, RegExp>> = {
  'contact-data-in-names': /DisplayName/,
  'plan-target-kind': /Targets\.\d+:/,
  'plan-timing-range': /DurationInMinutes/,
  'rotation-members': /ContactIds/,
  'rotation-recurrence': /Recurrence|StartTime|TimeZoneId/,
};

/** The templates among texts, and how each breaks AWS's schemas. */
function faultsIn(texts: readonly (readonly [name: string, text: string])[]): string[] {
  return texts
    .filter(([name, text]) => isTemplate(name, text))
    .flatMap(([name, text]) => schemaFaultsByAws(name, text));
}

async function casesOf(practice: string, id: string): Promise<RuleCases> {
  const file = path.join(root, 'rules', practice, id, 'cases.ts');
  // A folder's cases are known by their place alone, as in rules.test.ts.
  const module = (await import(pathToFileURL(file).href)) as { default: RuleCases };
  return module.default;
}

describe('AWS’s own validator', () => {
  it('finds nothing in the cases of rules, but what they break on purpose', async () => {
    const faults: string[] = [];
    const heeded = new Set<string>();
    let looked = 0;
    for (const { practice, id } of rules) {
      const cases = await casesOf(practice, id);
      for (const ruleCase of groups.flatMap((group) => cases[group] ?? [])) {
        if (ruleCase.invalid === true || ruleCase.problems !== undefined) continue;
        const texts = filesOf(ruleCase.template).map(
          ([name, marked]) => [name, readMarks(marked).text] as const,
        );
        looked += texts.filter(([name, text]) => isTemplate(name, text)).length;
        for (const fault of faultsIn(texts)) {
          if (judgingTheSchema[id]?.test(fault) === true) heeded.add(id);
          else faults.push(`${id}: ${ruleCase.name}: ${fault}`);
        }
      }
    }
    expect(faults).to.deep.equal([]);
    expect(looked).to.be.greaterThan(1_000);
    expect([...heeded].sort(), 'rules that need their exception').to.deep.equal(
      Object.keys(judgingTheSchema).sort(),
    );
  });

  it('finds nothing in the examples of pages, but what they break on purpose', () => {
    const faults: string[] = [];
    let looked = 0;
    for (const rule of rules) {
      const page = readFileSync(path.join(root, 'rules', rule.practice, rule.id, 'rule.md'), 'utf8');
      for (const { example } of runExamples(splitSegments(page), rule, rules)) {
        if (example === undefined || example.isInvalid || example.language === 'hcl') continue;
        const { path: name, text } = example.file;
        if (!isTemplate(name, text)) continue;
        looked += 1;
        for (const fault of schemaFaultsByAws(name, text))
          if (judgingTheSchema[rule.id]?.test(fault) !== true) faults.push(`${rule.id}: ${fault}`);
      }
    }
    expect(faults).to.deep.equal([]);
    expect(looked).to.be.greaterThan(100);
  });

  it('finds nothing in the samples', () => {
    const files = ['samples/cloudformation', 'samples/estate', 'samples/graph', 'samples/cdk/on-call/cdk.out']
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          path.join(folder, name),
        ),
      )
      .filter((name) => /\.(?:ya?ml|json|template)$/.test(name) && existsSync(path.join(root, name)));
    const texts = files.map((name) => [name, readFileSync(path.join(root, name), 'utf8')] as const);
    const templates = texts.filter(([name, text]) => isTemplate(name, text));
    expect(templates.length).to.be.greaterThan(8);
    const faults = templates.flatMap(([name, text]) =>
      schemaFaultsByAws(name, text).map((fault) => `${path.basename(path.dirname(name))}: ${fault}`),
    );
    // A misspelt property and a logical ID as a text are two of the many faults.
    const meant = /^many-faults: BobSms: Properties\.(?:DeferActivations|ContactId):/;
    expect(faults.filter((fault) => !meant.test(fault))).to.deep.equal([]);
  });

  it('would find a property that does not exist', () => {
    const text = `Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ChannelName: sms, ChannelType: SMS, ContactId: !Ref Ann, DeferActivaton: true, ChannelAddress: '+1' }
`;
    expect(schemaFaultsByAws('template.yaml', text).join('\n')).to.contain('DeferActivaton');
  });
});

import { expect } from 'chai';
import { markdown } from '../../src/format/markdown.js';
import { codeMarkdown, plainMarkdown } from '../../src/format/markdown-text.js';
import { reportOf } from '../../src/format/report.js';
import { everything, fullReport, hostile } from './full.js';
import { finding, options, outcome, tool, undecided } from './reports.js';

/** The cells of a row of a table: a bar that no backslash escapes ends one. */
const cells = (row: string): string[] => (row.match(/(?:\\.|[^\\|])+/gs) ?? []).map((cell) => cell.trim());

describe('format markdown', () => {
  it('shows the result, the findings, and folded what to do', () => {
    const findings = [
      finding({ severity: 'warning', ruleId: 'b-rule', when: 'IsProd', file: 'b.yaml' }),
      finding(),
    ];
    expect(markdown(reportOf(outcome({ findings }), tool), options())).to
      .equal(`### incident-lint: ✖ 2 findings (1 error, 1 warning, 0 infos) in 3 files

|  | where | what | rule |
| --- | --- | --- | --- |
| 🔴 error | \`a.yaml:2\` | Something is wrong. | [\`some-rule\`](https://example.com/some-rule) |
| 🟡 warning | \`b.yaml:2\` | Something is wrong. (Possible: when IsProd.) | [\`b-rule\`](https://example.com/some-rule) |

<details><summary>What to do</summary>

- [\`b-rule\`](https://example.com/some-rule): Do it right.
- [\`some-rule\`](https://example.com/some-rule): Do it right.

</details>
`);
  });

  it('points at the source of a CDK app, and names the template', () => {
    const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 8, column: 3 };
    expect(markdown(reportOf(outcome({ findings: [finding({ construct })] }), tool), options())).to.include(
      '| 🔴 error | `lib/oncall.ts:8` | Something is wrong. (in a.yaml:2:4) |',
    );
  });

  it('is a line for a clean run', () => {
    expect(markdown(reportOf(outcome(), tool), options())).to.equal(
      '### incident-lint: ✓ no findings in 3 files (21 resources)\n',
    );
  });

  it('makes no markup of what a stranger wrote', () => {
    const text = markdown(fullReport, everything);
    const ours = /<\/?(?:details|summary)>|\]\(https:\/\/example\.com\/some-rule\)|[@#]&#8203;|^###|\\./gm;
    const theirs = text.replace(ours, '').replace(/`[^`\n]*`/g, '');
    expect(theirs).not.to.match(/[<>&@#*\\]|\]\(|:\/\//);
    for (const row of text.split('\n').filter((line) => line.startsWith('| ')))
      expect(cells(row).filter((cell) => cell !== '')).to.have.lengthOf.at.most(4);
  });

  it('shows what a stranger wrote as it is', () => {
    const shown = plainMarkdown(hostile).replaceAll('&#8203;', '').replace(/\\(.)/g, '$1');
    expect(shown).to.equal(hostile.replace('\u001b', '␛').replace('\u202e', '\ufffd'));
    expect(plainMarkdown('www.evil.example')).to.equal(String.raw`www\.evil.example`);
    expect(codeMarkdown('a\\|b`c')).to.equal('a\\\\\\|b\\`c');
    expect(codeMarkdown('a <b>.yaml')).to.equal('`a <b>.yaml`');
  });

  it('counts undecided checks by rule, or lists them', () => {
    const report = reportOf(outcome({ undecided: [undecided(), undecided()] }), tool);
    expect(markdown(report, options())).to.include(
      '<summary>Undecided: 2 checks</summary>\n\n- `some-rule`: 2 checks\n',
    );
    expect(markdown(report, options({ undecided: true }))).to.include(
      '- `a.yaml:1`: parameter Stage has no allowed values (`some-rule`; settled by: AllowedValues)\n',
    );
  });

  it('says what is new, fixed, suppressed and not looked at', () => {
    const text = markdown(fullReport, everything);
    for (const title of ['Fixed: 1 finding', 'Suppressed: 1 finding', 'Undecided: 1 check'])
      expect(text).to.include(`<details><summary>${title}</summary>`);
    expect(text).to.include('\n- ❗ `d.yaml`: gone (`missing-file`)\n');
    expect(text).to.include('2 checks settled by it');
    expect(text).to.include('resources 1 added, 2 changed, 3 replaced, 4 removed');
  });

  it('fits into a comment, and counts what does not', () => {
    const many = Array.from({ length: 2000 }, (_none, index) =>
      finding({ ruleId: `rule-${String(index)}`, severity: index === 1999 ? 'error' : 'info' }),
    );
    const text = markdown(
      reportOf(outcome({ findings: many, undecided: many.map(() => undecided()) }), tool),
      options({ undecided: true }),
    );
    expect(text.length).to.be.lessThan(65_536);
    expect(text)
      .to.include('rule-1999')
      .and.to.match(/\| …and \d+ more \|/);
    expect(text).to.match(/- …and \d+ more\n\n<\/details>/);
  });
});

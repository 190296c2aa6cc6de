import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { html } from '../../src/format/html.js';
import { reportOf } from '../../src/format/report.js';
import { SourceFile } from '../../src/text/source-file.js';
import { everything, fullReport } from './full.js';
import { finding, options, outcome, tool } from './reports.js';

/** The tags of a page with their attributes, as a browser finds them outside of the style. */
function tagsOf(page: string): { name: string; attributes: string }[] {
  const body = page.replace(/<style>[^<]*<\/style>/, '');
  return [...body.matchAll(/<(!?\/?[a-z][a-z0-9]*)([^>]*)>/gi)].map(([, name = '', attributes = '']) => ({
    name,
    attributes,
  }));
}

const ours =
  '!doctype html head meta title body header h1 p fieldset legend label input main section h2 h3 code span article ' +
  'strong ul li a details summary footer';

describe('format html', () => {
  const page = html(fullReport, everything);

  it('holds no tag that is not ours, and closes what it opens', () => {
    const open: string[] = [];
    for (const { name } of tagsOf(page)) {
      expect(ours.split(' ')).to.include(name.replace('/', ''));
      if (['!doctype', 'meta', 'input'].includes(name)) continue;
      if (name.startsWith('/')) expect(open.pop()).to.equal(name.slice(1));
      else open.push(name);
    }
    expect(open).to.deep.equal([]);
    expect(page).to.include('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('shows the construct of a CDK app, and its line where that is known', () => {
    const construct = { path: 'OnCall/<Sms>', file: 'lib/oncall.ts', line: 8, column: 3 };
    const known = html(reportOf(outcome({ findings: [finding({ construct })] }), tool), options());
    expect(known).to.include('Construct <code>lib/oncall.ts:8:3</code> OnCall/&lt;Sms&gt;</p>');
    const { path } = construct;
    const unknown = html(
      reportOf(outcome({ findings: [finding({ construct: { path } })] }), tool),
      options(),
    );
    expect(unknown).to.include('Construct OnCall/&lt;Sms&gt;</p>');
  });

  it('shows who is engaged, where there is a response plan', () => {
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const name = '<b>Outage</b>';
    const node = {
      ...({ id: 'plan', kind: 'response-plan', start: 'response-plan', file: 'a.yaml', range } as const),
      resource: { type: 'T', name, sourceType: 'T' },
      ...({ reach: [{ outcome: 'nobody' }], states: [], gaps: [], links: [] } as const),
    };
    const shown = html(fullReport, { ...everything, engagements: { nodes: [node] } });
    expect(shown).to.include('<h2>Who is engaged</h2>').and.to.include('response plan &lt;b&gt;Outage');
    expect(shown).not.to.include(name);
    expect(html(fullReport, { ...everything, engagements: { nodes: [] } })).not.to.include('Who is engaged');
  });

  it('loads and runs nothing, and says so in its policy', () => {
    for (const { attributes } of tagsOf(page)) expect(attributes).not.to.match(/\b(?:src|on\w+|style)\s*=/i);
    const links = tagsOf(page).flatMap(({ attributes }) => /href="([^"]*)"/.exec(attributes)?.[1] ?? []);
    expect(new Set(links)).to.deep.equal(new Set(['https://example.com/some-rule']));
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
    expect(style).not.to.match(/url\(|@import/);
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).to.include(`content="default-src 'none'; style-src 'sha256-${hash}'; `);
  });

  it('marks what is at fault in its line, without addresses', () => {
    const file = new SourceFile('a.yaml', "a: 1\nb: '😀<x>' # alice@corp.example\n");
    const range = { start: { line: 2, column: 4 }, end: { line: 2, column: 11 } };
    const report = reportOf(outcome({ findings: [finding({ range })] }), tool);
    const shown = html(report, options({ sources: new Map([['a.yaml', file]]) }));
    expect(shown).to.include('b: <mark>&#39;😀&lt;x&gt;&#39;</mark> # ••••••••••••••••••</pre>');
  });

  it('groups findings by file and practice', () => {
    const rules = ['x', 'y'].map((id) => ({
      ...{ id, practice: `${id}-practice`, severity: 'error' as const, profile: 'strict' },
      ...{ summary: '', help: '', docs: '' },
    }));
    const findings = [
      finding({ ruleId: 'x', file: 'a.yaml' }),
      finding({ ruleId: 'y', file: 'a.yaml' }),
      finding({ ruleId: 'x', file: 'a.yaml' }),
      finding({ ruleId: 'y', file: 'b.yaml' }),
    ];
    const grouped = html(reportOf(outcome({ findings }), tool), options({ rules }));
    const titles = [...grouped.matchAll(/<h2><code>(.*?)<\/code>|<h3>(.*?)<\/h3>/g)];
    expect(titles.map(([, file, practice]) => file ?? practice)).to.deep.equal([
      ...['a.yaml', 'x practice', 'y practice', 'b.yaml', 'y practice'],
    ]);
  });

  it('has a box for each severity, and none for a clean run', () => {
    for (const name of ['error', 'warning', 'info', 'possible']) {
      expect(page).to.include(`<input type="checkbox" id="show-${name}" checked>`);
      expect(page).to.include(`body:has(#show-${name}:not(:checked)) .${name}`);
    }
    const clean = html(reportOf(outcome(), tool), options());
    expect(clean).not.to.include('<input').and.not.to.include('<article');
    expect(clean).to.include('✓ no findings in 3 files (21 resources)');
  });

  it('shows problems, what is undecided, fixed and suppressed', () => {
    for (const title of ['Problems', 'Undecided', 'Fixed: 1 finding', 'Suppressed: 1 finding'])
      expect(page).to.include(title);
    expect(page).to.include('settled by: AllowedValues').and.to.include('2 checks settled by it');
  });
});

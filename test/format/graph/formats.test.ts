import { expect } from 'chai';
import { graphFormatNames, loadGraphFormat, type GraphFormatName } from '../../../src/format/graph/index.js';
import type { EngagedNode } from '../../../src/report/engagements.js';
import { hostile } from '../full.js';
import { tool } from '../reports.js';

const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

/** A node of a made-up contact; what is given replaces the rest. */
function node(id: string, given: Partial<EngagedNode> = {}): EngagedNode {
  const resource = { type: 'T', name: id, sourceType: 'T' };
  return {
    ...{ id, kind: 'contact', resource, file: 'a.yaml', range, reach: [], states: [], gaps: [], links: [] },
    ...given,
  };
}

function link(
  to: string | undefined,
  given: Partial<EngagedNode['links'][number]> = {},
): EngagedNode['links'][number] {
  return { file: 'a.yaml', range, text: hostile, ...(to !== undefined && { to }), ...given };
}

async function drawn(format: GraphFormatName, ...nodes: readonly EngagedNode[]): Promise<string> {
  const formatter = await loadGraphFormat(format);
  return formatter({ tool, engagements: { nodes }, errors: [] }, { color: false });
}

const doubt = { reason: hostile, settle: hostile };

/** Everything that a graph can hold, with texts that a stranger chose. */
const everything = [
  node('plan', {
    kind: 'response-plan',
    start: 'response-plan',
    resource: { type: 'T', name: hostile, sourceType: hostile },
    file: hostile,
    reach: [{ outcome: 'undecided', when: hostile, doubt }, { outcome: 'unverified' }, { outcome: 'nobody' }],
    gaps: [
      { why: 'nothing', when: hostile },
      { why: 'nothing', doubt },
    ],
    links: [
      link(undefined, { broken: hostile, when: hostile, stage: { minutes: hostile } }),
      link(undefined, { doubt }),
      link('sms', { oddity: hostile, stage: { number: 1, isEssential: true } }),
      link('plan', { isCircular: true }),
    ],
  }),
  node('sms', {
    kind: 'channel',
    channelType: hostile,
    states: [{ state: 'unknown', when: hostile, doubt }],
  }),
];

describe('the formats of the graph', () => {
  it('let nothing of a hostile name act on a terminal', async () => {
    for (const format of graphFormatNames) {
      const text = await drawn(format, ...everything);
      expect(text.replaceAll('\n', '')).not.to.match(/\p{Cc}|\u202e/u);
      expect(text.split('\n')).to.satisfy((lines: string[]) =>
        lines.every((line) => !line.startsWith('::error')),
      );
    }
  });

  it('keep a hostile name inside of its quotes in mermaid', async () => {
    const text = await drawn('mermaid', ...everything);
    for (const line of text.trimEnd().split('\n').slice(1))
      expect(line).to.match(
        /^ {2}(?:(?:n\d+|e\d+x\d+)\["[^"<>[\]`*|&]*"\](?::::\w+)?|[ne][\dx]+ (?:-->|--x|-\.->)(?:\|"[^"<>[\]`*|&]*"\|)? [ne][\dx]+|classDef .*)$/,
      );
  });

  it('keep a hostile name inside of its quotes in dot', async () => {
    const text = await drawn('dot', ...everything);
    const statements = text.split('\n').slice(4, -2);
    expect(statements).to.have.lengthOf(8);
    for (const line of statements)
      expect(line).to.match(/^ {2}[ne][\dx]+(?: -> [ne][\dx]+)? \[(?:\w+="(?:[^"\\]|\\["\\])*" ?)+\]$/);
    expect(text).to.include('&amp;amp;');
  });

  it('mark what is broken, odd, unknown and circular', async () => {
    const text = await drawn('text', ...everything);
    expect(text).to.include('✖ reaches nobody: no channel on the way is verified');
    expect(text)
      .to.include('✖ it goes round in a circle')
      .and.to.include('cannot tell whether nothing, because');
    const mermaid = await drawn('mermaid', ...everything);
    expect(mermaid).to.include('n0 --x|').and.to.include('n0 -.->|');
  });

  it('colour what is good and what is broken only when asked to', async () => {
    const formatter = await loadGraphFormat('text');
    const report = { tool, engagements: { nodes: everything }, errors: [] };
    expect(formatter(report, { color: true })).to.include('\u001b[31m✖');
    expect(formatter(report, { color: false })).not.to.include('\u001b');
  });

  it('do not grow out of proportion with what is engaged by many', async () => {
    const count = 200;
    const ids = Array.from({ length: count }, (_, index) => `n${String(index)}`);
    // Each leads twice to the next: there are 2²⁰⁰ ways.
    const nodes = ids.map((id, index) =>
      node(id, {
        ...(index === 0 && { start: 'unengaged' as const }),
        links: index + 1 < count ? [link(ids[index + 1]), link(ids[index + 1])] : [],
      }),
    );
    const text = await drawn('text', ...nodes);
    expect(text.split('\n').length).to.be.lessThan(10_000);
    expect(text).to.include('goes on below').and.to.include('as shown above');
    for (const id of ids) expect(text).to.include(`contact ${id}`);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { graphFormatNames } from '../src/format/graph/index.js';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const sample = fileURLToPath(new URL('../samples/graph/', import.meta.url));

const contact = `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
`;

interface Json {
  readonly version: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly nodes: readonly { readonly id: string; readonly kind: string }[];
  readonly links: readonly { readonly from: string; readonly to?: string }[];
  readonly errors: readonly { readonly code: string }[];
}

describe('graph', () => {
  const graph = (folder: string, ...args: string[]) =>
    runCommand(folder, ['graph', '--context', 'none', ...args]);

  for (const [format, file] of [
    ['text', 'expected.txt'],
    ['mermaid', 'expected.mmd'],
    ['dot', 'expected.dot'],
  ] as const)
    it(`draws the sample as ${format}`, () => {
      const expected = readFileSync(path.join(sample, file), 'utf8');
      expect(graph(sample, '--format', format)).to.deep.equal({ status: 0, out: expected, err: '' });
    });

  it('lists the sample as JSON whose links name its nodes', () => {
    const { nodes, links, ...rest } = JSON.parse(graph(sample, '-f', 'json').out) as Json;
    expect(rest.version).to.equal(1);
    expect(rest.summary).to.deep.equal({
      ...{ responsePlans: 3, reached: 1, unreached: 1, undecided: 1, broken: 2 },
    });
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids)).to.have.lengthOf(ids.length);
    expect(ids).to.include.members(
      links.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])]),
    );
    expect(nodes.map(({ kind }) => kind)).to.include.members([
      ...['response-plan', 'escalation-plan', 'on-call-schedule', 'rotation', 'contact', 'channel'],
    ]);
  });

  it('shows no address in any format', () => {
    for (const format of graphFormatNames)
      expect(graph(sample, '-f', format).out).not.to.match(/@shop|4930901/);
  });

  it('shows the ways of the given files, through all files', () => {
    const { out } = runCommand(sample, ['graph', '--context', '.', 'incidents.json']);
    expect(out).to.include('SMS channel AliceSms').and.not.to.include('BobSms');
  });

  it('has status 0 for a broken way, and 2 for a file that cannot be read', () => {
    const folder = temporaryFolder({ 'good.yaml': contact, 'bad.yaml': `${contact}  X: [\n` });
    const { status, out } = graph(folder, 'good.yaml');
    expect(status).to.equal(0);
    expect(out).to.include('✖ it has no engagement plan');
    const both = graph(folder);
    expect(both.status).to.equal(2);
    expect(both.err).to.include('[malformed-yaml]');
    expect(both.out)
      .to.include('cannot tell whether it has no engagement plan')
      .and.to.include('incomplete: 1 problem');
    expect(graph(folder, 'missing.yaml').status).to.equal(2);
  });

  it('reads standard input, and writes a file', () => {
    const folder = temporaryFolder();
    const args = ['graph', '-', '--stdin-filename', 'a.yaml', '-o', 'out/graph.txt'];
    const { status, out } = runCommand(folder, args, { input: contact });
    expect([status, out]).to.deep.equal([0, '']);
    expect(readFileSync(path.join(folder, 'out/graph.txt'), 'utf8')).to.include('contact Alice a.yaml:2:3');
  });

  it('says that there is nothing to show', () => {
    const folder = temporaryFolder({ 'a.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    expect(graph(folder)).to.deep.equal({ status: 0, out: 'no response plans and no contacts\n', err: '' });
  });

  it('knows its options and formats', () => {
    for (const wrong of [['--fail-on=error'], ['--format', 'html'], ['--config', 'x', '--no-config']])
      expect(graph(sample, ...wrong).status).to.equal(2);
    expect(runCommand(sample, ['graph', '--help']).out).to.include('Options of graph:\n  -f, --format NAME');
  });
});

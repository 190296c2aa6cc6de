import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad, configuration } from '../cli-folder.js';
import { runCommand } from '../command.js';
import { temporaryFolder } from '../temporary-folder.js';
import { Editor, linesOf, uriOf, type EditorOptions } from './editor.js';

const onlyChannels = configuration();
const parameter = `Parameters:
  Defer: { Type: String }
${bad.replace('true', '!Ref Defer')}`;

const plugin = `
console.log('a plugin prints');
process.stdout.write('in every way');
export default { rules: { 'our-rule': {
  summary: 'Disallow everything.', severity: 'info', profile: 'recommended', message: 'It exists.', help: 'Remove it.',
  check: { resource: (resource, { report }) => report(true, { place: resource.place, when: [] }, {}) },
} } };
`;

describe('the folders of a language server', () => {
  let editor: Editor;
  afterEach(() => editor.end());

  async function start(folder: string, options: EditorOptions = {}): Promise<void> {
    editor = await Editor.start({ folders: [folder], ...options });
  }

  async function openBad(file: string, text = bad): Promise<string[]> {
    await editor.open(file, text);
    return linesOf(await editor.diagnostics(file));
  }

  it('have the configuration that check finds, and it is heeded when it changes', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels });
    const [file, configured] = [path.join(folder, 't.yaml'), path.join(folder, 'incident-lint.yaml')];
    await start(folder);
    expect(await openBad(file)).to.deep.equal(['9 channel-unverified']);
    writeFileSync(configured, onlyChannels.replace('channel-unverified: error', 'channel-unverified: off'));
    await editor.changedOnDisk(configured, 2);
    await editor.diagnostics(file, (found) => found.length === 0);
    writeFileSync(configured, 'rules: { channel-unverifed: error }\n');
    await editor.changedOnDisk(configured, 2);
    const [mistake] = await editor.diagnostics(configured);
    expect(mistake?.message).to.include('channel-unverified');
    expect(mistake?.range.start).to.deep.equal({ line: 0, character: 9 });
    writeFileSync(configured, `${onlyChannels}ignore: [t.yaml]\n`);
    writeFileSync(file, bad);
    await editor.changedOnDisk(configured, 2);
    await editor.diagnostics(configured, (found) => found.length === 0);
    expect(await editor.diagnostics(file)).to.deep.equal([]);
  });

  it('show what could not be decided only to those who ask for it', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels });
    const file = path.join(folder, 't.yaml');
    await start(folder);
    expect(await openBad(file, parameter)).to.deep.equal([]);
    await editor.end();
    await start(folder, { settings: { undecided: true }, isAsked: true });
    await editor.open(file, parameter);
    const [hint] = await editor.diagnostics(file);
    expect(hint).to.deep.include({ severity: 4, code: 'channel-unverified' });
    expect(hint?.message).to.match(/^undecided: /);
  });

  it('have the profile of the settings, and heed settings that change', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 't.yaml');
    await start(folder);
    expect(await openBad(file)).not.to.include('2 channel-activation-unproven');
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { incidentLint: { profile: 'strict', delay: 'soon', undecided: true } },
    });
    const text = bad.replace(/.*DeferActivation.*\n/, '');
    await editor.change(file, 2, text);
    const isUnproven = (found: readonly { code?: unknown }[]): boolean =>
      found.some(({ code }) => code === 'channel-activation-unproven');
    await editor.diagnostics(file, isUnproven);
  });

  it('are not left: neither for a configuration nor for templates', async () => {
    const trail = 'Resources:\n  Trail:\n    Type: AWS::CloudTrail::Trail\n';
    const repository = temporaryFolder({
      '.git/HEAD': '',
      'incident-lint.yaml': 'rules: { channel-unverified: off, trail-missing: error }\n',
      'trail.yaml': trail,
      'opened/plan.yaml': 'Resources:\n  Plan:\n    Type: AWS::SSMIncidents::ResponsePlan\n',
    });
    const folder = path.join(repository, 'opened');
    await start(folder);
    expect(await openBad(path.join(folder, 't.yaml'))).to.include('9 channel-unverified');
    const plan = await editor.diagnostics(path.join(folder, 'plan.yaml'));
    expect(plan.map(({ code }) => code)).to.include('trail-missing');
    const outside = [...editor.published.keys()].filter((uri) => !uri.startsWith(`${uriOf(folder)}/`));
    expect(outside).to.deep.equal([]);
  });

  it('do not matter to a file outside of them: it is linted alone', async () => {
    const elsewhere = temporaryFolder({ 'incident-lint.yaml': onlyChannels.replace(/: error/, ': off') });
    await start(temporaryFolder());
    expect(await openBad(path.join(elsewhere, 't.yaml'))).to.include('9 channel-unverified');
    await editor.open(path.join(elsewhere, 'notes.md'), bad, 'markdown');
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'git:/t.yaml?HEAD', languageId: 'yaml', version: 1, text: bad },
    });
    const other = path.join(elsewhere, 'other');
    expect(await openBad(other)).to.include('9 channel-unverified');
    expect([...editor.published.keys()]).to.deep.equal([path.join(elsewhere, 't.yaml'), other].map(uriOf));
  });

  it('do not matter to a text that has no file yet, which is linted alone', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels, 't.yaml': bad });
    await start(folder);
    const hcl = `resource "aws_ssmcontacts_contact_channel" "sms" {
  name             = "sms"
  type             = "SMS"
  contact_id       = "arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice"
  delivery_address { simple_address = "+12065550100" }
}
`;
    for (const [uri, languageId, text, line] of [
      ['untitled:Untitled-1', 'yaml', bad, 9],
      ['untitled:Untitled-2', 'terraform', hcl, 1],
    ] as const) {
      await editor.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      const found = await editor.diagnosticsAt(uri, (diagnostics) => diagnostics.length > 0);
      expect(linesOf(found)).to.include(`${String(line)} channel-unverified`);
      const [first] = found;
      const actions: unknown[] = await editor.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: first?.range,
        context: { diagnostics: [first] },
      });
      expect(JSON.stringify(actions)).to.include(`"${uri}":[`);
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await editor.diagnosticsAt(uri, (diagnostics) => diagnostics.length === 0);
    }
  });

  it('come and go, and one inside another has its own configuration', async () => {
    const outer = temporaryFolder({
      'incident-lint.yaml': onlyChannels,
      'inner/incident-lint.yaml': 'rules: {}',
    });
    const inner = path.join(outer, 'inner');
    const file = path.join(inner, 't.yaml');
    await start(outer);
    expect(await openBad(path.join(outer, 't.yaml'))).to.deep.equal(['9 channel-unverified']);
    const change = (added: readonly string[], removed: readonly string[]): Promise<void> =>
      editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: added.map(folderOf), removed: removed.map(folderOf) },
      });
    await change([inner], []);
    expect((await openBad(file)).length).to.be.greaterThan(1);
    await change([], [outer]);
    // It is open, and linted alone from now on.
    await editor.diagnostics(path.join(outer, 't.yaml'), (found) => found.length > 1);
    await change([], [inner]);
    await change([outer], []);
    await editor.diagnostics(file, (found) => linesOf(found).join() === '9 channel-unverified');
  });

  it('show an open file as before once a folder that held it has come and gone', async () => {
    const [outer, other] = [temporaryFolder({}), temporaryFolder({})];
    const file = path.join(other, 't.yaml');
    await start(outer);
    const alone = await openBad(file);
    expect(alone).not.to.deep.equal([]);
    const change = (added: readonly string[], removed: readonly string[]): Promise<void> =>
      editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: added.map(folderOf), removed: removed.map(folderOf) },
      });
    const shown = (): number[] =>
      editor.publications.flatMap(({ uri, diagnostics }) =>
        uri === uriOf(file) ? [diagnostics.length] : [],
      );
    await change([other], []);
    await editor.diagnostics(file, () => shown().length === 2);
    await change([], [other]);
    // The folder takes away what it showed, before the file is shown alone again.
    await editor.diagnostics(file, () => shown().length === 4);
    expect(shown().slice(2)).to.deep.equal([0, alone.length]);
  });

  it('run the code of plugins only on demand, and what it prints breaks nothing', async () => {
    const configured = 'plugins: [./plugin.js]\n';
    const folder = temporaryFolder({
      'incident-lint.yaml': configured,
      'plugin.js': plugin,
      'package.json': '{"type":"module"}',
    });
    const file = path.join(folder, 't.yaml');
    await start(folder);
    expect(await openBad(file)).not.to.include('2 our-rule');
    await editor.end();
    expect(editor.err).to.equal('');
    await start(folder, { settings: { plugins: true } });
    expect(await openBad(file)).to.include('2 our-rule');
    expect(editor.err).to.equal('a plugin prints\nin every way');
  });

  it('are left in peace when the editor ends', async () => {
    await start(temporaryFolder());
    expect(await editor.end()).to.equal(0);
    expect(editor.err).to.equal('');
  });
});

describe('the command lsp', () => {
  it('wants --stdio, and no paths', () => {
    for (const args of [['lsp'], ['lsp', '--stdio', 'x']]) {
      const { status, err } = runCommand(process.cwd(), args);
      expect(status).to.equal(2);
      expect(err).to.include('lsp takes --stdio and nothing else');
    }
  });
});

function folderOf(folder: string) {
  return { uri: uriOf(folder), name: folder };
}

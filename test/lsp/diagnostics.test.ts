import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad, configuration } from '../cli-folder.js';
import { temporaryFolder } from '../temporary-folder.js';
import { Editor, linesOf, uriOf, type EditorOptions } from './editor.js';

const good = bad.replace('true', 'false');
const onlyChannels = configuration();

/** Contacts that are engaged over one address from two files: each file's channel is a finding while the other exists. */
const trailed = `Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: plan
      IncidentTemplate: { Title: Broken, Impact: 1 }
`;
const trail = `Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: true
      IncludeGlobalServiceEvents: true
      S3BucketName: logs
`;

describe('the language server', () => {
  let editor: Editor;
  afterEach(() => editor.end());

  async function start(folder: string, options: EditorOptions = {}): Promise<void> {
    editor = await Editor.start({ folders: [folder], ...options });
  }

  const nothing = (found: readonly unknown[]): boolean => found.length === 0;
  const something = (found: readonly unknown[]): boolean => found.length > 0;

  it('shows findings in a file that is opened, with their rule, its page and where they are', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels });
    await start(folder);
    const file = path.join(folder, 'new.yaml');
    await editor.open(file, bad);
    const [diagnostic, ...more] = await editor.diagnostics(file);
    expect(more).to.deep.equal([]);
    expect(diagnostic).to.deep.include({
      range: { start: { line: 8, character: 23 }, end: { line: 8, character: 27 } },
      severity: 1,
      code: 'channel-unverified',
      source: 'incident-lint',
    });
    expect(diagnostic?.codeDescription?.href).to.match(/rules\/contacts\/channel-unverified\/rule\.md$/);
    expect(diagnostic?.data).to.deep.include({
      certainty: 'certain',
      path: '/Resources/AliceSms/Properties/DeferActivation',
    });
  });

  it('follows what is typed, whatever lies on disk', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels, 't.yaml': good });
    await start(folder);
    const file = path.join(folder, 't.yaml');
    await editor.open(file, good);
    expect(await editor.diagnostics(file)).to.deep.equal([]);
    await editor.change(file, 2, bad);
    expect(linesOf(await editor.diagnostics(file, (_, version) => version === 2))).to.deep.equal([
      '9 channel-unverified',
    ]);
    await editor.change(file, 3, `# one line more\n${bad}`);
    expect(linesOf(await editor.diagnostics(file, (_, version) => version === 3))).to.deep.equal([
      '10 channel-unverified',
    ]);
    await editor.close(file);
    await editor.diagnostics(file, nothing);
  });

  it('shows findings in files that are not open, unless the user wants only open ones', async () => {
    const files = { 'incident-lint.yaml': onlyChannels, 't.yaml': bad, 'u.yaml': bad };
    const folder = temporaryFolder(files);
    const [open, closed] = [path.join(folder, 't.yaml'), path.join(folder, 'u.yaml')];
    await start(folder);
    await editor.open(open, bad);
    expect(linesOf(await editor.diagnostics(closed))).to.deep.equal(['9 channel-unverified']);
    await editor.end();
    await start(folder, { settings: { closedFiles: false } });
    await editor.open(open, bad);
    await editor.diagnostics(open, something);
    await editor.close(open);
    await editor.diagnostics(open, nothing);
    expect(editor.published.has(uriOf(closed))).to.equal(false);
  });

  it('shows in one file what is typed in another', async () => {
    const folder = temporaryFolder({
      'plan.yaml': trailed,
      'trail.yaml': 'Resources: {}\n',
      '.git/HEAD': '',
    });
    await start(folder);
    const [plan, other] = [path.join(folder, 'plan.yaml'), path.join(folder, 'trail.yaml')];
    const isMissing = (found: readonly { code?: unknown }[]): boolean =>
      found.some(({ code }) => code === 'trail-missing');
    await editor.open(plan, trailed);
    await editor.diagnostics(plan, isMissing);
    await editor.open(other, 'Resources: {}\n');
    await editor.change(other, 2, trail);
    await editor.diagnostics(plan, (found) => !isMissing(found));
  });

  it('heeds what changes, comes and goes on disk', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels, 't.yaml': good });
    await start(folder);
    const file = path.join(folder, 't.yaml');
    const added = path.join(folder, 'added.yaml');
    writeFileSync(file, bad);
    await editor.changedOnDisk(file, 2);
    await editor.diagnostics(file, something);
    writeFileSync(added, bad);
    await editor.changedOnDisk(added, 1);
    await editor.diagnostics(added, something);
    rmSync(added);
    await editor.changedOnDisk(added, 3);
    await editor.diagnostics(added, nothing);
  });

  it('keeps an open text whose file vanishes, until it is closed', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels, 't.yaml': bad });
    await start(folder);
    const file = path.join(folder, 't.yaml');
    await editor.open(file, bad);
    await editor.diagnostics(file, something);
    rmSync(file);
    await editor.changedOnDisk(file, 3);
    await editor.change(file, 2, `\n${bad}`);
    expect(linesOf(await editor.diagnostics(file, (_, version) => version === 2))).to.deep.equal([
      '10 channel-unverified',
    ]);
    await editor.close(file);
    await editor.diagnostics(file, nothing);
  });

  it('shows where a text is malformed, and findings again when it no longer is', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels });
    await start(folder);
    const file = path.join(folder, 't.yaml');
    await editor.open(file, `${bad}  X: [\n`);
    expect((await editor.diagnostics(file)).map(({ code, severity }) => [code, severity])).to.deep.equal([
      ['malformed-yaml', 1],
    ]);
    await editor.change(file, 2, bad);
    expect(linesOf(await editor.diagnostics(file, (_, version) => version === 2))).to.deep.equal([
      '9 channel-unverified',
    ]);
    await editor.change(file, 3, '\0\uD800{{{');
    expect(await editor.diagnostics(file, (_, version) => version === 3)).to.deep.equal([]);
  });

  it('counts columns in UTF-16 units, with lines that end as they do in Windows', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels });
    await start(folder);
    const file = path.join(folder, 't.yaml');
    const text = `Resources: { 'A📟': { Type: AWS::SSMContacts::ContactChannel, Properties: { DeferActivation: true } } }\r\n`;
    await editor.open(file, text);
    const column = text.indexOf('true');
    expect((await editor.diagnostics(file))[0]?.range).to.deep.equal({
      start: { line: 0, character: column },
      end: { line: 0, character: column + 4 },
    });
    // Changes are sent as stretches of the text: the part before them counts in the same units.
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf(file), version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# 📟\r\n' },
        {
          range: { start: { line: 1, character: column }, end: { line: 1, character: column + 4 } },
          text: '"true"',
        },
      ],
    });
    const [after] = await editor.diagnostics(file, (_, version) => version === 2);
    expect(after?.range).to.deep.equal({
      start: { line: 1, character: column },
      end: { line: 1, character: column + 6 },
    });
  });

  it('lints a text once when it is typed quickly, and never shows an older one after a newer', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': onlyChannels });
    await start(folder);
    const file = path.join(folder, 't.yaml');
    await editor.open(file, bad);
    for (let version = 2; version <= 50; version += 1)
      await editor.change(file, version, `${'\n'.repeat(version)}${bad}`);
    expect(linesOf(await editor.diagnostics(file, (_, version) => version === 50))).to.deep.equal([
      '59 channel-unverified',
    ]);
    const versions = editor.publications.flatMap(({ uri, version = 0 }) =>
      uri === uriOf(file) ? [version] : [],
    );
    expect(versions).to.deep.equal(versions.toSorted((left, right) => left - right));
    expect(versions.length).to.be.lessThan(10);
  });
});

import path from 'node:path';
import { expect } from 'chai';
import type { CodeAction, DocumentLink, Hover } from 'vscode-languageserver-protocol/node';
import { bad, configuration } from '../cli-folder.js';
import { temporaryFolder } from '../temporary-folder.js';
import { Editor, linesOf, uriOf } from './editor.js';

const withSuppressions = configuration().replace(/^( {2}suppression-\w+): off$/gm, '$1: error');
const badJson = `{
  "Resources": {
    "AliceSms": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": "arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice",
        "ChannelName": "alice-sms",
        "ChannelType": "SMS",
        "ChannelAddress": "+12065550100",
        "DeferActivation": true
      }
    }
  }
}
`;
const badTerraform = `{
  "resource": {
    "aws_ssmcontacts_contact_channel": {
      "sms": {
        "name": "sms",
        "type": "SMS",
        "contact_id": "arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice",
        "delivery_address": { "simple_address": "+12065550100" }
      }
    }
  }
}
`;
const badHcl = `resource "aws_ssmcontacts_contact_channel" "sms" {
  name       = "sms"
  type       = "SMS"
  contact_id = "arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice"
  delivery_address { simple_address = "+12065550100" }
}
`;

describe('what can be done in an editor', () => {
  let editor: Editor;
  let folder: string;
  afterEach(() => editor.end());

  /** What is offered at the first diagnostic of a file that is opened. */
  async function actionsIn(name: string, text: string, configured = withSuppressions): Promise<CodeAction[]> {
    folder = temporaryFolder({ 'incident-lint.yaml': configured });
    editor = await Editor.start({ folders: [folder] });
    const file = path.join(folder, name);
    await editor.open(file, text);
    const [first] = await editor.diagnostics(file);
    return editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uriOf(file) },
      range: first?.range,
      context: { diagnostics: [first] },
    });
  }

  /** Makes the change of an action, and gives what is found then. */
  async function apply(name: string, text: string, action: CodeAction | undefined): Promise<string> {
    const file = path.join(folder, name);
    const changed = applied(text, action, uriOf(file));
    await editor.change(file, 2, changed);
    return changed;
  }

  async function codes(name: string): Promise<string[]> {
    const found = await editor.diagnostics(path.join(folder, name), (_, version) => version !== 1);
    return found.map(({ code }) => String(code));
  }

  const spellings: readonly (readonly [what: string, name: string, text: string, title: RegExp])[] = [
    ['a comment in YAML', 't.yaml', bad.replace(/ #.*/, ''), /on this line/],
    ['a comment above a line that has one', 't.yaml', bad, /on this line/],
    ['metadata in JSON', 't.json', badJson, /for this resource/],
    [
      'metadata beside other metadata',
      't.json',
      badJson.replace('"Prop', '"Metadata": { "a": 1 },\n "Prop'),
      /for this resource/,
    ],
    [
      'metadata that is empty',
      't.json',
      badJson.replace('"Prop', '"Metadata": {},\n "Prop'),
      /for this resource/,
    ],
    [
      'metadata that suppresses something else',
      't.json',
      badJson.replace(
        '"Prop',
        '"Metadata": { "incident-lint": { "disable": [{ "rule": "trail-missing", "reason": "r" }] } },\n "Prop',
      ),
      /for this resource/,
    ],
    ['a comment of Terraform’s JSON syntax', 't.tf.json', badTerraform, /for this resource/],
    ['a comment in HCL', 't.tf', badHcl, /on this line/],
  ];

  for (const [what, name, text, title] of spellings)
    it(`is to suppress a finding with ${what}, once a reason is written`, async () => {
      const actions = await actionsIn(name, text);
      const suppress = actions.find((action) => action.title.startsWith('Suppress channel-unverified'));
      expect(suppress?.title).to.match(title);
      const changed = await apply(name, text, suppress);
      const unreasoned = await codes(name);
      expect(unreasoned).to.include.members(['channel-unverified', 'suppression-invalid']);
      const reasoned = changed
        .replace(/(channel-unverified",? "reason": )""/, '$1"she is told by phone"')
        .replace(/channel-unverified -- /, '$&she is told by phone');
      await editor.change(path.join(folder, name), 3, reasoned);
      const left = await editor.diagnostics(path.join(folder, name), (_, version) => version === 3);
      expect(left.map(({ code }) => code)).not.to.include.members(['channel-unverified']);
      expect(left.map(({ code }) => code)).not.to.include('suppression-invalid');
    });

  it('is no suppression inside of a text of many lines, where a comment would be text', async () => {
    const text = `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: |
        { "Statement": { "Effect": "Allow", "Action": "ssm-contacts:*", "Resource": "*" } }
`;
    const actions = await actionsIn('t.yaml', text, 'rules: {}\n');
    for (const action of actions) {
      const changed = applied(text, action, uriOf(path.join(folder, 't.yaml')));
      expect(changed.split('\n')[5], action.title).to.equal(text.split('\n')[5]);
    }
  });

  it('is to mend what a rule can mend, and to see when that is unsafe', async () => {
    const trail = `Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties: { Name: plan, IncidentTemplate: { Title: Broken, Impact: 1 } }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: logs
      IsMultiRegionTrail: false
      EnableLogFileValidation: false
`;
    const rules = 'rules: { trail-protection: off }\n';
    await actionsIn('t.yaml', trail, rules);
    const file = path.join(folder, 't.yaml');
    const everywhere: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uriOf(file) },
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
      context: { diagnostics: [] },
    });
    const fixes = everywhere.filter(({ title }) => !title.startsWith('Suppress'));
    const unsafe = fixes.filter(({ title }) => title.includes('(unsafe'));
    expect(fixes.map(({ isPreferred }) => isPreferred === true)).to.include.members([true, false]);
    expect(unsafe).not.to.deep.equal([]);
    expect(unsafe.every(({ isPreferred }) => isPreferred === undefined)).to.equal(true);
    const integrity = fixes.find(({ diagnostics }) => diagnostics?.[0]?.code === 'trail-integrity');
    const changed = await apply('t.yaml', trail, integrity);
    expect(changed).to.include('EnableLogFileValidation: true');
    expect(await codes('t.yaml')).not.to.include('trail-integrity');
  });

  it('is to read the page of a rule where it speaks, and nothing elsewhere', async () => {
    await actionsIn('t.yaml', bad);
    const hover = (line: number, character: number): Promise<Hover | null> =>
      editor.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uriOf(path.join(folder, 't.yaml')) },
        position: { line, character },
      });
    const shown = await hover(8, 25);
    expect(shown?.range).to.deep.equal({
      start: { line: 8, character: 23 },
      end: { line: 8, character: 27 },
    });
    expect(JSON.stringify(shown?.contents)).to.include('# channel-unverified').and.include('## Why');
    expect(await hover(0, 0)).to.equal(null);
  });

  it('is to follow the names of rules to their pages, where they are configured and suppressed', async () => {
    const suppressed = bad.replace(
      /#.*/,
      '# incident-lint-disable-line channel-unverified, trail-missing -- x',
    );
    folder = temporaryFolder();
    editor = await Editor.start({ folders: [folder] });
    await editor.open(path.join(folder, 't.yaml'), suppressed.replace('alice-sms', 'trail-missing'));
    const linksIn = async (name: string): Promise<string[]> => {
      const uri = uriOf(path.join(folder, name));
      const links: DocumentLink[] = await editor.connection.sendRequest('textDocument/documentLink', {
        textDocument: { uri },
      });
      return links.map(
        ({ range: { start, end }, target = '' }) =>
          `${[start.line, start.character, end.character].join(':')} ${target.replace(/.*\/rules\//, '')}`,
      );
    };
    expect(await linksIn('t.yaml')).to.deep.equal([
      '8:57:75 contacts/channel-unverified/rule.md',
      '8:77:90 trail/trail-missing/rule.md',
    ]);
    await editor.open(path.join(folder, 'incident-lint.yaml'), 'rules:\n  trail-missing: off\n');
    expect(await linksIn('incident-lint.yaml')).to.deep.equal(['1:2:15 trail/trail-missing/rule.md']);
    await editor.open(path.join(folder, 'u.yaml'), 'Resources: { trail-missing: {} }\n');
    expect(await linksIn('u.yaml')).to.deep.equal([]);
  });

  it('answers for the text as it is when it is asked', async () => {
    await actionsIn('t.yaml', bad);
    const file = path.join(folder, 't.yaml');
    await editor.change(file, 2, `# one line more\n${bad}`);
    const actions: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uriOf(file) },
      range: { start: { line: 9, character: 25 }, end: { line: 9, character: 25 } },
      context: { diagnostics: [] },
    });
    expect(actions.flatMap(({ diagnostics = [] }) => linesOf(diagnostics))).to.include(
      '10 channel-unverified',
    );
  });
});

function applied(text: string, action: CodeAction | undefined, uri: string): string {
  const [edit, ...more] = action?.edit?.changes?.[uri] ?? [];
  if (edit === undefined || more.length > 0) throw new Error('no single edit');
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return text.slice(0, offsetOf(edit.range.start)) + edit.newText + text.slice(offsetOf(edit.range.end));
}

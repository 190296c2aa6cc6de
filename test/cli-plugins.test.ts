import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const template = `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
`;

/** A rule against contacts that are named for a person; it also leaves a trace that it ran. */
const plugin = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('ran', import.meta.url), '');
export default {
  docs: 'https://corp.example/rules',
  rules: {
    'contact-is-a-role': {
      summary: 'Require contacts to be roles.',
      severity: 'error',
      profile: 'recommended',
      message: 'Contact "{contact}" is a person.',
      help: 'Name the role.',
      check: {
        contact(contact, { report }) {
          for (const alias of contact.alias)
            report(alias.test((text) => text === 'alice'), alias, { contact: contact.resource.name });
        },
      },
    },
  },
};
`;

const configuration =
  'plugins: [./lint/own.mjs]\nrules: { contact-is-a-role: warning, trail-missing: off }\n';

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    't.yaml': template,
    'lint/own.mjs': plugin,
    'incident-lint.yaml': configuration,
    ...files,
  });
}

const unix = (folder: string, ...args: string[]): Ran =>
  runCommand(folder, ['--context', 'none', '-f', 'unix', ...args]);

describe('plugins', () => {
  it('add rules that speak, are configured and suppressed like others', () => {
    const folder = folderWith();
    const line = (severity: string): string =>
      `t.yaml:4:26: ${severity}: Contact "Alice" is a person. [contact-is-a-role]\n`;
    expect(unix(folder)).to.deep.include({ status: 1, err: '' });
    expect(unix(folder).out).to.include(line('warning'));
    expect(unix(folder, '--rule', 'contact-is-a-role=error').out).to.include(line('error'));
    const suppressed = template.replace(
      'Alice:\n',
      'Alice: # incident-lint-disable-line trail-missing -- x\n',
    );
    writeFileSync(
      path.join(folder, 't.yaml'),
      `# incident-lint-disable-file contact-is-a-role -- her role has her name\n${suppressed}`,
    );
    expect(unix(folder).out).not.to.include('contact-is-a-role');
  });

  it('say where their page is', () => {
    const { out } = runCommand(folderWith(), ['--context', 'none', '-f', 'json']);
    const { findings } = JSON.parse(out) as { findings: { ruleId: string; docs: string }[] };
    expect(findings.find(({ ruleId }) => ruleId === 'contact-is-a-role')?.docs).to.equal(
      'https://corp.example/rules',
    );
  });

  it('do not run with --no-plugins, and what the configuration says of their rules is no mistake', () => {
    const folder = folderWith();
    const { out, err } = unix(folder, '--no-plugins', '--rule', 'contact-is-a-role=error');
    expect([out.includes('contact-is-a-role'), err]).to.deep.equal([false, '']);
    expect(existsSync(path.join(folder, 'lint/ran'))).to.equal(false);
  });

  it('are written as README.md shows', () => {
    const root = path.join(import.meta.dirname, '..');
    const [, section = ''] = readFileSync(path.join(root, 'README.md'), 'utf8').split(
      '\n## Rules of your own\n',
    );
    const shown = /```js\n([^]*?)```/.exec(section)?.[1] ?? '';
    const folder = folderWith({ 'lint/own.mjs': shown, 'incident-lint.yaml': 'plugins: [lint/own.mjs]\n' });
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(root, path.join(folder, 'node_modules/incident-lint'));
    expect(unix(folder).out).to.include('Contact "Alice" is not named for a role. [contact-for-a-role]\n');
  });

  it('do not run because they are there', () => {
    const folder = folderWith({ 'incident-lint.yaml': 'profile: strict\n' });
    unix(folder);
    expect(existsSync(path.join(folder, 'lint/ran'))).to.equal(false);
  });

  it('leave a mistyped rule a mistake', () => {
    const folder = folderWith();
    expect(unix(folder, '--rule', 'contact-is-a-rule=off')).to.deep.include({
      status: 2,
      err: 'incident-lint: unknown rule "contact-is-a-rule" (did you mean "contact-is-a-role"?) [bad-usage]\n',
    });
  });

  const faults: Readonly<Record<string, readonly [module: string, complaint: string]>> = {
    'is no plugin': ['export default 1;', 'exports no object with "rules" as its default'],
    'throws as it is loaded': ['throw new Error("no");', 'fails as it is loaded: no'],
    'has a rule that exists': [
      'export default { rules: { "trail-missing": {} } };',
      'has a rule "trail-missing", which exists already',
    ],
    'has a rule without a message': [
      'export default { rules: { own: { summary: "s" } } };',
      'has a rule "own" without a text "message"',
    ],
    'has a rule that is nothing': [
      'export default { rules: { own: null } };',
      'has a rule "own" that is no object',
    ],
  };
  for (const [what, [module, complaint]] of Object.entries(faults))
    it(`are told of where one ${what}, and everything else is linted`, () => {
      const { status, err } = unix(folderWith({ 'lint/own.mjs': module }));
      expect(status).to.equal(2);
      expect(err).to.equal(`incident-lint.yaml:1:11: the plugin ${complaint} [bad-plugin]\n`);
    });

  it('are told of where one is missing', () => {
    const folder = folderWith({ 'incident-lint.yaml': 'plugins: [none.mjs]\n' });
    expect(unix(folder).err).to.include('incident-lint.yaml:1:11: the plugin does not exist [bad-plugin]');
  });

  it('are not run from outside of the folder, neither by name nor through a link', () => {
    const folder = folderWith({ 'incident-lint.yaml': 'plugins: [../own.mjs, lint/linked.mjs]\n' });
    const outside = temporaryFolder({ 'own.mjs': plugin });
    mkdirSync(path.join(folder, 'lint'), { recursive: true });
    symlinkSync(path.join(outside, 'own.mjs'), path.join(folder, 'lint/linked.mjs'));
    const { err } = unix(folder);
    expect(err).to.include('"plugins[]" must not leave the configuration\'s folder');
    expect(err).to.include("the plugin lies outside of the configuration's folder [bad-plugin]");
    expect(existsSync(path.join(outside, 'ran'))).to.equal(false);
  });

  it('are told of where a rule of one fails', () => {
    const failing = plugin.replace('for (const alias', 'throw new Error("oh"); for (const alias');
    const { status, err } = unix(folderWith({ 'lint/own.mjs': failing }));
    expect(status).to.equal(2);
    expect(err).to.include('rule contact-is-a-role failed: Error: oh [internal-error]');
  });
});

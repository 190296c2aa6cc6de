import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { defaultEditorSettings } from '../../src/lsp/settings.js';
import { temporaryFolder } from '../temporary-folder.js';

const root = path.join(import.meta.dirname, '../..');
const extension = path.join(root, 'editors/vscode');

interface Setting {
  readonly default: unknown;
}

interface Manifest {
  readonly main: string;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly problemMatchers: readonly Readonly<Record<string, unknown>>[];
  };
}

interface Tasks {
  readonly tasks: readonly { readonly problemMatcher: Readonly<Record<string, unknown>> }[];
}

interface Started {
  readonly server: { readonly module: string; readonly args: readonly string[] };
  readonly languages: readonly string[];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = readJson(path.join(extension, 'package.json')) as Manifest;

/** Starts the extension where VS Code's modules are stand-ins, and gives what it asks the client to start. */
function start(workspace: string, isTrusted: boolean, server = ''): Started {
  const folder = temporaryFolder({
    'extension.cjs': readFileSync(path.join(extension, manifest.main)),
    'node_modules/vscode/index.js': `exports.workspace = {
      isTrusted: ${String(isTrusted)},
      workspaceFolders: [{ uri: { fsPath: ${JSON.stringify(workspace)} } }],
      getConfiguration: () => ({ get: () => ${JSON.stringify(server)} }),
    };`,
    'node_modules/vscode-languageclient/node.js': `exports.TransportKind = { stdio: 0 };
    exports.LanguageClient = class {
      constructor(id, name, server, options) { exports.started = { server, options }; }
      async start() {}
      async stop() { exports.isStopped = true; }
    };`,
  });
  const require = createRequire(path.join(folder, 'x.cjs'));
  const { activate, deactivate } = require('./extension.cjs') as {
    activate: (context: object) => Promise<void>;
    deactivate: () => Promise<void>;
  };
  void activate({ asAbsolutePath: (name: string) => path.join('/extension', name) });
  void deactivate();
  const client = require('vscode-languageclient/node') as {
    isStopped: boolean;
    started: { server: Started['server']; options: { documentSelector: readonly { language?: string }[] } };
  };
  expect(client.isStopped).to.equal(true);
  const { server: asked, options } = client.started;
  return { server: asked, languages: options.documentSelector.flatMap(({ language }) => language ?? []) };
}

describe('the extension of VS Code', () => {
  it('starts its own server, for YAML, JSON and Terraform', () => {
    const { server, languages } = start(temporaryFolder(), true);
    expect(server).to.deep.include({
      module: path.join('/extension/server/dist/incident-lint.js'),
      args: ['lsp'],
    });
    expect(languages).to.include.members(['yaml', 'json', 'terraform']);
  });

  it('starts the server of the workspace or the settings, where the workspace is trusted', () => {
    const workspace = temporaryFolder();
    const installed = path.join(workspace, 'node_modules/incident-lint/dist/incident-lint.js');
    mkdirSync(path.dirname(installed), { recursive: true });
    writeFileSync(installed, '');
    expect(start(workspace, true).server.module).to.equal(installed);
    expect(start(workspace, true, '/mine.js').server.module).to.equal('/mine.js');
    expect(start(workspace, false, '/mine.js').server.module).to.equal(
      '/extension/server/dist/incident-lint.js',
    );
  });

  it('has the settings that the server reads, with their defaults', () => {
    const { 'incidentLint.server': server, ...settings } = manifest.contributes.configuration.properties;
    expect(server?.default).to.equal('');
    const defaults = Object.entries(settings).map(([name, setting]) => [name, setting.default ?? undefined]);
    expect(Object.fromEntries(defaults)).to.deep.equal(
      Object.fromEntries(
        Object.entries(defaultEditorSettings).map(([name, value]) => [
          `incidentLint.${name}`,
          value as unknown,
        ]),
      ),
    );
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).to.have.members([
      'incidentLint.server',
      'incidentLint.plugins',
    ]);
  });

  it('has the problem matchers of the tasks', () => {
    const { tasks } = readJson(path.join(root, 'samples/editor/tasks.json')) as Tasks;
    const matchers = manifest.contributes.problemMatchers.map(
      ({ name: _name, label: _label, ...rest }) => rest,
    );
    expect(matchers).to.deep.equal(tasks.map(({ problemMatcher }) => problemMatcher));
  });
});

describe('the documentation of editors', () => {
  it('has a table of the settings that the server reads', () => {
    const text = readFileSync(path.join(root, 'editors/README.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)` +\| (?:`(\S+)`)? +\|/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(rows).to.deep.equal(
      Object.entries(defaultEditorSettings).map(([name, value]) => [
        name,
        value === undefined ? undefined : String(value),
      ]),
    );
  });
});

describe('packaging the extension', () => {
  it('takes a server along that runs, with the rules’ pages', () => {
    const { status, stderr } = spawnSync(process.execPath, [
      path.join(extension, 'package.mjs'),
      '--only-server',
    ]);
    expect(stderr.toString()).to.equal('');
    expect(status).to.equal(0);
    const server = path.join(extension, 'server/dist/incident-lint.js');
    const ran = spawnSync(process.execPath, [server, 'rules', 'channel-unverified'], { encoding: 'utf8' });
    expect(ran.stdout).to.include('# channel-unverified');
    expect(ran.status).to.equal(0);
  });
});

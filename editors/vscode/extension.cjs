'use strict';

const { existsSync } = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

/** The kinds of files that may hold templates. */
const documentSelector = [
  ...['yaml', 'json', 'jsonc', 'cloudformation', 'terraform', 'terraform-vars'].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  { scheme: 'file', pattern: '**/*.{template,tf,tofu,tfvars,tfstate}' },
];

let client;

/** Starts the language server. */
async function activate(context) {
  const server = { module: serverModule(context), args: ['lsp'], transport: TransportKind.stdio };
  client = new LanguageClient('incidentLint', 'incident-lint', server, { documentSelector });
  await client.start();
}

/** Ends it. */
async function deactivate() {
  await client?.stop();
}

/**
 * The command's module: the one that the user's settings name, else the one that the workspace has installed, because
 * it is what the team's other checks run, else the extension's own. A workspace that is not trusted has no say.
 */
function serverModule(context) {
  const own = context.asAbsolutePath(path.join('server', 'dist', 'incident-lint.js'));
  if (!vscode.workspace.isTrusted) return own;
  const configured = vscode.workspace.getConfiguration('incidentLint').get('server');
  if (configured) return configured;
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const installed = folders
    .map((folder) => path.join(folder, 'node_modules', 'incident-lint', 'dist', 'incident-lint.js'))
    .find((file) => existsSync(file));
  return installed ?? own;
}

module.exports = { activate, deactivate };

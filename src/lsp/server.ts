import type { Readable, Writable } from 'node:stream';
import { version } from '../index.js';
import { pathOf, pathOfUntitled } from './addresses.js';
import { codeActionsAt } from './code-actions.js';
import { documentLinksIn } from './document-links.js';
import { Folders } from './folders.js';
import { hoverAt } from './hover.js';
import {
  CodeActionKind,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocument,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from './protocol.js';
import type { Session } from './session.js';
import { readSettings } from './settings.js';

/** The files that `check` finds in a folder, and the configuration. */
const watched = '**/*.{json,yaml,yml,template,tf,tofu,tfvars,tfstate}';

/** Texts that an editor takes for YAML or JSON may be templates whatever their names. */
const templateLanguage = /^(?:yaml|json|cloudformation|terraform)/;
const templateName = /\.(?:json|ya?ml|template|tf|tofu|tfvars|tfstate)$/;

/**
 * Serves an editor that speaks the language server protocol on these streams, until it ends the process or goes away.
 *
 * @param onInternalError told of a fault of our own.
 */
export function serve(
  input: Readable,
  output: Writable,
  onInternalError: (error: unknown) => void,
): Promise<never> {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  const onError = (error: unknown): void => {
    connection.console.error(`internal error: ${error instanceof Error ? error.message : String(error)}`);
    onInternalError(error);
  };
  const folders = new Folders((publication) => {
    connection.sendDiagnostics(publication).catch(onError);
  }, onError);

  connection.onInitialize((params) => {
    for (const folder of foldersOf(params)) folders.add(folder);
    folders.configure(readSettings(params.initializationOptions));
    connection.onInitialized(() => {
      start(connection, params, folders).catch(onError);
    });
    return capabilities;
  });
  documents.onDidChangeContent(({ document }) => {
    const file = fileOf(document);
    if (file === undefined) return;
    if (!templateName.test(file) && !templateLanguage.test(document.languageId)) return;
    folders.edit(file, { uri: document.uri, version: document.version }, document.getText());
  });
  documents.onDidSave(({ document }) => {
    const file = pathOf(document.uri);
    if (file !== undefined) folders.filesChanged([file]);
  });
  documents.onDidClose(({ document }) => {
    const file = fileOf(document);
    if (file !== undefined) folders.close(file);
  });
  connection.onHover(async ({ textDocument, position }, token) => {
    const linted = lintedOf(textDocument.uri);
    const findings = await linted?.session.foundIn(linted.file);
    if (linted === undefined || findings === undefined || token.isCancellationRequested) return null;
    return hoverAt(findings, position, linted.session.linted.rules) ?? null;
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const wanted = context.only ?? [CodeActionKind.QuickFix];
    if (!wanted.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
    const linted = lintedOf(uri);
    const findings = await linted?.session.foundIn(linted.file);
    if (linted === undefined || findings === undefined || token.isCancellationRequested) return [];
    const { document } = linted;
    const { folder, rules } = linted.session.linted;
    return codeActionsAt({ document, text: document.getText(), folder, findings, rules }, range);
  });
  connection.onDocumentLinks(({ textDocument }) => {
    const linted = lintedOf(textDocument.uri);
    if (linted === undefined) return [];
    return documentLinksIn(linted.document.getText(), linted.file, linted.session.linted.rules);
  });
  const lintedOf = (uri: string): Linted | undefined => {
    const document = documents.get(uri);
    const file = document && fileOf(document);
    return document && file !== undefined ? { document, file, session: folders.of(file) } : undefined;
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    folders.filesChanged(changes.flatMap(({ uri }) => pathOf(uri) ?? []));
  });
  documents.listen(connection);
  connection.listen();
  // The connection ends the process when the editor says so, or is gone.
  return new Promise(() => undefined);
}

/** An open document, and what lints it. */
interface Linted {
  readonly document: TextDocument;
  /** Absolute. */
  readonly file: string;
  readonly session: Session;
}

/** The path of a document; undefined for one that is neither a file nor becoming one. */
function fileOf({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): string | undefined {
  return pathOf(uri) ?? pathOfUntitled(uri, languageId);
}

const capabilities: InitializeResult = {
  serverInfo: { name: 'incident-lint', version },
  capabilities: {
    hoverProvider: true,
    documentLinkProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

/** What an editor can say of its folders; older ones know only one. */
interface Roots extends Pick<InitializeParams, 'workspaceFolders'> {
  readonly rootUri?: unknown;
}

function foldersOf({ workspaceFolders, rootUri }: Roots): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}

/** Asks the editor for what it can give, once it can be asked. */
async function start(connection: Connection, params: InitializeParams, folders: Folders): Promise<void> {
  const { workspace } = params.capabilities;
  const readsSettings = workspace?.configuration === true;
  connection.onDidChangeConfiguration(async ({ settings }) => {
    folders.configure(readSettings(readsSettings ? await askSettings(connection) : settings));
  });
  if (workspace?.workspaceFolders === true)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.remove(pathOf(uri));
      for (const { uri } of added) folders.add(pathOf(uri));
    });
  try {
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'incidentLint' });
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: watched }],
      });
    if (readsSettings) folders.configure(readSettings(await askSettings(connection)));
  } finally {
    folders.begin();
  }
}

async function askSettings(connection: Connection): Promise<unknown> {
  const settings: unknown = await connection.workspace.getConfiguration('incidentLint');
  return settings;
}

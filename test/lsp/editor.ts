import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { bin } from '../command.js';

/** What an editor tells the server at the start. */
export interface EditorOptions {
  /** Absolute; none for an editor without a folder. */
  readonly folders?: readonly string[];
  readonly settings?: object;
  /** Whether the editor is asked for its settings, instead of sending them at the start. */
  readonly isAsked?: boolean;
}

/** A client of the language server over standard input and output, as an editor has it. */
export class Editor {
  readonly #process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  /** Every message about diagnostics, in order. */
  readonly publications: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();
  capabilities: InitializeResult['capabilities'] = {};
  err = '';

  private constructor(cwd: string) {
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd, stdio: 'pipe' });
    this.#process = child;
    child.stderr.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.publications.push(params);
      for (const wake of this.#waiting) wake();
    });
  }

  static async start({ folders = [], settings = {}, isAsked = false }: EditorOptions): Promise<Editor> {
    const editor = new Editor(folders[0] ?? process.cwd());
    const { connection } = editor;
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', () => [settings]);
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
      capabilities: {
        workspace: {
          configuration: isAsked,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      initializationOptions: isAsked ? undefined : settings,
    });
    editor.capabilities = capabilities;
    await connection.sendNotification('initialized', {});
    return editor;
  }

  async open(file: string, text: string, languageId = 'yaml'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(file), languageId, version: 1, text },
    });
  }

  async change(file: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf(file), version },
      contentChanges: [{ text }],
    });
  }

  async close(file: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(file) } });
  }

  /** Says that a file was created (1), changed (2) or deleted (3) on disk. */
  async changedOnDisk(file: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(file), type }],
    });
  }

  /** Waits until what is published about a file is as wanted, and gives it. */
  async diagnostics(
    file: string,
    isWanted: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    return this.diagnosticsAt(uriOf(file), isWanted);
  }

  /** As `diagnostics`, of a document by its address. */
  async diagnosticsAt(
    uri: string,
    isWanted: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.published.get(uri);
      if (found !== undefined && isWanted(found.diagnostics, found.version)) return found.diagnostics;
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  /** Ends the server as an editor does; gives its exit status. */
  async end(): Promise<number | null> {
    const { exitCode } = this.#process;
    if (exitCode !== null) return exitCode;
    const ended = once(this.#process, 'exit') as Promise<[number | null]>;
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [status] = await ended;
    return status;
  }
}

/** The address of a file, as editors write it. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** The codes of diagnostics with their lines, counted from 1: `12 channel-unverified`. */
export function linesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ range, code }) => `${String(range.start.line + 1)} ${String(code)}`);
}

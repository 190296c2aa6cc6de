import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

/** Lets the server's process be asked what its heap holds. */
const heapReporter = `data:text/javascript,${encodeURIComponent(`
process.on('message', () => { gc(); gc(); process.send(process.memoryUsage().heapUsed); });
process.channel.unref();
`)}`;

/** An editor with the language server of the built bundle in a process of its own. */
export class Editor {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  #published: (params: PublishDiagnosticsParams) => void = () => undefined;

  private constructor(bin: string, cwd: string) {
    const execArgv = ['--expose-gc', '--import', heapReporter];
    const stdio = ['pipe', 'pipe', 'inherit', 'ipc'] as const;
    this.#process = fork(bin, ['lsp', '--stdio'], { cwd, execArgv, stdio: [...stdio] });
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error('the server has no pipes');
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published(params);
    });
  }

  /** Starts the server on a folder. It waits for no further keystroke, and shows what is open alone. */
  static async start(bin: string, folder: string): Promise<Editor> {
    const editor = new Editor(bin, folder);
    const connection = editor.#connection;
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: folder }],
      capabilities: {},
      initializationOptions: { delay: 0, closedFiles: false },
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  async open(file: string, text: string): Promise<void> {
    const uri = pathToFileURL(file).href;
    const answer = this.answer(uri, 0);
    const textDocument = { uri, languageId: 'yaml', version: 0, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
    await answer;
  }

  /** Changes an open file, and gives how long it takes until its findings are shown; milliseconds. */
  async change(file: string, version: number, text: string): Promise<number> {
    const uri = pathToFileURL(file).href;
    const answer = this.answer(uri, version);
    const start = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    await answer;
    return performance.now() - start;
  }

  /** How many bytes of the server's heap are in use once what is of no use is collected. */
  async heap(): Promise<number> {
    const answer = once(this.#process, 'message') as Promise<[number]>;
    this.#process.send('heap');
    return (await answer)[0];
  }

  /** Ends the server. */
  async end(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
  }

  /** Waits for the findings in a version of a file, which have to be some. */
  private answer(uri: string, version: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#published = (params) => {
        if (params.uri !== uri || params.version !== version) return;
        if (params.diagnostics.length > 0) resolve();
        else reject(new Error(`nothing is found in version ${String(version)} of ${uri}`));
      };
    });
  }
}

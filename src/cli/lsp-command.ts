import { Writable } from 'node:stream';
import type { ExitStatus } from './exit.js';
import { writeStack } from './check-command.js';
import type { Terminal } from './terminal.js';

/** Serves an editor on standard input and output. Standard output carries nothing but the protocol. */
export async function serveEditor(terminal: Terminal): Promise<ExitStatus> {
  const write = process.stdout.write.bind(process.stdout);
  const output = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      write(chunk, done);
    },
  });
  // A plugin that prints would break the connection.
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const { serve } = await import('../lsp/server.js');
  return serve(process.stdin, output, (error) => {
    writeStack(error, terminal);
  });
}

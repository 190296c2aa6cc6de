import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { expect } from 'chai';
import { bad } from './cli-folder.js';
import { bin } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

/** A command that watches, and what it has said so far. */
class Watching {
  readonly #process: ChildProcessByStdio<null, Readable, Readable>;
  out = '';
  err = '';

  constructor(folder: string, ...args: string[]) {
    const all = [bin, '--watch', '--context', 'none', '-f', 'unix', ...args];
    this.#process = spawn(process.execPath, all, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process.stdout.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.#process.stderr.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
  }

  /** Waits for the end of so many runs. */
  async runs(count: number): Promise<void> {
    while (this.err.split('watching for changes\n').length <= count) await once(this.#process.stderr, 'data');
  }

  end(): void {
    this.#process.kill();
  }
}

describe('--watch', () => {
  let watching: Watching | undefined;
  afterEach(() => watching?.end());

  it('lints again what changes, with a line before and after', async () => {
    const folder = temporaryFolder({ 'bad.yaml': bad, 'readme.md': '' });
    watching = new Watching(folder, '.');
    await watching.runs(1);
    expect(watching.out).to.match(/^bad\.yaml:9:24: error: .*\[channel-unverified\]$/m);
    watching.out = '';
    writeFileSync(path.join(folder, 'bad.yaml'), `# one line more\n${bad}`);
    await watching.runs(2);
    expect(watching.out).to.match(/^bad\.yaml:10:24: error: .*\[channel-unverified\]$/m);
    expect(watching.err).to.equal(
      'incident-lint: linting…\nincident-lint: done (status 1), watching for changes\n'.repeat(2),
    );
  });

  it('sees files that are new', async () => {
    const folder = temporaryFolder({ 'good.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    watching = new Watching(folder, '.');
    await watching.runs(1);
    writeFileSync(path.join(folder, 'bad.yaml'), bad);
    await watching.runs(2);
    expect(watching.out).to.include('bad.yaml:9:24');
  });

  it('is not started by what it writes, nor by files that are none of its business', async () => {
    const folder = temporaryFolder({ 'bad.yaml': bad });
    watching = new Watching(folder, '.', '-o', 'report.json');
    await watching.runs(1);
    writeFileSync(path.join(folder, 'notes.md'), 'x');
    appendFileSync(path.join(folder, 'report.json'), '\n');
    writeFileSync(path.join(folder, 'bad.yaml'), `# one line more\n${bad}`);
    await watching.runs(2);
    expect(watching.err.match(/linting/g)).to.have.lengthOf(2);
  });
});

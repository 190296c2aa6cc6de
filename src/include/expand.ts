import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Document } from '../parse/document.js';
import type { Problem } from '../report/problem.js';
import { SourceFile } from '../text/source-file.js';
import { parseIncluded } from './parse-included.js';
import type { Answer, Question } from './protocol.js';
import { tagged } from './tagged.js';
import { untagged, type TaggedFile } from './untagged.js';

/** What expanding needs to know of the surroundings. */
export interface ExpandOptions {
  /** Where the template lies; absolute. */
  readonly absolute: string;
  /** The folder that no include leaves; absolute. */
  readonly root: string;
  /** The environment variables that directives may read, with their values. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file's name in reports. */
  readonly nameOf: (absolute: string) => string;
}

/** A template that takes longer, or more, is not expanded. */
const mostMilliseconds = 10_000;
const mostMegabytes = 512;

/**
 * Expands a template with cfn-include, in a process that reaches no network, no file outside of the root and no other
 * environment variable. What comes from an included file stands there. A template that asks for what is refused is left
 * without a root, with a problem at its line.
 */
export async function expandIncludes(document: Document, options: ExpandOptions): Promise<Document> {
  const { file, problems } = document;
  const refused = (problem: Problem): Document => {
    const { root, ...rest } = document;
    return { ...rest, problems: [...problems, problem] };
  };
  const limits = { root: realpathSync(options.root), environment: options.environment };
  const answer = await ask({ template: { name: options.absolute, text: file.text }, limits });
  if (answer.kind === 'missing') {
    const message =
      'the template is written for cfn-include, which is not installed (npm install cfn-include)';
    return refused({ file: file.path, message, code: 'refused-include' });
  }
  if (answer.kind === 'refused') {
    const { message, at } = answer;
    const code = 'refused-include';
    if (at === undefined) return refused({ file: file.path, message, code });
    if (at.file === options.absolute)
      return refused({ file: file.path, range: file.rangeOf(at.span), message, code });
    const asking = new SourceFile(options.nameOf(at.file), at.text);
    const included = `${message} (included by ${file.path})`;
    const problem = { file: asking.path, range: asking.rangeOf(at.span), message: included, code } as const;
    return { ...refused(problem), included: [asking] };
  }
  const files = answer.files.map(({ name, text }, index): TaggedFile => {
    const source = index === 0 ? file : new SourceFile(options.nameOf(name), text);
    const { root } = parseIncluded(source);
    return { file: source, maps: root === undefined ? [] : tagged(root, index).maps };
  });
  const [template = { file, maps: [] }, ...others] = files;
  const included = others.map((other) => other.file);
  return { ...document, root: untagged(answer.value, [template, ...others]), included };
}

function ask(question: Question): Promise<Answer> {
  // From dist/chunks/, as from src/include/, the package is two folders up.
  const program = fileURLToPath(new URL('../../dist/include-worker.js', import.meta.url));
  const child = fork(program, {
    env: {},
    execArgv: [`--max-old-space-size=${String(mostMegabytes)}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const failed = (message: string): Answer => ({ kind: 'refused', message, at: undefined });
  return new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => {
      resolve(failed('expanding it with cfn-include takes too long'));
    }, mostMilliseconds);
    child.once('message', (answer) => {
      clearTimeout(timer);
      // Our own program is the only one that answers.
      resolve(answer as Answer);
    });
    for (const event of ['error', 'exit'])
      child.once(event, () => {
        clearTimeout(timer);
        resolve(failed('expanding it with cfn-include takes too much'));
      });
    child.send(question);
  }).finally(() => child.kill('SIGKILL'));
}

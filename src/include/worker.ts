import path from 'node:path';
import { SourceFile } from '../text/source-file.js';
import { loadCfnInclude } from './cfn-include.js';
import { parseIncluded } from './parse-included.js';
import type { Answer, Question } from './protocol.js';
import { Refusal, Sandbox } from './sandbox.js';
import { tagged } from './tagged.js';

// A process of its own: what takes too long or too much can be ended, and what a template does to shared objects ends with it.

/** Expands one template. */
async function answer({ template, limits }: Question): Promise<Answer> {
  const sandbox = new Sandbox(limits);
  const files: { readonly name: string; readonly text: string }[] = [];
  /** Files by their texts: cfn-include's parser is not told what it parses. */
  const byText = new Map<string, string>();
  const texts = new Map<string, string>();

  /** Parses and inspects a file, and tags its maps. */
  function parse(text: string, name: string): unknown {
    const source = new SourceFile(name, text);
    texts.set(name, text);
    const document = parseIncluded(source);
    if (document.root === undefined)
      throw new Refusal('the included file is malformed', { file: name, span: { start: 0, end: 0 } });
    sandbox.inspect(document.root, name);
    const index = files.push({ name, text }) - 1;
    return tagged(document.root, index).value;
  }

  try {
    const expand = loadCfnInclude({
      read(file) {
        const text = sandbox.read(file);
        byText.set(text, file);
        return text;
      },
      variable: (name) => sandbox.variable(name),
      parse: (text) => parse(text, byText.get(text) ?? template.name),
      refuse() {
        throw new Refusal('only a file of the workspace is included, by a path that is relative');
      },
    });
    const start = parse(template.text, template.name);
    const value = await expand({ template: start, url: `file://${template.name.split(path.sep).join('/')}` });
    return { kind: 'expanded', value, files };
  } catch (error) {
    if (error instanceof Refusal) {
      const at = error.at ?? sandbox.suspect;
      return {
        kind: 'refused',
        message: error.message,
        at: at && { ...at, text: texts.get(at.file) ?? '' },
      };
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'MODULE_NOT_FOUND') return { kind: 'missing' };
    // The message may repeat what a file holds.
    return { kind: 'refused', message: 'cfn-include cannot expand it', at: undefined };
  }
}

process.once('message', (question) => {
  // Our own program is the only one that asks.
  void answer(question as Question).then((answered) => process.send?.(answered));
});

import { expect } from 'chai';
import path from 'node:path';
import { readTemplateFile } from '../../src/engine/read.js';
import { temporaryFolder } from '../temporary-folder.js';

describe('readTemplateFile', () => {
  const template = "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n";

  async function codesOf(text: string, named: boolean): Promise<(string | undefined)[]> {
    const folder = temporaryFolder({ 'a.yaml': Buffer.from(text, 'utf16le') });
    const reading = await readTemplateFile(path.join(folder, 'a.yaml'), 'a.yaml', named);
    return (reading.document?.problems ?? []).map(({ code }) => code);
  }

  it('refuses a template in UTF-16, as PowerShell writes it, with or without a mark', async () => {
    for (const named of [true, false])
      for (const text of [template, `\ufeff${template}`])
        expect(await codesOf(text, named)).to.deep.equal(['unreadable-file']);
  });

  it('passes over other files in UTF-16, unless they are named', async () => {
    expect(await codesOf('\ufeffa: 1\n', false)).to.deep.equal([]);
    expect(await codesOf('a: 1\n', true)).to.deep.equal(['unreadable-file']);
  });
});

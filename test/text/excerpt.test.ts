import { expect } from 'chai';
import { excerpt } from '../../src/text/excerpt.js';
import { SourceFile } from '../../src/text/source-file.js';

/** The excerpt of a text whose range is marked with « and ». */
function excerptOf(marked: string): { line: string; carets: string } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const file = new SourceFile('t.yaml', marked.replace(/[«»]/g, ''));
  const { line, carets } = excerpt(file, file.rangeOf({ start, end }));
  return { line, carets };
}

describe('excerpt', () => {
  it('marks the range', () => {
    expect(excerptOf('a: 1\nb: «true»\n')).to.deep.equal({ line: 'b: true', carets: '   ^^^^' });
  });

  it('repeats tabs in the line of carets', () => {
    expect(excerptOf('\tb:\t«true»')).to.deep.equal({ line: '\tb:\ttrue', carets: '\t  \t^^^^' });
  });

  it('marks a range over several lines to the end of its first line', () => {
    expect(excerptOf('b: «{\n  c: 1 }»')).to.deep.equal({ line: 'b: {', carets: '   ^' });
    expect(excerptOf('b: «[ 1,  \r\n 2 ]»')).to.deep.equal({ line: 'b: [ 1,  ', carets: '   ^^^^' });
  });

  it('marks an empty range with one caret', () => {
    expect(excerptOf('b:«»')).to.deep.equal({ line: 'b:', carets: '  ^' });
  });

  it('counts the columns that a terminal gives to a character', () => {
    expect(excerptOf('🚨: «x»')).to.deep.equal({ line: '🚨: x', carets: '    ^' });
    expect(excerptOf('title: «障害 장애»')).to.deep.equal({
      line: 'title: 障害 장애',
      carets: '       ^^^^^^^^^',
    });
    expect(excerptOf('𝒂: «é»')).to.deep.equal({ line: '𝒂: é', carets: '   ^' });
  });

  it('masks addresses without moving columns', () => {
    const { line, carets } = excerptOf('[ alice@corp.example, «b» ]');
    expect(line).to.equal('[ ••••••••••••••••••, b ]');
    expect(carets.indexOf('^')).to.equal(line.indexOf('b'));
  });

  it('cuts a long line to the part around the range', () => {
    const { line, carets } = excerptOf(`{${'"a":1,'.repeat(5000)}"b":«"bad"»${',"a":1'.repeat(5000)}}`);
    expect(line.length).to.equal(122);
    expect(line).to.match(/^….*…$/);
    expect(line.slice(carets.indexOf('^'), carets.length)).to.equal('"bad"');
  });

  it('masks an address that the cut would halve', () => {
    const { line } = excerptOf(
      `${'x '.repeat(500)}${'alice'.repeat(10)}@corp.example  «b»${' x'.repeat(500)}`,
    );
    expect(line).not.to.include('alice');
    expect(line).not.to.include('corp');
  });

  it('lets no control character of a template through', () => {
    const { line } = excerptOf('a: "\u001b[31mred\u0007\u009b2J\u202e"«b»');
    expect(line).to.equal('a: "␛[31mred␇\ufffd2J\ufffd"b');
  });
});

/** A file of more outputs than this is not taken apart. */
const most = 2_000;

/**
 * The outputs in a file that several commands wrote one after the other (`>> channels.json`), each as a text in which it
 * stands in its own line and column. Any other text comes back as it is.
 */
export function outputsIn(text: string): string[] {
  const outputs: string[] = [];
  let [depth, start, line, lineStart] = [0, 0, 0, 0];
  let prefix = '';
  for (let offset = 0; offset < text.length; offset += 1) {
    const sign = text[offset];
    if (sign === '\n') [line, lineStart] = [line + 1, offset + 1];
    else if (sign === '"') offset = endOfString(text, offset);
    else if (sign === '{' || sign === '[') {
      if (depth === 0) [start, prefix] = [offset, '\n'.repeat(line) + ' '.repeat(offset - lineStart)];
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) outputs.push(prefix + text.slice(start, offset + 1));
    } else if (depth === 0 && !/\s/.test(sign ?? '')) return [text];
    if (depth < 0 || outputs.length > most) return [text];
  }
  return depth === 0 && outputs.length > 1 ? outputs : [text];
}

function endOfString(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    if (text[offset] === '\\') offset += 1;
    else if (text[offset] === '"') return offset;
  }
  return text.length;
}

/**
 * Characters that drive a terminal or hide text: C0 and C1 controls, line separators, zero-width and bidirectional
 * controls (Unicode TR36, "Trojan Source"), and lone surrogates.
 */
const unprintable =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/** The text on one line and without effect on a terminal: each such character becomes one visible sign. */
export function printable(text: string): string {
  return text.replace(unprintable, visible);
}

/** C0 controls have pictures in Unicode: `␛` stands for escape, `␊` for a line feed. */
function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** Wraps a text in terminal colours, or leaves it as it is. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Colours by their ANSI codes (ECMA-48, SGR); without colour every text stays as it is. */
export function paint(color: boolean): Paint {
  const wrap = (open: number, close: number) => (text: string) =>
    color && text !== '' ? `\u001b[${String(open)}m${text}\u001b[${String(close)}m` : text;
  return {
    error: wrap(31, 39),
    warning: wrap(33, 39),
    info: wrap(36, 39),
    good: wrap(32, 39),
    strong: wrap(1, 22),
    dim: wrap(2, 22),
  };
}

/** Patterns with more steps than this, counted as one pattern's length times the other's, are not compared. */
const mostSteps = 4_000_000;

/** Whether a text has a wildcard of IAM: `*` for any characters, `?` for one. */
export function isGlob(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Whether a glob matches the whole of a text. Case counts: lower both for actions. */
export function globMatches(glob: string, text: string): boolean {
  return matcherOf(glob)(text);
}

/**
 * As `globMatches`, for a glob that many texts are compared with. The time of a comparison is bounded by the product
 * of the text's length and the glob's, and a glob of more literal characters than the text has fails at once.
 */
export function matcherOf(glob: string): (text: string) => boolean {
  const pattern = canonical(glob);
  const needed = pattern.length - (pattern.split('*').length - 1);
  return (text) => needed <= text.length && matches(pattern, text, (one) => one !== undefined);
}

/** Whether every text that the inner glob matches is matched by the outer one. Never true by mistake. */
export function globCovers(outer: string, inner: string): boolean {
  const [wide, narrow] = [canonical(outer), canonical(inner)];
  if (!isGlob(wide)) return wide === narrow;
  // A `?` of the outer glob stands for one character, which a `*` of the inner one is not.
  return (
    wide.length * narrow.length <= mostSteps &&
    matches(wide, narrow, (one) => one !== undefined && one !== '*')
  );
}

/** Whether some text is matched by both globs; true when they are too long to compare. */
export function globsMeet(left: string, right: string): boolean {
  const [a, b] = [canonical(left).split(''), canonical(right).split('')];
  if (a.length * b.length > mostSteps) return true;
  // reached[j]: what is read of `a`, and the first j signs of `b`, can stand for the same text.
  let reached: boolean[] = [true];
  for (const other of b) reached.push(other === '*' && reached.at(-1) === true);
  for (const sign of a) {
    const next: boolean[] = [sign === '*' && reached[0] === true];
    for (const [j, other] of b.entries()) {
      const isStar = sign === '*' || other === '*';
      const both = reached[j] === true && (isStar || meets(sign, other));
      next.push(both || (isStar && (reached[j + 1] === true || next[j] === true)));
    }
    reached = next;
  }
  return reached[b.length] === true;
}

function meets(sign: string, other: string): boolean {
  return sign === other || sign === '?' || other === '?';
}

/** Matches greedily, going back to the last `*` only, which is enough for globs. */
function matches(pattern: string, text: string, takes: (character: string | undefined) => boolean): boolean {
  let [at, from, star, resume] = [0, 0, -1, 0];
  while (from < text.length) {
    const sign = pattern[at];
    if (sign === '*') [star, resume, at] = [at, from, at + 1];
    else if (sign !== undefined && (sign === text[from] || (sign === '?' && takes(text[from]))))
      [at, from] = [at + 1, from + 1];
    else if (star >= 0) [at, resume, from] = [star + 1, resume + 1, resume + 1];
    else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** The same glob with each run of wildcards written as its `?` and then at most one `*`. */
function canonical(glob: string): string {
  if (!glob.includes('**') && !glob.includes('*?')) return glob;
  return glob.replace(/[*?]{2,}/g, (run) => {
    const ones = run.replaceAll('*', '');
    return ones.length === run.length ? run : `${ones}*`;
  });
}

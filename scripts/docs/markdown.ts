/** A fenced block, or the text between two of them; both without their last line break. */
export type Segment =
  | { readonly kind: 'fence'; readonly info: string; readonly body: string }
  | { readonly kind: 'text'; readonly text: string };

/** Splits Markdown at its fenced blocks; `joinSegments` gives the same text again. */
export function splitSegments(markdown: string): Segment[] {
  const segments: Segment[] = [];
  let lines: string[] = [];
  let info: string | undefined;
  const endText = (): void => {
    if (lines.length > 0) segments.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    if (info === undefined && line.startsWith('```')) {
      endText();
      info = line.slice(3).trim();
    } else if (info !== undefined && line === '```') {
      segments.push({ kind: 'fence', info, body: lines.join('\n') });
      lines = [];
      info = undefined;
    } else lines.push(line);
  }
  if (info !== undefined) throw new Error(`the block "${info}" has no end`);
  endText();
  return segments;
}

export function joinSegments(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment.kind === 'text' ? segment.text : fence(segment.info, segment.body)))
    .join('\n');
}

function fence(info: string, body: string): string {
  return `\`\`\`${info}\n${body === '' ? '' : `${body}\n`}\`\`\``;
}

/** What stands under each heading of the second level, by its title, in order. */
export function sectionsOf(markdown: string): Map<string, string> {
  const sections = new Map<string, string>();
  let title: string | undefined;
  for (const segment of splitSegments(markdown)) {
    for (const line of segment.kind === 'text' ? segment.text.split('\n') : [joinSegments([segment])]) {
      if (segment.kind === 'text' && line.startsWith('## ')) {
        title = line.slice(3).trim();
        if (sections.has(title)) throw new Error(`there are two sections "${title}"`);
        sections.set(title, '');
      } else if (title !== undefined) sections.set(title, `${sections.get(title) ?? ''}${line}\n`);
    }
  }
  return sections;
}

/** Sets what stands between `<!-- name -->` and `<!-- /name -->`; undefined where the text has no such pair. */
export function setBetween(markdown: string, name: string, content: string): string | undefined {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = markdown.indexOf(start);
  const to = markdown.indexOf(end, from);
  if (from === -1 || to === -1) return undefined;
  return `${markdown.slice(0, from + start.length)}\n\n${content}\n\n${markdown.slice(to)}`;
}

import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { doors, sample, type Seen } from './doors.js';

/** The page with the table. */
export const page = path.join(path.dirname(sample), 'doors.md');

/** The page that tells what is found in the sample through each door. */
export async function pageOf(seen: Seen): Promise<string> {
  const left = new Map(doors.map((door) => [door, [...seen[door]]]));
  const [first] = doors;
  const lines = seen[first].map((row) => {
    const marks = doors.map((door) => {
      const own = left.get(door) ?? [];
      const at = own.indexOf(row);
      if (at >= 0) own.splice(at, 1);
      return at >= 0 ? '✓' : '–';
    });
    const [line, rule] = row.split(' ');
    return `| ${[line, rule, ...marks].join(' | ')} |`;
  });
  const text = `# One estate through every door

What is found in [app.ts](app.ts), with the profile \`strict\`, by the line on which the construct begins. It is written by
\`npm run doors\`, and a test holds it. ESLint points at the property at fault inside of the construct, and leaves to the others
what only the whole app can tell.

| line | rule | ${doors.join(' | ')} |
| --- | --- | ${doors.map(() => '---').join(' | ')} |
${lines.join('\n')}
`;
  return format(text, { ...(await resolveConfig(page)), filepath: page });
}

import { createTwoFilesPatch } from 'diff';
import type { FixedFile } from './fix-rounds.js';

/** Files before and after as a unified diff, which `git apply` takes. */
export function unifiedDiff(files: readonly FixedFile[]): string {
  return files
    .map(({ name, before, after }) =>
      createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after).replace(/^=+\n/, ''),
    )
    .join('');
}

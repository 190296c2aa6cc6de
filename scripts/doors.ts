import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lookThroughDoors } from '../test/doors/doors.js';
import { page, pageOf } from '../test/doors/table.js';

/** `npm run doors` writes what is found in one CDK app through every door, as it is built. */
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'incident-lint-doors-')));
try {
  writeFileSync(page, await pageOf(await lookThroughDoors(folder)));
} finally {
  rmSync(folder, { recursive: true });
}

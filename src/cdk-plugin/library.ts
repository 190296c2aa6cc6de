import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isOlder, readVersion } from '../value/version.js';

/** The first aws-cdk-lib that calls plugins, by `policyValidationBeta1` (aws-cdk-lib, core/lib/app.d.ts of 2.70.0 and 2.71.0). */
const firstWithPlugins = '2.71.0';

/**
 * The version of the aws-cdk-lib that a folder's programs load, where it is one that never calls a plugin: it takes the
 * option for plugins as any other that it does not know, and says nothing. Undefined for a later one, and for none.
 */
export function versionWithoutPlugins(folder: string): string | undefined {
  try {
    const file = createRequire(path.join(folder, 'app.js')).resolve('aws-cdk-lib/package.json');
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown };
    const [own, first] = [readVersion(String(version)), readVersion(firstWithPlugins)];
    return own !== undefined && first !== undefined && isOlder(own, first) ? String(version) : undefined;
  } catch {
    return undefined;
  }
}

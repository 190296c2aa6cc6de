import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { bundleOptions, dist, packageOf, root } from './bundle.js';

// What is published: the bundles, their packages' licences, and the library's types.

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build(bundleOptions);
chmodSync(`${dist}/incident-lint.js`, 0o755);

const packages = new Set(Object.keys(metafile.inputs).flatMap((file) => packageOf(file) ?? []));
writeFileSync(`${dist}/LICENSES.txt`, [...packages].sort().map(licenceOf).join('\n\n'));

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });

/** The notice that a bundled package's licence asks to be kept. */
function licenceOf(folder: string): string {
  const name = folder.replace(/^.*node_modules\//, '');
  const file = readdirSync(`${root}${folder}`).find((candidate) => /^licen[cs]e(?:\.|$)/i.test(candidate));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `${name}\n\n${readFileSync(`${root}${folder}/${file}`, 'utf8').trim()}\n`;
}

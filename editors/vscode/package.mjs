import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

// Packs the extension as incident-lint.vsix, with the server as it is built in the repository. Nothing is published.

const here = import.meta.dirname;
const root = path.join(here, '../..');
const server = path.join(here, 'server');

/** Copies what passes the filter, by its base name; folders always do. */
function copy(name, isWanted) {
  cpSync(path.join(root, name), path.join(server, name), {
    recursive: true,
    filter: (file) => statSync(file).isDirectory() || isWanted(path.basename(file)),
  });
}

if (!existsSync(path.join(root, 'dist/incident-lint.js'))) {
  process.stderr.write('The server is not built: run `npm run build` in the root of the repository first.\n');
  process.exit(1);
}
rmSync(server, { recursive: true, force: true });
copy('dist', (name) => /\.(?:js|txt)$/.test(name));
copy('rules', (name) => name === 'rule.md');
// The bundle is written in modules of JavaScript.
writeFileSync(path.join(server, 'package.json'), '{ "type": "module" }\n');
cpSync(path.join(root, 'LICENSE'), path.join(here, 'LICENSE'));

if (!process.argv.includes('--only-server')) {
  const options = { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' };
  execFileSync('npm', ['install', '--omit=dev', '--no-package-lock', '--ignore-scripts'], options);
  execFileSync('npx', ['--yes', '@vscode/vsce@4.1.0', 'package', '--out', 'incident-lint.vsix'], options);
}

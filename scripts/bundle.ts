import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

/** The root of the project, with a final `/`. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the bundles go. */
export const dist = `${root}dist`;

/**
 * How the command and the library are bundled. Packages are bundled too: one file for `yaml` or `fast-glob` starts
 * faster than their sixty to a hundred. Each stays in a chunk of its own, which only its adapter loads.
 */
export const bundleOptions = {
  absWorkingDir: root,
  entryPoints: {
    'incident-lint': 'src/cli/bin.ts',
    index: 'src/index.ts',
    cdk: 'src/cdk-plugin/index.ts',
    eslint: 'src/eslint-plugin/index.ts',
    'include-worker': 'src/include/worker.ts',
  },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The first reads a database of its own from its folder, and only --base loads it. The second has to be the copy
  // of the parser that ESLint's user installs.
  external: ['@aws-cdk/cloudformation-diff', '@typescript-eslint/utils'],
  chunkNames: 'chunks/[name]-[hash]',
  // jsonc-parser's UMD files hide their imports from bundlers.
  mainFields: ['module', 'main'],
  // Names stay, for the stack traces that people send.
  minifyWhitespace: true,
  minifySyntax: true,
  // yaml and fast-glob are CommonJS and require Node's own modules.
  banner: {
    js: "import{createRequire as createBundleRequire}from'node:module';const require=createBundleRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The folder of the package that a bundled file comes from, relative to the root; undefined for our own files. */
export function packageOf(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

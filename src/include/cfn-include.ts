import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';

/** How cfn-include is called: the template is plain data, `url` the place it is read from. */
export type Expand = (options: { readonly template: unknown; readonly url: string }) => Promise<unknown>;

/** What stands in for what cfn-include would reach. */
export interface Surroundings {
  /** In place of `fs.readFile`. */
  readonly read: (file: string) => string;
  /** In place of `process.env`. */
  readonly variable: (name: string) => string | undefined;
  /** In place of its own parser of included files. */
  readonly parse: (text: string) => unknown;
  /** In place of requests to AWS and over the network; it throws. */
  readonly refuse: () => never;
}

/** The packages of cfn-include's that only compute. */
const harmless = ['lodash', 'jmespath', 'deepmerge', 'path-parse', 'path', 'url', 'assert'];

/**
 * Loads cfn-include as it was published, with other surroundings: its modules get this `require` and this `process`, so
 * that a file, a variable or a request is never reached but through them.
 *
 * @throws where the package is not installed.
 */
export function loadCfnInclude(surroundings: Surroundings): Expand {
  const entry = createRequire(import.meta.url).resolve('cfn-include');
  const requireOfPackage = createRequire(entry);
  const folder = path.dirname(entry);
  const environment = new Proxy(Object.create(null) as object, {
    get: (_, name) => (typeof name === 'string' ? surroundings.variable(name) : undefined),
  });
  const substitutes: Readonly<Record<string, unknown>> = {
    fs: {
      readFile(file: string, done: (error: unknown, data?: string) => void) {
        try {
          done(null, surroundings.read(file));
        } catch (error) {
          done(error);
        }
      },
    },
    'aws-sdk-proxy': {
      S3: class {
        getObject = surroundings.refuse;
      },
    },
    './lib/request': surroundings.refuse,
    './lib/include/api': surroundings.refuse,
    './lib/yaml': { load: surroundings.parse },
  };
  const loaded = new Map<string, { exports: unknown }>();

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const names = ['exports', 'require', 'module', 'process'];
    // A module's function, as Node.js itself wraps it; this one gets substitutes.
    const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file }) as (
      ...given: readonly unknown[]
    ) => void;
    run(module.exports, (name: string) => required(name, file), module, { env: environment });
    return module.exports;
  }

  function required(name: string, from: string): unknown {
    if (Object.hasOwn(substitutes, name)) return substitutes[name];
    if (harmless.includes(name)) return requireOfPackage(name) as unknown;
    const file = name.startsWith('.') ? createRequire(from).resolve(name) : '';
    if (file.startsWith(folder + path.sep)) return load(file);
    throw new Error(`cfn-include asks for ${name}, which is unknown to the sandbox`);
  }

  // The package's own entry is a function (its README, "Node.js").
  return load(entry) as Expand;
}

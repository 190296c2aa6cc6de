import { builtinModules } from 'node:module';
import { importsOf, targetOf, type Fault, type Source } from './sources.js';

/** The rooms from the ground up: a room imports from those on the floors below its own, and from itself. */
const floors: readonly (readonly string[])[] = [
  ['text'],
  ['report'],
  ['value'],
  ['parse'],
  ['dialect'],
  ['model'],
  ['iam'],
  ['rule'],
  ['rules'],
  ['config', 'include', 'change', 'evidence', 'format'],
  ['engine'],
  ['index'],
  ['eslint-plugin', 'cdk-plugin', 'lsp'],
  ['cli'],
];

/** Rooms that see less than their floor allows. */
const narrow: Readonly<Record<string, readonly string[]>> = { format: ['text', 'report'], data: [] };

/** The generated tables, and who looks things up in them. */
const readersOfData = ['model', 'iam'];

/** Rooms that run anywhere: no package, no module of Node. */
const pure = ['text', 'value', 'model', 'iam', 'rule', 'rules'];

/** The room of a file: a folder of src, `rules`, or `index` for the library's own entry. */
export function roomOf(file: string): string | undefined {
  if (file.startsWith('rules/')) return 'rules';
  if (file === 'src/index.ts') return 'index';
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

/** Imports that go up or across. A rule's cases belong to the tests; the version stands in package.json. */
export function arrowFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => !path.endsWith('/cases.ts'))
    .flatMap((source) => {
      const from = roomOf(source.path);
      if (from === undefined || (floorOf(from) === -1 && !(from in narrow)))
        return [`${source.path}: it is in no room`];
      return importsOf(source).flatMap((specifier) => {
        const target = targetOf(source, specifier);
        if (target === undefined || (from === 'engine' && target === 'package.json')) return [];
        const to = roomOf(target);
        if (to === undefined || !mayImport(from, to)) return [`${source.path}: ${from} imports ${target}`];
        return isOtherRule(source.path, target) ? [`${source.path}: a rule imports ${target}`] : [];
      });
    });
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (to === 'data') return readersOfData.includes(from);
  return (narrow[from] ?? floors.slice(0, Math.max(0, floorOf(from))).flat()).includes(to);
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** A rule stands alone: what two rules share belongs below them. */
function isOtherRule(file: string, target: string): boolean {
  return file.endsWith('/rule.ts') && target.startsWith('rules/');
}

/** Packages and modules of Node that are imported by a pure room. */
export function purityFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => pure.includes(roomOf(path) ?? '') && !path.endsWith('/cases.ts'))
    .flatMap((source) =>
      importsOf(source)
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) => `${source.path}: a pure room imports ${specifier}`),
    );
}

/** Packages that more than one file imports: each has one adapter. */
export function adapterFaults(sources: readonly Source[]): Fault[] {
  const importers = new Map<string, Set<string>>();
  for (const source of sources)
    for (const specifier of importsOf(source)) {
      const name = packageOf(specifier);
      if (name !== undefined) importers.set(name, (importers.get(name) ?? new Set()).add(source.path));
    }
  return [...importers]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => `${[...files].join(', ')}: more than one file imports ${name}`);
}

function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:') || builtinModules.includes(specifier))
    return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

import path from 'node:path';
import type { Document } from '../../../parse/document.js';
import type { MapNode, Node } from '../../../parse/node.js';
import type { Path } from '../../../text/place.js';
import type { SourceFile, Span } from '../../../text/source-file.js';

/** An argument or a nested block as it was written. */
export interface Argument {
  readonly node: Node;
  readonly keySpan: Span;
  readonly file: SourceFile;
  readonly path: Path;
}

/** A block of a configuration, with what override files put in place of its arguments. */
export interface Block {
  /** From the outermost: a type and a name, or a name. */
  readonly labels: readonly string[];
  readonly file: SourceFile;
  /** The last label, or the type of a block without one. */
  readonly keySpan: Span;
  readonly path: Path;
  readonly arguments: Map<string, Argument>;
}

/** How many labels the blocks of each type have. */
export const labelCounts = {
  resource: 2,
  data: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
} as const;
type BlockType = keyof typeof labelCounts;

/** The files of one folder: what Terraform takes together as a module. */
export class Folder {
  /** By their labels, joined with `.`. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly data: ReadonlyMap<string, Block>;
  readonly modules: ReadonlyMap<string, Block>;
  readonly variables: ReadonlyMap<string, Block>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly providers: readonly Block[];
  readonly locals: ReadonlyMap<string, Argument>;
  /** The values that files of variables give, such as `terraform.tfvars`. */
  readonly values: ReadonlyMap<string, Argument>;
  /** The first file, which stands for the folder. */
  readonly file: SourceFile;

  /** @param documents at least one, in the order of their names. */
  constructor(
    readonly name: string,
    documents: readonly [Document, ...Document[]],
  ) {
    this.file = documents[0].file;
    const values = documents.filter(({ file }) => isVariablesFile(file.path)).toSorted(byPrecedence);
    const files = documents.filter(({ file }) => !isVariablesFile(file.path));
    const plain = files.filter(({ file }) => !isOverride(file.path));
    const overriding = files.filter(({ file }) => isOverride(file.path));
    const merged = (type: BlockType): Map<string, Block> => {
      const blocks = new Map<string, Block>();
      for (const block of plain.flatMap((document) => blocksIn(document, type)))
        blocks.set(block.labels.join('.'), block);
      for (const block of overriding.flatMap((document) => blocksIn(document, type))) override(blocks, block);
      return blocks;
    };
    this.resources = merged('resource');
    this.data = merged('data');
    this.modules = merged('module');
    this.variables = merged('variable');
    this.outputs = merged('output');
    this.providers = [...plain, ...overriding].flatMap((document) => blocksIn(document, 'provider'));
    this.locals = new Map(
      [...plain, ...overriding]
        .flatMap((document) => blocksIn(document, 'locals'))
        .flatMap((block) => [...block.arguments]),
    );
    this.values = new Map(
      values.flatMap((document) => [...argumentsOf(document.root, document.file, undefined)]),
    );
  }
}

/** Whether a file gives values to variables. */
export function isVariablesFile(name: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(name);
}

/** Terraform reads these last, and merges them into what the other files declare ("Override Files"). */
function isOverride(name: string): boolean {
  return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

/** `terraform.tfvars` before its JSON form before `*.auto.tfvars`; the last one counts ("Variable Definition Precedence"). */
function byPrecedence(left: Document, right: Document): number {
  const rank = ({ file }: Document): number => {
    const base = path.posix.basename(file.path);
    return base === 'terraform.tfvars' ? 0 : base === 'terraform.tfvars.json' ? 1 : 2;
  };
  return rank(left) - rank(right);
}

function override(blocks: Map<string, Block>, block: Block): void {
  const key = block.labels.join('.');
  const base = blocks.get(key);
  if (base === undefined) blocks.set(key, block);
  else for (const [name, argument] of block.arguments) base.arguments.set(name, argument);
}

function blocksIn({ root, file }: Document, type: BlockType): Block[] {
  if (root?.kind !== 'map') return [];
  const entry = root.entries.find(({ key }) => key === type);
  if (entry === undefined) return [];
  const at: Path = { parent: undefined, key: type };
  return labelled(entry.value, labelCounts[type], { labels: [], file, keySpan: entry.keySpan, path: at });
}

/** The blocks of a node: a map for each label that is left, and maps, or lists of maps, at any level. */
function labelled(node: Node, left: number, so: Omit<Block, 'arguments'>): Block[] {
  if (node.kind === 'list')
    return node.items.flatMap((item, index) =>
      labelled(item, left, { ...so, path: { parent: so.path, key: index } }),
    );
  if (node.kind !== 'map') return [];
  if (left === 0) return [{ ...so, arguments: argumentsOf(node, so.file, so.path) }];
  return node.entries.flatMap(({ key, keySpan, value }) =>
    key === '//'
      ? []
      : labelled(value, left - 1, {
          ...so,
          labels: [...so.labels, key],
          keySpan,
          path: { parent: so.path, key },
        }),
  );
}

function argumentsOf(
  node: Node | undefined,
  file: SourceFile,
  parent: Path | undefined,
): Map<string, Argument> {
  const entries: MapNode['entries'] = node?.kind === 'map' ? node.entries : [];
  return new Map(
    entries
      .filter(({ key }) => key !== '//')
      .map(({ key, keySpan, value }) => [key, { node: value, keySpan, file, path: { parent, key } }]),
  );
}

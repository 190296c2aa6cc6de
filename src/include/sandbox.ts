import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Node } from '../parse/node.js';
import type { Span } from '../text/source-file.js';
import { isDirective } from './directives.js';

/** What an expansion may use. */
export interface Limits {
  /** The folder that no include leaves; absolute, without links in it. */
  readonly root: string;
  /** The environment variables that the configuration allows, with their values. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Why an expansion ended; a template that asks for this much, or for this, is not read. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** Where it is asked for, if that is known. */
    readonly at?: { readonly file: string; readonly span: Span },
  ) {
    super(message);
  }
}

/** So many files, and so many bytes, one template includes. */
const mostFiles = 1_000;
const mostBytes = 20 * 1024 * 1024;

/** All that an expansion reaches of the machine: files inside of one folder, and the variables that are allowed. */
export class Sandbox {
  #files = 0;
  #bytes = 0;
  #first: Refusal['at'];
  #openEnded: Refusal['at'];

  constructor(private readonly limits: Limits) {}

  /** Reads a file inside of the root. */
  read(file: string): string {
    const real = this.inside(file);
    const stats = statSync(real);
    if (!stats.isFile()) throw new Refusal('what is included is no file');
    this.#files += 1;
    this.#bytes += stats.size;
    if (this.#files > mostFiles || this.#bytes > mostBytes)
      throw new Refusal('more is included than is followed (1,000 files, 20 MB)');
    return readFileSync(real, 'utf8');
  }

  /** An environment variable that the configuration allows. */
  variable(name: string): string | undefined {
    if (Object.hasOwn(this.limits.environment, name)) return this.limits.environment[name];
    throw new Refusal(
      'the environment variable is not among those that include.env of the configuration allows',
    );
  }

  /**
   * Where that was probably asked for which is refused only in the course of the expansion: the first directive whose
   * location or name is put together then, or else the first one of all.
   */
  get suspect(): Refusal['at'] {
    return this.#openEnded ?? this.#first;
  }

  /**
   * Looks for what is refused before anything is done, where it can be told with its place. What is only put together
   * in the course of the expansion is refused then.
   */
  inspect(node: Node, file: string): void {
    if (node.kind === 'list') for (const item of node.items) this.inspect(item, file);
    if (node.tag !== undefined && isDirective(node.tag)) this.#first ??= { file, span: node.span };
    if (node.tag === '!Include') this.checkInclude(node, file);
    if (node.tag === '!GetEnv') this.checkVariable(node, file);
    if (node.kind !== 'map') return;
    for (const { key, keySpan, value } of node.entries) {
      if (isDirective(key)) this.#first ??= { file, span: keySpan };
      if (key === 'Fn::Include') this.checkInclude(value, file);
      if (key === 'Fn::GetEnv') this.checkVariable(value, file);
      this.inspect(value, file);
    }
  }

  private checkInclude(node: Node, file: string): void {
    const fields = node.kind === 'map' ? node.entries : [];
    const isApi = fields.some(
      ({ key, value }) => key === 'type' && value.kind === 'scalar' && value.text === 'api',
    );
    const location = node.kind === 'map' ? fields.find(({ key }) => key === 'location')?.value : node;
    const at = { file, span: node.span };
    if (isApi) throw new Refusal('the include calls an API of AWS, and nothing is called', at);
    if (location?.kind !== 'scalar') {
      this.#openEnded ??= at;
      return;
    }
    const { text } = location;
    if (/^(?:[a-z0-9]+:)?\/\//i.test(text) || path.isAbsolute(text) || text.includes('\0'))
      throw new Refusal('only a file of the workspace is included, by a path that is relative', at);
    // A placeholder is filled in later, and the file is looked at when it is read.
    if (/[$_]/.test(text)) this.#openEnded ??= at;
    else this.inside(path.resolve(path.dirname(file), text), at);
  }

  private checkVariable(node: Node, file: string): void {
    const name = node.kind === 'list' ? node.items[0] : node;
    if (name?.kind !== 'scalar' || Object.hasOwn(this.limits.environment, name.text)) return;
    throw new Refusal(
      'the environment variable is not among those that include.env of the configuration allows',
      {
        file,
        span: node.span,
      },
    );
  }

  private inside(file: string, at?: Refusal['at']): string {
    let real: string;
    try {
      real = realpathSync(file);
    } catch {
      // The reason would tell what exists outside of the workspace.
      if (isWithin(this.limits.root, file)) throw new Refusal('the included file does not exist', at);
      throw new Refusal('the included file lies outside of the workspace', at);
    }
    // Checkouts in pipelines keep tokens in Git's own configuration.
    if (path.relative(this.limits.root, real).toLowerCase().split(path.sep).includes('.git'))
      throw new Refusal('the included file belongs to Git', at);
    if (isWithin(this.limits.root, real)) return real;
    throw new Refusal('the included file lies outside of the workspace', at);
  }
}

function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

import type { AssemblyTemplate } from '../parse/assembly-template.js';
import type { Problem } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import type { Doubt } from '../value/tri.js';
import type { Settled, Value } from '../value/value.js';
import type { Resource } from './resource.js';
import type { Suppression } from './suppression.js';
import type { Moves } from './terraform/moves.js';
import type { ToolVersion } from './tool-version.js';

/** What a document declares, whatever its dialect. */
export interface Template {
  readonly file: SourceFile;
  readonly resources: readonly Resource[];
  /** What the author wants to be silent. */
  readonly suppressions: readonly Suppression[];
  /** Why parts of the document could not be read. */
  readonly problems: readonly Problem[];
  /** Whether it says what exists in the account, and not what is to be deployed. */
  readonly isEvidence?: true;
  /** Whether it is a plan of Terraform's: what a configuration comes to. */
  readonly isPlan?: true;
  /** Whether it is part of a configuration of Terraform's. */
  readonly isConfiguration?: true;
  /** What it gives to whoever imports from it or reads its outputs; evaluated when asked for. */
  readonly outputs?: () => readonly Value[];
  /** What it gives to modules and nested stacks that are not among the documents; evaluated when asked for. */
  readonly handed?: () => readonly Value[];
  /** Whether nothing of the document could be read. */
  readonly isUnread: boolean;
  /** Why the document may declare more resources than these. */
  readonly isOpen?: Doubt | undefined;
  /** Why more may be declared elsewhere: a module or a nested stack that is not among the documents. */
  readonly calls?: Doubt | undefined;
  /** What the cloud assembly of a CDK app says about the template. */
  readonly assembly?: AssemblyTemplate;
  /** The version of CDK that wrote it, where the assembly or the template tells. */
  readonly cdkVersion?: string;
  /** What a configuration of Terraform's says of addresses that changed. */
  readonly moves?: Moves;
  /** The tools of Terraform's that it names. */
  readonly tools?: readonly ToolVersion[];
}

/** The name of an export. Before a suffix a stack's name may stand that only deployment knows. */
export interface ExportKey {
  /** As users read it, with gaps as `${…}`. */
  readonly text: string;
  /** The literal end of the name after its last gap; undefined where the whole name is literal. */
  readonly suffix: string | undefined;
}

/** Reads a name; undefined where no literal part of it is known. */
export function exportKey(name: Settled): ExportKey | undefined {
  if (name.kind === 'text') return { text: name.text, suffix: undefined };
  if (name.kind !== 'partial') return undefined;
  const last = name.parts.at(-1);
  if (typeof last !== 'string') return undefined;
  return {
    text: name.parts.map((part) => (typeof part === 'string' ? part : `\${${part.what}}`)).join(''),
    suffix: last,
  };
}

/** A value that a document exports. */
interface Exported {
  readonly evaluate: () => Value;
  /** What the assembly of the exporting template says about it. */
  readonly origin: AssemblyTemplate | undefined;
}

/**
 * The exports of all documents of a workspace: filled while they are read, asked when values are evaluated.
 * `${AWS::StackName}-Topic` is matched by its end, when only one export ends so.
 */
export class ExportTable {
  readonly #literal = new Map<string, Exported[]>();
  readonly #bySuffix: (Exported & { readonly suffix: string })[] = [];

  /** @param evaluate is called once at the most, when the value is first asked for. */
  define(key: ExportKey, evaluate: () => Value, origin?: AssemblyTemplate): void {
    let value: Value | undefined;
    const exported = { evaluate: (): Value => (value ??= evaluate()), origin };
    if (key.suffix !== undefined) this.#bySuffix.push({ suffix: key.suffix, ...exported });
    else {
      const known = this.#literal.get(key.text);
      if (known === undefined) this.#literal.set(key.text, [exported]);
      else known.push(exported);
    }
  }

  /**
   * Every value that may be exported under a name; more than one where the workspace holds several deployments.
   *
   * @param importer what its assembly says about the template that imports: an export belongs to an account and a Region.
   */
  lookup(key: ExportKey, importer?: AssemblyTemplate): readonly (() => Value)[] {
    return nearest(this.named(key), importer).map(({ evaluate }) => evaluate);
  }

  private named({ text, suffix }: ExportKey): readonly Exported[] {
    if (suffix === undefined)
      return this.#literal.get(text) ?? this.#bySuffix.filter((entry) => text.endsWith(entry.suffix));
    const literals = [...this.#literal].filter(([name]) => name.endsWith(suffix));
    return [
      ...literals.flatMap(([, exported]) => exported),
      ...this.#bySuffix.filter((entry) => entry.suffix === suffix),
    ];
  }
}

/** What can be imported by a template: the exports of its environment, and among several those of its own app. */
function nearest(found: readonly Exported[], importer: AssemblyTemplate | undefined): readonly Exported[] {
  if (importer === undefined || found.length < 2) return found;
  const { account, region } = importer.environment;
  const reachable = found.filter(
    ({ origin }) => agree(origin?.environment.account, account) && agree(origin?.environment.region, region),
  );
  const own = reachable.filter(({ origin }) => origin?.assembly === importer.assembly);
  return own.length > 0 ? own : reachable;
}

/** Whether two names of an account or a Region may be the same: what is not known contradicts nothing. */
export function agree(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right;
}

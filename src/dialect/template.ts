import type { Problem } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import type { Settled, Value } from '../value/value.js';
import type { Resource } from './resource.js';
import type { Suppression } from './suppression.js';

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
  /** Whether nothing of the document could be read. */
  readonly isUnread: boolean;
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

type Evaluation = () => Value;

/**
 * The exports of all documents of a workspace: filled while they are read, asked when values are evaluated.
 * `${AWS::StackName}-Topic` is matched by its end, when only one export ends so.
 */
export class ExportTable {
  readonly #literal = new Map<string, Evaluation[]>();
  readonly #bySuffix: { readonly suffix: string; readonly evaluation: Evaluation }[] = [];

  /** @param evaluate is called once at the most, when the value is first asked for. */
  define(key: ExportKey, evaluate: Evaluation): void {
    let value: Value | undefined;
    const evaluation = (): Value => (value ??= evaluate());
    if (key.suffix !== undefined) this.#bySuffix.push({ suffix: key.suffix, evaluation });
    else {
      const known = this.#literal.get(key.text);
      if (known === undefined) this.#literal.set(key.text, [evaluation]);
      else known.push(evaluation);
    }
  }

  /** Every value that may be exported under a name; more than one where the workspace holds several deployments. */
  lookup({ text, suffix }: ExportKey): readonly Evaluation[] {
    if (suffix === undefined) {
      const literal = this.#literal.get(text);
      if (literal !== undefined) return literal;
      return this.#bySuffix
        .filter((entry) => text.endsWith(entry.suffix))
        .map(({ evaluation }) => evaluation);
    }
    const literals = [...this.#literal]
      .filter(([name]) => name.endsWith(suffix))
      .flatMap(([, evaluations]) => evaluations);
    const partial = this.#bySuffix
      .filter((entry) => entry.suffix === suffix)
      .map(({ evaluation }) => evaluation);
    return [...literals, ...partial];
  }
}

import type { Problem } from '../report/problem.js';
import type { SourceFile, Span } from '../text/source-file.js';
import type { AssemblyTemplate } from './assembly-template.js';
import type { Node } from './node.js';

/** A comment, from its `#` to the end of its line; HCL's `//` is given as `#`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A parsed text, or why it could not be parsed. A document can have both a root and problems (a repeated key). */
export interface Document {
  readonly file: SourceFile;
  readonly format: 'json' | 'yaml' | 'hcl';
  /** Absent when the text is malformed. */
  readonly root?: Node;
  /** Every key of the text, where the parser tells. */
  readonly keys?: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** The comments that begin with the tool's name; JSON has no comments. */
  readonly comments?: readonly Comment[];
  /** The files that took part in it, where it was put together from several. */
  readonly included?: readonly SourceFile[];
  /** For a template of a CDK app: what the manifest of its cloud assembly says about it. */
  readonly assembly?: AssemblyTemplate;
}

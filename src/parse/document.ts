import type { Problem } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import type { Node } from './node.js';

/** A parsed text, or why it could not be parsed. A document can have both a root and problems (a repeated key). */
export interface Document {
  readonly file: SourceFile;
  readonly format: 'json' | 'yaml';
  /** Absent when the text is malformed. */
  readonly root?: Node;
  readonly problems: readonly Problem[];
}

import type { Document } from '../parse/document.js';
import type { OpenCloudFormation } from './cloudformation/template.js';
import type { Template } from './template.js';

/** A template, and how it is told to others. */
interface Kept {
  readonly template: Template;
  readonly open: OpenCloudFormation;
}

/**
 * What a template's values may come from besides itself: exports, outputs of other stacks, nested stacks. Loops and
 * escapes can spell any of these in pieces.
 */
const links =
  /ImportValue|GetStackOutput|AWS::CloudFormation::Stack\b|AWS::Serverless::Application|Custom::CrossRegionExport|Fn::ForEach|\\[uUx\r\n]/;

/**
 * Keeps templates from one reading of a workspace to the next, where a few of its documents changed. A document never
 * changes: what is edited is another document.
 */
export class TemplateMemory {
  readonly #kept = new WeakMap<Document, Kept>();
  readonly #linked = new WeakMap<Document, boolean>();
  #configuration: { readonly documents: readonly Document[]; readonly templates: Template[] } | undefined;

  /** Whether a template may ask other ones for values. */
  isLinked(document: Document): boolean {
    let isLinked = this.#linked.get(document);
    if (isLinked === undefined) {
      // What an included file says is not looked through.
      isLinked = document.included !== undefined || links.test(document.file.text);
      this.#linked.set(document, isLinked);
    }
    return isLinked;
  }

  template(document: Document): Kept | undefined {
    return this.#kept.get(document);
  }

  keep(document: Document, kept: Kept): void {
    this.#kept.set(document, kept);
  }

  /** The templates of a Terraform configuration, while all of its documents are the same. */
  configuration(documents: readonly Document[]): Template[] | undefined {
    const known = this.#configuration;
    const isSame =
      known?.documents.length === documents.length &&
      documents.every((document, index) => document === known.documents[index]);
    return isSame ? known.templates : undefined;
  }

  keepConfiguration(documents: readonly Document[], templates: Template[]): void {
    this.#configuration = { documents, templates };
  }
}

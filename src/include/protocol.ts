import type { Limits, Refusal } from './sandbox.js';

/** What the process is asked: to expand a template. */
export interface Question {
  /** The absolute name, and the text. */
  readonly template: { readonly name: string; readonly text: string };
  readonly limits: Limits;
}

/** What the process answers. */
export type Answer =
  | {
      readonly kind: 'expanded';
      /** Plain data with tags. */
      readonly value: unknown;
      /** Every file that took part by its number in the tags, with absolute names; the first is the template. */
      readonly files: readonly { readonly name: string; readonly text: string }[];
    }
  | {
      readonly kind: 'refused';
      readonly message: string;
      /** The place, by the absolute name and the text of its file. */
      readonly at: (NonNullable<Refusal['at']> & { readonly text: string }) | undefined;
    }
  /** cfn-include is not installed. */
  | { readonly kind: 'missing' };

import type { Place } from '../text/place.js';

/** The tools of AWS's and HashiCorp's whose age documents show. */
export type Tool = 'aws-cdk' | 'terraform' | 'aws-provider' | 'awscc-provider' | 'cdktf';

/** A tool that made a document, or that reads it. */
export interface ToolVersion {
  readonly tool: Tool;
  /** A version, or with `isConstraint` what Terraform takes for one: `~> 5.0`. */
  readonly text: string;
  readonly isConstraint: boolean;
  /** Left out where the document does not say it itself, but a file beside it does. */
  readonly place?: Place;
}

import type { Construct } from '../report/finding.js';

/** The account and the Region that a stack is deployed to, as far as they are known before deployment. */
export interface Environment {
  readonly account?: string;
  readonly region?: string;
}

/** What a cloud assembly of AWS CDK (`cdk.out`) says about one of its templates. */
export interface AssemblyTemplate {
  /** The outermost folder of the assembly, as reports print it: one app deploys all its stacks. */
  readonly assembly: string;
  /** Left out for a nested stack, which gets its name at deployment. */
  readonly stackName?: string;
  readonly environment: Environment;
  /** The tags that deployment puts on the stack and so on all its resources that take tags. */
  readonly tags: ReadonlyMap<string, string>;
  /** The version of aws-cdk-lib, or of `@aws-cdk/core` for CDK 1. */
  readonly cdkVersion?: string;
  /** The constructs of resources by their logical IDs. */
  readonly constructs: ReadonlyMap<string, Construct>;
  /** The templates of nested stacks, as reports print their names, by the logical IDs of the `AWS::CloudFormation::Stack`. */
  readonly nestedTemplates: ReadonlyMap<string, string>;
}

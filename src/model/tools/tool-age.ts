import type { Tool } from '../../dialect/tool-version.js';
import type { Severity } from '../../report/finding.js';
import type { Tri } from '../../value/tri.js';
import { isOlder, readVersion, takesOnlyOlder, type Version } from '../../value/version.js';
import type { UsedTool } from './tool-versions.js';

/** The oldest versions that a user takes, by the configuration's names. */
export interface Minimums {
  readonly awsCdkLib?: string;
  readonly terraform?: string;
  readonly awsProvider?: string;
  readonly awsccProvider?: string;
  readonly awsCli?: string;
  readonly powershell?: string;
}

/** What is to be said of a tool. */
export interface ToolAge {
  readonly verdict: Tri;
  /** The tool with its version, as a subject. */
  readonly tool: string;
  /** What is wrong, as a predicate. */
  readonly fault: string;
  /** Undefined: that of the rule. */
  readonly severity?: Severity;
}

interface ToolFacts {
  readonly name: string;
  /** The name of its minimum; undefined for a tool that has no version that is still kept up. */
  readonly key?: keyof Minimums;
  /** What counts without a minimum of the user's: a hint, as of November 2026. */
  readonly hint: string;
}

const facts: Readonly<Record<Tool, ToolFacts>> = {
  'aws-cdk': { name: 'AWS CDK', key: 'awsCdkLib', hint: '2.200.0' },
  terraform: { name: 'Terraform', key: 'terraform', hint: '1.9.0' },
  'aws-provider': { name: 'Terraform’s aws provider', key: 'awsProvider', hint: '6.0.0' },
  'awscc-provider': { name: 'Terraform’s awscc provider', key: 'awsccProvider', hint: '1.0.0' },
  cdktf: { name: 'CDK for Terraform', hint: '' },
};

/** AWS supports version 1 no more since June 2023 (AWS CDK v1 developer guide). */
const cdkSupported: Version = [2, 0, 0];

/** So much of a version is shown: it may be any text. */
const mostShown = 40;

/** Judges a version by the user's minimum, or by what is old anyway. */
export function ageOf({ tool, text, isConstraint }: UsedTool, minimums: Minimums): ToolAge {
  const { name, key, hint } = facts[tool];
  if (text === undefined) {
    const why = `no file says which version of ${name} made it`;
    return { verdict: { why, settle: 'cdk.out with its tree.json' }, tool: name, fault: '' };
  }
  const shown = text.slice(0, mostShown);
  const subject = isConstraint ? `The constraint "${shown}" of ${name}` : `${name} ${shown}`;
  // HashiCorp archived the project in December 2025 (README of hashicorp/terraform-cdk).
  if (key === undefined) return found(subject, 'belongs to a project that was archived in 2025', 'info');
  const version = readVersion(text);
  if (tool === 'aws-cdk' && version !== undefined && isOlder(version, cdkSupported))
    return found(subject, 'has had no support since 2023', 'error');
  const least = minimums[key] ?? hint;
  const isOld = isBelow(text, isConstraint, readVersion(least) ?? []);
  const why = `"${shown}" is no version of ${name} that can be compared`;
  return {
    verdict: isOld ?? { why, settle: 'a version such as 1.9.0' },
    tool: subject,
    fault: `${isConstraint ? 'takes only versions older' : 'is older'} than ${least}`,
    ...(minimums[key] === undefined && { severity: 'info' as const }),
  };
}

function found(tool: string, fault: string, severity: Severity): ToolAge {
  return { verdict: true, tool, fault, severity };
}

function isBelow(text: string, isConstraint: boolean, minimum: Version): boolean | undefined {
  if (isConstraint) return takesOnlyOlder(text, minimum);
  const version = readVersion(text);
  return version && isOlder(version, minimum);
}

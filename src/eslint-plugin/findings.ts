import path from 'node:path';
import { readCdkSource } from '../dialect/cdk-source/template.js';
import { judge } from '../engine/judge.js';
import { rules, type Finding } from '../index.js';
import { incidentManagerTypes, kinds } from '../model/kinds.js';
import { Workspace } from '../model/workspace.js';
import type { TSESLint } from '../parse/typescript.js';
import { SourceFile } from '../text/source-file.js';
import type { Doubt } from '../value/tri.js';
import { typedTexts } from './typed-texts.js';
import { settingsFor } from './settings.js';

/** Where a file comes from. */
export interface FileContext {
  /** Absolute, or a name for a text without a file. */
  readonly filename: string;
  /** The working folder; absolute. */
  readonly cwd: string;
  readonly sourceCode: TSESLint.SourceCode;
}

/** ESLint shows one file at a time: what it lacks may stand in another one, so that nothing is known to be missing. */
const oneFile: Doubt = {
  why: 'the other files of the app are not looked at',
  settle: 'incident-lint on the synthesised templates',
};

/** The types of all kinds, whose constructs are read. */
const types = new Set([
  ...Object.values(kinds).flatMap(({ cloudformation }) => cloudformation),
  ...incidentManagerTypes,
]);

const judged = new WeakMap<TSESLint.SourceCode, ReadonlyMap<string, readonly Finding[]>>();

/**
 * What one rule finds in a file. The file is read, and all rules run over it, when the first one asks. Throws when a rule
 * fails, which is a fault of ours.
 */
export function findingsOf(ruleId: string, context: FileContext): readonly Finding[] {
  let byRule = judged.get(context.sourceCode);
  if (byRule === undefined) judged.set(context.sourceCode, (byRule = judgeFile(context)));
  return byRule.get(ruleId) ?? [];
}

function judgeFile({ filename, cwd, sourceCode }: FileContext): ReadonlyMap<string, readonly Finding[]> {
  // Without an import of CDK there is no construct; most files end here.
  if (!sourceCode.text.includes('aws-cdk')) return new Map();
  const name = path.relative(cwd, filename).split(path.sep).join('/');
  const file = new SourceFile(name, sourceCode.text);
  const template = readCdkSource(sourceCode, file, types, typedTexts(sourceCode));
  if (template.resources.length === 0) return new Map();
  const { findings, problems } = judge(new Workspace([template], oneFile), {
    rules,
    profile: 'strict',
    levels: new Map(),
    settings: settingsFor(cwd),
    isReported: () => true,
  });
  const failed = problems.find(({ code }) => code === 'internal-error');
  if (failed !== undefined) throw new Error(`incident-lint: ${failed.message}`);
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.ruleId);
    if (same === undefined) byRule.set(finding.ruleId, [finding]);
    else same.push(finding);
  }
  return byRule;
}

import { compareTemplates } from '../../src/change/template-diff.js';
import { lint } from '../../src/engine/lint.js';
import type { Base } from '../../src/engine/options.js';
import { parseHcl } from '../../src/parse/hcl.js';
import { parseJson } from '../../src/parse/json.js';
import { parseYaml } from '../../src/parse/yaml.js';
import type { Document } from '../../src/parse/document.js';
import type { Outcome } from '../../src/report/outcome.js';
import type { RegisteredRule } from '../../src/rule/rule.js';
import type { Settings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';

/** Parses a template that is given as text: HCL by its name, JSON when it starts with `{`, else YAML. */
export function parseText(file: SourceFile): Document {
  if (/\.tf(?:vars)?$/.test(file.path)) return parseHcl(file);
  return /^\s*\{/.test(file.text) ? parseJson(file) : parseYaml(file);
}

/** What a run has besides its texts. */
export interface Circumstances {
  /** The day of the run, as YYYY-MM-DD. */
  readonly today?: string | undefined;
  /** The texts as they were, for rules on changes. */
  readonly base?: readonly SourceFile[] | undefined;
}

/** Lints texts as one deployment with the given rules, whatever their profiles. */
export function lintTexts(
  files: readonly SourceFile[],
  rules: readonly RegisteredRule[],
  settings: Settings,
  { today, base }: Circumstances = {},
): Outcome {
  const documents = files.map(parseText);
  return lint(documents, {
    rules,
    profile: 'strict',
    levels: new Map(),
    settings,
    isReported: () => true,
    ...(today !== undefined && { today }),
    ...(base && { base: baseOf(base.map(parseText), documents) }),
  });
}

function baseOf(before: readonly Document[], after: readonly Document[]): Base {
  return {
    ref: 'base',
    documents: before,
    changeOf: (name) => {
      const [old, current] = [before, after].map(
        (documents) => documents.find(({ file }) => file.path === name)?.root,
      );
      return old?.kind === 'map' && current?.kind === 'map' ? compareTemplates(old, current) : undefined;
    },
  };
}

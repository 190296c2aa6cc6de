import path from 'node:path';
import { repositoryOf } from '../config/load.js';
import { suppressedOf, type FormatOptions } from '../format/report.js';
import { docsOf, type Outcome, type RegisteredRule, type Run } from '../index.js';
import type { CheckCommand } from './args.js';
import { wantsColor, type Terminal } from './terminal.js';

/** What formats are told besides the report. */
export function formatOptionsOf(
  command: CheckCommand,
  terminal: Terminal,
  { sources }: Pick<Run, 'sources'>,
  rules: readonly RegisteredRule[],
  outcome: Outcome,
): FormatOptions {
  const { cwd } = terminal;
  const listener = command.outputFile === undefined ? terminal : { ...terminal, isTerminal: false };
  return {
    sources,
    color: wantsColor(command.color, listener),
    undecided: command.undecided,
    rules: rules.map((registered) => {
      const { id, practice, rule } = registered;
      const { severity, profile, summary, help } = rule;
      return { id, practice, severity, profile, summary, help, docs: docsOf(registered) };
    }),
    ...(outcome.engagements && { engagements: outcome.engagements }),
    suppressed: command.suppressed ? suppressedOf(outcome) : [],
    folder: path
      .relative(repositoryOf(cwd) ?? cwd, cwd)
      .split(path.sep)
      .join('/'),
  };
}

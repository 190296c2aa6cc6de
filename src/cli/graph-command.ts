import path from 'node:path';
import { loadGraphFormat } from '../format/graph/index.js';
import { reportOf } from '../format/report.js';
import { loadConfig, loadParameters, rules, run, version } from '../index.js';
import type { GraphCommand } from './args.js';
import { clean, incomplete, type ExitStatus } from './exit.js';
import { writeStack } from './check-command.js';
import { problemLine } from './problem-line.js';
import { readStandardInput } from './standard-input.js';
import { wantsColor, type Terminal } from './terminal.js';

/** Shows who is engaged by which response plan. The status says whether everything was read, not what was found. */
export async function graph(command: GraphCommand, terminal: Terminal): Promise<ExitStatus> {
  const { cwd } = terminal;
  const ruleIds = rules.map(({ id }) => id);
  const { config: file, lookUpConfig: lookUp } = command;
  const loaded = await loadConfig({ cwd, ruleIds, file, lookUp, withPlugins: false });
  const standardInput = await readStandardInput(command, terminal);
  const { parameters, evidence, context, paths } = command;
  const given = parameters.length === 0 ? undefined : await loadParameters(cwd, parameters);
  const { outcome } = await run({
    cwd,
    paths,
    configuration: {
      ...loaded,
      problems: [...loaded.problems, ...(standardInput?.problems ?? []), ...(given?.problems ?? [])],
    },
    rules: [],
    profile: 'recommended',
    levels: new Map(),
    withEngagements: true,
    context,
    evidence,
    ...(given && { parameters: given.values }),
    ...(standardInput?.text !== undefined && { standardInput }),
    onInternalError: (error) => {
      writeStack(error, terminal);
    },
  });
  const tool = { name: 'incident-lint', version };
  const { errors } = reportOf(outcome, tool);
  const formatter = await loadGraphFormat(command.format);
  const listener = command.outputFile === undefined ? terminal : { ...terminal, isTerminal: false };
  const text = formatter(
    { tool, engagements: outcome.engagements ?? { nodes: [] }, errors },
    { color: wantsColor(command.color, listener) },
  );
  for (const problem of outcome.problems) terminal.writeError(problemLine(problem));
  const written = await write(text, command.outputFile, terminal);
  return errors.length === 0 && written ? clean : incomplete;
}

async function write(text: string, file: string | undefined, terminal: Terminal): Promise<boolean> {
  if (file === undefined) {
    terminal.writeOut(text);
    return true;
  }
  try {
    const { writeWhole } = await import('./output-file.js');
    await writeWhole(path.resolve(terminal.cwd, file), text);
    return true;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const message = `the graph cannot be written: ${reason}`;
    terminal.writeError(problemLine({ file, message, code: 'unwritable-file' }));
    return false;
  }
}

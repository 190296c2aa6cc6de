import { rules, version } from '../index.js';
import { readArguments } from './args.js';
import { clean, incomplete, type ExitStatus } from './exit.js';
import { problemLine } from './problem-line.js';
import { processTerminal, type Terminal } from './terminal.js';

/** Runs the command with the arguments after its name, and gives the exit status. It never throws. */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitStatus> {
  try {
    return await runCommand(args, terminal);
  } catch (error) {
    const message = `internal error: ${error instanceof Error ? error.message : String(error)}`;
    terminal.writeError(problemLine({ message, code: 'internal-error' }));
    const { writeStack } = await import('./check-command.js');
    writeStack(error, terminal);
    return incomplete;
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const command = readArguments(args);
  switch (command.command) {
    case 'check': {
      if (command.watch) return (await import('./watch.js')).watch(command, terminal);
      const { check } = await import('./check-command.js');
      return check(command, terminal);
    }
    case 'rules': {
      const { answerRules } = await import('./rules-command.js');
      const answer = answerRules(command, rules);
      if ('wrong' in answer) return wrongUsage(answer.wrong, terminal);
      terminal.writeOut(answer.text);
      return clean;
    }
    case 'graph': {
      const { graph } = await import('./graph-command.js');
      return graph(command, terminal);
    }
    case 'evidence': {
      const { evidenceScript } = await import('./evidence-script.js');
      terminal.writeOut(evidenceScript);
      return clean;
    }
    case 'lsp': {
      const { serveEditor } = await import('./lsp-command.js');
      return serveEditor(terminal);
    }
    case 'init': {
      const { init } = await import('./init-command.js');
      return init(command.force, terminal);
    }
    case 'help': {
      const { helpText } = await import('./options.js');
      terminal.writeOut(helpText());
      return clean;
    }
    case 'version': {
      terminal.writeOut(`${version}\n`);
      return clean;
    }
    case 'wrong':
      return wrongUsage(command.message, terminal);
  }
}

function wrongUsage(message: string, terminal: Terminal): ExitStatus {
  terminal.writeError(problemLine({ message, code: 'bad-usage' }));
  return incomplete;
}

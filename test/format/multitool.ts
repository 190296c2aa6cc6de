import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { temporaryFolder } from '../temporary-folder.js';

const require = createRequire(import.meta.url);

/** Microsoft's validator of SARIF; undefined where it has no binary for the platform. */
export function multitool(): string | undefined {
  try {
    return require('@microsoft/sarif-multitool') as string;
  } catch {
    return undefined;
  }
}

/** The JSON Schema of SARIF 2.1.0 that comes with the validator. */
export function sarifSchema(): string {
  return path.join(path.dirname(multitool() ?? ''), 'sarif-2.1.0.json');
}

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly message: unknown;
      readonly locations: unknown;
    }[];
  }[];
}

/** What the validator says with its own rules and GitHub's about a SARIF log, notes apart: a line a fault. */
export function validatorFaults(tool: string, sarif: string): string[] {
  const folder = temporaryFolder({ 'given.sarif': sarif });
  // npm does not keep the bit that makes the file a program.
  if ((statSync(tool).mode & 0o111) === 0) chmodSync(tool, 0o755);
  const answer = path.join(folder, 'answer.sarif');
  const args = ['validate', '--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--output', answer];
  const { status, stdout, stderr } = spawnSync(tool, [...args, 'given.sarif'], {
    cwd: folder,
    // .NET needs ICU otherwise.
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    encoding: 'utf8',
  });
  if (!stdout.includes('Analysis completed successfully'))
    return [`status ${String(status)}: ${stdout}${stderr}`];
  const { runs } = JSON.parse(readFileSync(answer, 'utf8')) as Log;
  return runs.flatMap(({ results }) => results.map((result) => JSON.stringify(result)));
}

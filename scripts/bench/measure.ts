import { spawnSync } from 'node:child_process';

/** A command to measure. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Exit statuses that mean that the work was done. */
  readonly statuses: readonly number[];
}

/** Runs each contender in turn, over and over, and gives the median wall time of each in milliseconds. */
export function interleaved(contenders: readonly Contender[], rounds: number): Map<string, number> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const contender of contenders) times.get(contender.name)?.push(timeOf(contender));
  return new Map([...times].map(([name, measured]) => [name, median(measured)]));
}

/** Lets a script of Node.js say at its end how much memory it took, in kilobytes. */
const memoryReporter = `data:text/javascript,${encodeURIComponent(`
process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS));
`)}`;

/** The most memory that a script of Node.js takes at a time, in bytes. */
export function peakMemory({ name, command, arguments: given, statuses }: Contender): number {
  const withReporter = ['--import', memoryReporter, ...given];
  const { status, stderr } = spawnSync(command, withReporter, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const [, kilobytes] = /maxRSS (\d+)$/.exec(stderr) ?? [];
  if (status === null || !statuses.includes(status) || kilobytes === undefined)
    throw new Error(`${name} ended with ${String(status)}: ${stderr.slice(0, 500)}`);
  return Number(kilobytes) * 1024;
}

function timeOf({ name, command, arguments: given, statuses }: Contender): number {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, given, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined || status === null || !statuses.includes(status))
    throw new Error(`${name} ended with ${String(status)}: ${error?.message ?? stderr.slice(0, 500)}`);
  return milliseconds;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'yaml';
import { checkOptions } from '../src/cli/options.js';
import { bad } from './cli-folder.js';
import { bin } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly env: Readonly<Record<string, string>>; readonly run: string }[];
  };
}

const root = fileURLToPath(new URL('..', import.meta.url));
const action = parse(readFileSync(`${root}action.yml`, 'utf8')) as Action;
const [step] = action.runs.steps;
if (step === undefined) throw new Error('the action has no step');

/** Runs the action's step as a runner would: each input, or its default, comes as a variable. */
function runStep(inputs: Readonly<Record<string, string>>) {
  const cwd = temporaryFolder({ 'bad.yaml': bad, 'b c.yaml': bad, 'plugins.yaml': 'plugins: [none.js]\n' });
  mkdirSync(path.join(cwd, 'bin'));
  // In place of npx with a published package: what it was asked for, then the built command.
  writeFileSync(
    path.join(cwd, 'bin/npx'),
    `#!/usr/bin/env bash\nprintf '%s\\n' "$1" "$2" > asked.txt\nshift 2\nexec "${process.execPath}" "${bin}" "$@"\n`,
  );
  chmodSync(path.join(cwd, 'bin/npx'), 0o755);
  const valueOf = (expression: string): string => {
    const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? '';
    return inputs[name] ?? action.inputs[name]?.default ?? '';
  };
  const variables = Object.entries(step?.env ?? {}).map(([name, value]) => [name, valueOf(value)] as const);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', step?.run ?? ''], {
    cwd,
    env: { ...Object.fromEntries(variables), HOME: cwd, PATH: `${cwd}/bin:${process.env['PATH'] ?? ''}` },
    encoding: 'utf8',
  });
  return { cwd, status, out: stdout, err: stderr };
}

describe('the action', () => {
  it('is one step of bash that takes inputs from variables alone', () => {
    expect(action.runs.using).to.equal('composite');
    expect(action.runs.steps).to.have.lengthOf(1);
    expect(step.run).not.to.include('${{');
    const used = Object.values(step.env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
    expect(used).to.have.members(Object.keys(action.inputs));
  });

  it('has inputs that are named as the options', () => {
    const others = ['paths', 'version'];
    const names = Object.keys(action.inputs)
      .filter((name) => !others.includes(name))
      .map((name) => (name === 'plugins' ? 'no-plugins' : name));
    expect(Object.keys(checkOptions)).to.include.members(names);
  });

  it('lints the working folder with annotations, and fails as the command does', () => {
    const { cwd, status, out } = runStep({});
    expect(status).to.equal(1);
    expect(out).to.match(/^::error .*file=bad\.yaml,/m);
    expect(readFileSync(path.join(cwd, 'asked.txt'), 'utf8')).to.equal('--yes\nincident-lint@latest\n');
  });

  it('passes paths with blanks, options and their values on as they are', () => {
    const { status, out, err } = runStep({ paths: 'b c.yaml\n', format: 'unix', 'fail-on': 'never' });
    expect([status, err]).to.deep.equal([0, '']);
    expect(out).to.match(/^b c\.yaml:9:24: error: /m);
    expect(out).not.to.match(/^bad\.yaml/m);
  });

  it('runs plugins only where it is told to', () => {
    const argumentsOf = (inputs: Readonly<Record<string, string>>) => runStep(inputs).err;
    expect(argumentsOf({ config: 'plugins.yaml' })).not.to.include('bad-plugin');
    expect(argumentsOf({ config: 'plugins.yaml', plugins: 'true' })).to.include('bad-plugin');
  });

  it('runs nothing that an input says', () => {
    for (const odd of [
      '$(touch stolen)',
      '"; touch stolen; "',
      "'; touch stolen #",
      '`touch stolen`',
      '--output-file=stolen',
    ])
      for (const name of ['paths', 'base', 'config', 'fail-on', 'version', 'evidence']) {
        const { cwd } = runStep({ [name]: odd });
        expect(existsSync(path.join(cwd, 'stolen')), `${name}: ${odd}`).to.equal(false);
      }
  });
});

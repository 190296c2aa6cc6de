import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { stringify } from 'yaml';
import { largePlan, manyStatements, smallJson, smallYaml } from './bench/estates.js';
import { interleaved, peakMemory, type Contender } from './bench/measure.js';
import { heapAfterEdits, typing } from './bench/typing.js';

/**
 * `npm run bench` measures whole commands, cold, against what the reader already has: node itself, and cfn-guard 3.1
 * with the IAM rules of the Control Tower pack that its CDK plugin ships. It prints ratios, and says which miss.
 */
const folder = mkdtempSync(join(tmpdir(), 'incident-lint-bench-'));
const bin = join(import.meta.dirname, '../dist/incident-lint.js');
const guardPackage = dirname(
  createRequire(import.meta.url).resolve('@cdklabs/cdk-validator-cfnguard/package.json'),
);
const guardPlatform = process.platform === 'darwin' ? 'macos' : 'ubuntu';
const guardMachine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const guard = join(guardPackage, 'bin', guardPlatform, guardMachine, 'cfn-guard');
const guardRules = join(guardPackage, 'rules/control-tower/cfn-guard/identityandaccessmanagement');

const large = manyStatements();
const files = {
  smallJson: write('small.json', smallJson),
  smallYaml: write('small.yaml', smallYaml),
  // A width of 0 keeps `yaml` from folding ARNs.
  largeJson: write('large.json', JSON.stringify(large)),
  plan: write('plan.json', JSON.stringify(largePlan())),
  largeYaml: write('large.yaml', stringify(large, { lineWidth: 0 })),
};

interface Target {
  readonly name: string;
  readonly ours: Contender;
  readonly reference: Contender;
  readonly most: number;
  readonly rounds: number;
}

const bare: Contender = {
  name: 'node -e 0',
  command: process.execPath,
  arguments: ['-e', '0'],
  statuses: [0],
};
const app = join(import.meta.dirname, 'bench/cdk-app.ts');

const targets: readonly Target[] = [
  {
    name: 'the synthesis of a CDK app with 600 resources, with the plugin',
    ours: synthesis('with the plugin', join(import.meta.dirname, '../dist/cdk.js')),
    reference: synthesis('without'),
    most: 1.2,
    rounds: 5,
  },
  {
    name: 'one small JSON template, cold',
    ours: lint(files.smallJson),
    reference: bare,
    most: 2,
    rounds: 25,
  },
  {
    name: 'one small YAML template, cold',
    ours: lint(files.smallYaml),
    reference: bare,
    most: 2.5,
    rounds: 25,
  },
  {
    // A second on top of node's own start.
    name: 'a Terraform plan of 20 MB',
    ours: lint(files.plan),
    reference: bare,
    most: 16,
    rounds: 5,
  },
  {
    name: 'JSON with 5,000 statements',
    ours: lint(files.largeJson),
    reference: guarded(files.largeJson),
    most: 0.5,
    rounds: 3,
  },
  {
    name: 'YAML with 5,000 statements',
    ours: lint(files.largeYaml),
    reference: guarded(files.largeYaml),
    most: 0.8,
    rounds: 3,
  },
];

try {
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, node ${process.version}`,
  );
  for (const { name, ours, reference, most, rounds } of targets) {
    const medians = interleaved([ours, reference], rounds);
    const [own = Number.NaN, other = Number.NaN] = [medians.get(ours.name), medians.get(reference.name)];
    const ratio = own / other;
    const verdict = ratio <= most ? 'met' : 'MISSED';
    console.log(
      `${name}: ${own.toFixed(0)} ms, ${reference.name} ${other.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (target ${String(most)}, ${verdict})`,
    );
  }
  const memory = peakMemory(lint(files.plan));
  console.log(
    `the memory that the plan takes: ${(memory / 1e6).toFixed(0)} MB (target 1,000, ${memory <= 1e9 ? 'met' : 'MISSED'})`,
  );
  await measureEditors();
} finally {
  rmSync(folder, { recursive: true });
}

/** What the language server does at each keystroke, and what it keeps. */
async function measureEditors(): Promise<void> {
  const { first, median, slow } = await typing(bin, join(folder, 'typing'), 1_000, 100);
  console.log(
    `a keystroke among 1,000 templates with 7,000 resources: ${median.toFixed(0)} ms, one in twenty ${slow.toFixed(0)} ms or more, after ${first.toFixed(0)} ms for the first lint (target 50, ${median <= 50 ? 'met' : 'MISSED'})`,
  );
  const [early = Number.NaN, late = Number.NaN] = await heapAfterEdits(
    bin,
    join(folder, 'edits'),
    50,
    [1_000, 10_000],
  );
  const growth = late / early;
  console.log(
    `the server's heap after 10,000 edits: ${(late / 1e6).toFixed(1)} MB, after 1,000 ${(early / 1e6).toFixed(1)} MB, ratio ${growth.toFixed(2)} (target 1.1, ${growth <= 1.1 ? 'met' : 'MISSED'})`,
  );
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function lint(path: string): Contender {
  return {
    name: 'incident-lint',
    command: process.execPath,
    arguments: [bin, '--context', 'none', path],
    statuses: [0, 1],
  };
}

/** Findings end a synthesis with 1. */
function synthesis(name: string, ...plugin: readonly string[]): Contender {
  const tsx = import.meta.resolve('tsx');
  return {
    name,
    command: process.execPath,
    arguments: ['--import', tsx, app, ...plugin],
    statuses: [0, 1],
  };
}

/** cfn-guard ends with 19 when a rule fails (its documented exit code). */
function guarded(path: string): Contender {
  const rules = readdirSync(guardRules).filter((name) => name.endsWith('.guard'));
  return {
    name: `cfn-guard 3.1 (${String(rules.length)} rules)`,
    command: guard,
    arguments: [
      'validate',
      '--structured',
      '-o',
      'json',
      '--show-summary',
      'none',
      '-d',
      path,
      ...rules.flatMap((rule) => ['-r', join(guardRules, rule)]),
    ],
    statuses: [0, 19],
  };
}

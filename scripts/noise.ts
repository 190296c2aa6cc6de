import { corpus, corpusFiles, hasCorpus } from '../test/corpus/files.js';
import { profiles } from '../src/rule/level.js';
import { noiseBesideResponsePlan, noiseOf, type Noise } from './noise/measure.js';

/**
 * `npm run noise` lints the real templates of the corpus, each by itself, and prints how often each rule speaks, and
 * every finding in a file that has nothing to do with Incident Manager. It fails where there is one under `recommended`.
 * Then it adds a response plan to each and prints what is said of the rest, to be read by hand (`-- --list`: every finding).
 * `INCIDENT_LINT_CORPUS` is the folder of the corpus, where it is not at ../shared/corpus.
 */
if (!hasCorpus) {
  process.stdout.write(`there is no corpus at ${corpus}\n`);
  process.exit(0);
}
const paths = corpusFiles('cfn-');

function printCounts(counts: Noise['counts']): void {
  for (const { ruleId, findings, undecided } of counts)
    process.stdout.write(`  ${ruleId}: ${String(findings)} findings, ${String(undecided)} undecided\n`);
}

for (const profile of profiles) {
  const { files, counts, irrelevant, misplaced } = noiseOf(paths, profile);
  process.stdout.write(`${profile}: ${String(files)} files\n`);
  printCounts(counts);
  process.stdout.write(
    `  findings in ${String(irrelevant)} files that have nothing to do with it: ${String(misplaced.length)}\n`,
  );
  for (const line of misplaced) process.stdout.write(`    ${line}\n`);
  if (profile === 'recommended' && misplaced.length > 0) process.exitCode = 1;
}

const beside = noiseBesideResponsePlan(paths, 'strict');
process.stdout.write('strict, each file with a response plan beside:\n');
printCounts(beside.counts);
if (process.argv.includes('--list')) for (const line of beside.findings) process.stdout.write(`${line}\n`);

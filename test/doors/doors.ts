import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { bin } from '../command.js';
import { Editor } from '../lsp/editor.js';

/** Everything that a user of a CDK app can see findings through. */
export const doors = ['check cdk.out', 'cdk synth', 'the language server', 'ESLint'] as const;
export type Door = (typeof doors)[number];

/** What is found through each door: `<line of the source> <rule>`, a line for each finding, sorted. */
export type Seen = Readonly<Record<Door, readonly string[]>>;

const root = path.join(import.meta.dirname, '../..');
const dist = (name: string): string => path.join(root, 'dist', name);

/** The sample of a CDK app whose findings are compared. */
export const sample = path.join(root, 'samples/estate/cdk/app.ts');
const text = readFileSync(sample, 'utf8');

/**
 * Synthesises the sample, as it stands but for the plugin in its last line, in a folder, and looks at it through every
 * door, as it is built.
 *
 * @param folder empty; absolute.
 */
export async function lookThroughDoors(folder: string): Promise<Seen> {
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'incident-lint.yaml'), 'profile: strict\n');
  const plugged = text.replace(
    /app\.synth\(\);\s*$/,
    `Validations.of(app).addPlugins(new IncidentLint()); app.synth();
import { Validations } from 'aws-cdk-lib';
import { IncidentLint } from ${JSON.stringify(dist('cdk.js'))};
`,
  );
  writeFileSync(path.join(folder, 'app.ts'), plugged);
  const seenBySynthesis = synthesise(folder);
  return {
    'check cdk.out': check(folder),
    'cdk synth': seenBySynthesis,
    'the language server': await serve(folder),
    ESLint: await lintSource(folder),
  };
}

function rows(found: readonly (readonly [line: number, rule: string])[]): string[] {
  return found
    .toSorted(([left, one], [right, other]) => left - right || (one < other ? -1 : 1))
    .map(([line, rule]) => `${String(line)} ${rule}`);
}

function check(folder: string): string[] {
  const args = [bin, '--format', 'json', '--fail-on', 'never', 'cdk.out'];
  const { findings } = JSON.parse(
    execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }),
  ) as {
    readonly findings: readonly {
      readonly ruleId: string;
      readonly construct: { readonly file: string; readonly line: number };
    }[];
  };
  return rows(
    findings.map(({ ruleId, construct: { file, line } }) => [file === 'app.ts' ? line : 0, ruleId]),
  );
}

/** Findings make the synthesis fail once everything is written. */
function synthesise(folder: string): string[] {
  const env = { ...process.env, CDK_OUTDIR: 'cdk.out' };
  const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app.ts'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (!stderr.includes('(incident-lint)')) throw new Error(`the sample was not validated: ${stderr}`);
  const report = JSON.parse(readFileSync(path.join(folder, 'cdk.out/validation-report.json'), 'utf8')) as {
    readonly pluginReports: readonly {
      readonly pluginName: string;
      readonly violations: readonly {
        readonly ruleName: string;
        readonly violatingConstructs: readonly { readonly stackTraces?: readonly string[] }[];
      }[];
    }[];
  };
  const { violations = [] } =
    report.pluginReports.find(({ pluginName }) => pluginName === 'incident-lint') ?? {};
  return rows(
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(
        ({ stackTraces = [] }) =>
          [Number(/app\.ts:(\d+)/.exec(stackTraces.join('\n'))?.[1] ?? 0), ruleName] as const,
      ),
    ),
  );
}

async function serve(folder: string): Promise<string[]> {
  const editor = await Editor.start({ folders: [folder] });
  const name =
    readdirSync(path.join(folder, 'cdk.out')).find((file) => file.endsWith('.template.json')) ?? '';
  const file = path.join(folder, 'cdk.out', name);
  await editor.open(file, readFileSync(file, 'utf8'), 'json');
  const diagnostics = await editor.diagnostics(file);
  await editor.end();
  return rows(
    diagnostics.map(({ code, relatedInformation = [] }) => {
      const created = relatedInformation.find(({ message }) => message.endsWith(' is created here'));
      const isHere = created?.location.uri.endsWith('/app.ts') === true;
      return [isHere ? created.location.range.start.line + 1 : 0, String(code)];
    }),
  );
}

/** ESLint is at the property at fault: the line is that on which its construct begins. */
async function lintSource(folder: string): Promise<string[]> {
  const { default: plugin } = (await import(
    dist('eslint.js')
  )) as typeof import('../../src/eslint-plugin/index.js');
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, plugin.configs.strict],
  });
  const results = await eslint.lintFiles(['app.ts']);
  const begins = text.split('\n').flatMap((line, index) => (/\bnew Cfn\w+\(/.test(line) ? [index + 1] : []));
  return rows(
    results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId }) => [
        begins.findLast((begin) => begin <= line) ?? 0,
        (ruleId ?? 'none').replace('incident-lint/', ''),
      ]),
    ),
  );
}

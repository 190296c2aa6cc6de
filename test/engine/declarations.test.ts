import { expect } from 'chai';
import { runCommand } from '../command.js';
import { planOf } from '../terraform-documents.js';
import { temporaryFolder } from '../temporary-folder.js';

interface Place {
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

interface Report {
  readonly findings: readonly (Place & {
    readonly ruleId: string;
    readonly path: string;
    readonly related?: readonly (Place & { readonly message: string })[];
  })[];
}

const wide = JSON.stringify({
  Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:*', Resource: ['arn:aws:ssm-incidents::1:x/y'] }],
});
const plan = planOf({ 'aws_iam_policy.responders': { name: 'responders', policy: wide } });

/** The configuration does not know the policy; the plan does. */
const open = JSON.stringify({
  variable: { policy: {} },
  resource: { aws_iam_policy: { responders: { name: 'responders', policy: '${var.policy}' } } },
});

/** The findings on the wildcard in a folder with these files. */
function found(files: Readonly<Record<string, string>>, ...paths: readonly string[]): Report['findings'] {
  const { out } = runCommand(temporaryFolder(files), [...paths, '--context', '.', '-f', 'json']);
  return (JSON.parse(out) as Report).findings.filter(({ ruleId }) => ruleId === 'iam-wildcard-action');
}

describe('a finding in a Terraform plan', () => {
  it('points at the argument of the configuration that declares the resource', () => {
    const [finding, ...others] = found({ 'main.tf.json': open, 'tfplan.json': plan }, '.');
    expect(others).to.deep.equal([]);
    expect(finding).to.include({ file: 'main.tf.json', path: '/resource/aws_iam_policy/responders/policy' });
    expect(finding?.related?.map(({ file, message }) => [file, message])).to.deep.equal([
      ['tfplan.json', 'the plan has it here'],
    ]);
  });

  it('is told once where the configuration shows it, too', () => {
    const known = JSON.stringify({ resource: { aws_iam_policy: { responders: { policy: wide } } } });
    expect(found({ 'main.tf.json': known, 'tfplan.json': plan }, '.').map(({ file }) => file)).to.deep.equal([
      'main.tf.json',
    ]);
  });

  it('stays in the plan where only that is reported on, and names the declaration', () => {
    const [finding] = found({ 'main.tf.json': open, 'tfplan.json': plan }, 'tfplan.json');
    expect(finding?.file).to.equal('tfplan.json');
    expect(finding?.related?.map(({ file, message }) => [file, message])).to.deep.equal([
      ['main.tf.json', 'it is declared here'],
    ]);
  });

  it('stays in the plan where two configurations declare the address', () => {
    const files = { 'dev/main.tf.json': open, 'prod/main.tf.json': open, 'tfplan.json': plan };
    expect(found(files, '.').map(({ file, related }) => [file, related])).to.deep.equal([
      ['tfplan.json', undefined],
    ]);
  });
});

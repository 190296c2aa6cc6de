import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { dist, root } from '../../scripts/bundle.js';

const app = `import * as contacts from 'aws-cdk-lib/aws-ssmcontacts';
new contacts.CfnContactChannel(stack, 'Sms', { deferActivation: true });
`;

describe('the ESLint plugin as it is published', () => {
  it('is a plain module, and lints JavaScript with the parser of ESLint', () => {
    const script = `
import { Linter } from 'eslint';
const { default: plugin } = await import(${JSON.stringify(pathToFileURL(path.join(dist, 'eslint.js')).href)});
const found = new Linter().verify(${JSON.stringify(app)}, [plugin.configs.recommended], 'app.js');
console.log(found.map(({ line, column, ruleId }) => [line, column, ruleId].join(' ')).join('\\n'));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).to.equal('');
    expect(stdout.trim()).to.equal('2 65 incident-lint/channel-unverified');
  });
});

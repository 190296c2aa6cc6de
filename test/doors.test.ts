import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lookThroughDoors, type Seen } from './doors/doors.js';
import { page, pageOf } from './doors/table.js';
import { temporaryFolder } from './temporary-folder.js';

/** What ESLint leaves to the others, because it sees one file at a time and runs no program, and why. */
const leftByEslint: Readonly<Record<string, string>> = {
  'advisory-health-missing': 'another file may declare it',
  'advisory-trusted-advisor-missing': 'another file may declare it',
  'im-no-resource-group': 'another file may declare it',
  'contact-single-channel-kind': 'another file may give the contact a channel',
  'im-resource-untagged': 'the program may tag a construct, or all of a scope, from anywhere',
};

describe('one CDK app', () => {
  let seen: Seen;
  before(async () => {
    seen = await lookThroughDoors(temporaryFolder());
  });

  it('has findings of many rules, each at a line of its source', () => {
    const rows = seen['check cdk.out'];
    for (const row of ['20 channel-unverified', '40 chat-topic-public', '65 iam-wildcard-action'])
      expect(rows).to.include(row);
    expect(rows.filter((row) => row.startsWith('0 '))).to.deep.equal([]);
  });

  it('has the same findings at the same lines while it is synthesised and in an editor', () => {
    expect(seen['cdk synth']).to.deep.equal(seen['check cdk.out']);
    expect(seen['the language server']).to.deep.equal(seen['check cdk.out']);
  });

  it('has the same findings in ESLint, but for what a single file cannot tell', () => {
    const others = [...seen['check cdk.out']];
    for (const row of seen.ESLint) {
      expect(others).to.include(row);
      others.splice(others.indexOf(row), 1);
    }
    for (const row of others) expect(Object.keys(leftByEslint)).to.include(row.split(' ')[1]);
  });

  it('is shown in a table', async () => {
    expect(readFileSync(page, 'utf8')).to.equal(await pageOf(seen));
  });
});

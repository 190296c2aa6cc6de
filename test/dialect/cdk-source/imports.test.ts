import { expect } from 'chai';
import { source } from './source.js';

/** The types of the resources that a text makes. */
function made(text: string): string[] {
  return source(text).resources.map(({ type }) => type);
}

const rest = "(stack, 'Sms', { channelType: 'SMS' });";
const deferred = ['AWS::SSMContacts::ContactChannel'];

describe('imports of a CDK app', () => {
  const ways: Readonly<Record<string, string>> = {
    'a namespace': `import * as contacts from 'aws-cdk-lib/aws-ssmcontacts';
new contacts.CfnContactChannel${rest}`,
    'a class': `import { CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts';
new CfnContactChannel${rest}`,
    'an alias': `import { CfnContactChannel as Channel } from 'aws-cdk-lib/aws-ssmcontacts';
new Channel${rest}`,
    'the barrel': `import { aws_ssmcontacts as contacts } from 'aws-cdk-lib';
new contacts.CfnContactChannel${rest}`,
    'the barrel as a namespace': `import * as cdk from 'aws-cdk-lib';
new cdk.aws_ssmcontacts.CfnContactChannel${rest}`,
    'a deep path': `import { CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts/lib/ssmcontacts.generated';
new CfnContactChannel${rest}`,
    'a default import': `import cdk from 'aws-cdk-lib';
new cdk.aws_ssmcontacts.CfnContactChannel${rest}`,
    'a package of CDK 1': `import { CfnContactChannel } from '@aws-cdk/aws-ssmcontacts';
new CfnContactChannel${rest}`,
    'import = require': `import contacts = require('aws-cdk-lib/aws-ssmcontacts');
new contacts.CfnContactChannel${rest}`,
    'import = of a member': `import * as contacts from 'aws-cdk-lib/aws-ssmcontacts';
import Channel = contacts.CfnContactChannel;
new Channel${rest}`,
    require: `const contacts = require('aws-cdk-lib/aws-ssmcontacts');
new contacts.CfnContactChannel${rest}`,
    'require with names': `const { CfnContactChannel: Channel } = require('aws-cdk-lib/aws-ssmcontacts');
new Channel${rest}`,
    'require of the barrel': `const { aws_ssmcontacts: { CfnContactChannel } } = require('aws-cdk-lib');
new CfnContactChannel${rest}`,
    'a constant': `import * as contacts from 'aws-cdk-lib/aws-ssmcontacts';
const Channel = contacts.CfnContactChannel;
new Channel${rest}`,
    brackets: `import * as contacts from 'aws-cdk-lib/aws-ssmcontacts';
new contacts['CfnContactChannel']${rest}`,
  };
  for (const [way, text] of Object.entries(ways))
    it(`are followed through ${way}`, () => {
      expect(made(text)).to.deep.equal(deferred);
    });

  const others: Readonly<Record<string, string>> = {
    'a class of the file': `class CfnContactChannel {}
new CfnContactChannel${rest}`,
    'a class of another module': `import { CfnContactChannel } from './contacts';
new CfnContactChannel${rest}`,
    'a name that hides the import': `import * as contacts from 'aws-cdk-lib/aws-ssmcontacts';
function make(contacts) { new contacts.CfnContactChannel${rest} }`,
    'a class that no rule knows': `import * as ses from 'aws-cdk-lib/aws-ses';
new ses.CfnTemplate${rest}`,
    'a name that leads to itself': `const a = b; const b = a; new a${rest}`,
  };
  for (const [what, text] of Object.entries(others))
    it(`are not seen in ${what}`, () => {
      expect(made(text)).to.deep.equal([]);
    });

  it('give each construct a name of its own, by its ID as far as that is known', () => {
    const { resources } = source(`
import * as sns from 'aws-cdk-lib/aws-sns';
new sns.CfnTopic(stack, 'Topic');
new sns.CfnTopic(other, 'Topic');
new sns.CfnTopic(stack, \`Topic\${name}\`);
new sns.CfnTopic(stack, id);
new sns.CfnTopic(stack, 'ann@corp.example');`);
    expect(resources.map(({ name }) => name)).to.deep.equal([
      'Topic',
      'Topic (2)',
      'Topic${name}',
      'CfnTopic',
      '••••••••••••••••',
    ]);
  });
});

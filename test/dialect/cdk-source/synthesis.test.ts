import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect } from 'chai';
import { judge } from '../../../src/engine/judge.js';
import { defaultSettings, lint, rules, type Finding, type LintOptions } from '../../../src/index.js';
import { Workspace } from '../../../src/model/workspace.js';
import { parseJson } from '../../../src/parse/json.js';
import { SourceFile } from '../../../src/text/source-file.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { OnCall } from './app.js';
import { source } from './source.js';

const options: LintOptions = {
  rules,
  profile: 'strict',
  levels: new Map(),
  settings: defaultSettings,
  isReported: () => true,
};

interface Synthesised {
  readonly Resources: Readonly<Record<string, { readonly Metadata?: { readonly 'aws:cdk:path'?: string } }>>;
}

/** Each rule with the construct that it speaks of. */
function told(findings: readonly Finding[], nameOf: (name: string) => string = (name) => name): string[] {
  return [
    ...new Set(findings.map(({ ruleId, resource }) => `${ruleId} ${nameOf(resource?.name ?? '')}`)),
  ].sort();
}

/** What a program says by methods that any part of it may call: the source leaves that open. */
const seenInTemplatesOnly = ['response-plan-missing-dependency', 'im-resource-untagged'];

function ofBoth(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ ruleId }) => !seenInTemplatesOnly.includes(ruleId));
}

describe('constructs of higher levels', () => {
  it('are told the same of as the template that CDK makes of them', () => {
    const text = readFileSync(path.join(import.meta.dirname, 'app.ts'), 'utf8');
    const read = told(ofBoth(judge(new Workspace([source(text)]), options).findings));

    const app = new App({ outdir: temporaryFolder(), context: { 'aws:cdk:enable-path-metadata': true } });
    const template = Template.fromStack(new OnCall(app)).toJSON() as Synthesised;
    const pathOf = (name: string): string =>
      (template.Resources[name]?.Metadata?.['aws:cdk:path'] ?? '')
        .replace(/^OnCall\/|\/Resource$/g, '')
        // CDK names a subscription by its endpoint.
        .replace(/\/https:.*/, '/Subscription');
    const document = parseJson(new SourceFile('template.json', JSON.stringify(template)));
    expect(read).to.deep.equal(told(ofBoth(lint([document], options).findings), pathOf));
    expect(read).to.have.length.above(20);
  });
});

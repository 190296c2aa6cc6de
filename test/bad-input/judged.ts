import { expect } from 'chai';
import { rules } from '../../rules/index.js';
import { lint } from '../../src/engine/lint.js';
import { parseJson } from '../../src/parse/json.js';
import { parseYaml } from '../../src/parse/yaml.js';
import type { Outcome } from '../../src/report/outcome.js';
import { defaultSettings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';

/** Lints files by name, all rules on: a name that ends in `.json` is JSON. */
export function lintFiles(files: Record<string, string>): Outcome {
  const documents = Object.entries(files).map(([name, text]) => {
    const file = new SourceFile(name, text);
    return name.endsWith('.json') ? parseJson(file) : parseYaml(file);
  });
  return lint(documents, {
    rules,
    profile: 'strict',
    levels: new Map(),
    settings: defaultSettings,
    isReported: () => true,
  });
}

/** A contact without a display name: what every linted file must still be told of. */
export const faultyContact = {
  Type: 'AWS::SSMContacts::Contact',
  Properties: { Alias: 'ann', Type: 'PERSONAL' },
};

/** The same in YAML, under `Resources:`. */
export const faultyContactInYaml = `
  Ann: { Type: AWS::SSMContacts::Contact, Properties: { Alias: ann, Type: PERSONAL } }`;

/** Fails unless every problem says where, none is a failure of a rule, and the faulty contact was still judged. */
export function expectJudged(outcome: Outcome): void {
  for (const { code, file, range, message } of outcome.problems) {
    expect(code, message).not.to.equal('internal-error');
    expect(file, message).to.be.a('string');
    expect(range, message).to.have.keys('start', 'end');
    expect(message).not.to.equal('');
  }
  const judged = outcome.findings.filter(
    ({ ruleId, resource }) => ruleId === 'schema-invalid' && resource?.name === 'Ann',
  );
  expect(judged, 'findings about the contact').to.have.length(1);
}

/** The codes of the problems. */
export function codesOf({ problems }: Outcome): string[] {
  return problems.map(({ code }) => code);
}

/** Resources beside the faulty contact, in JSON. */
export function withResources(resources: unknown, sections: Record<string, unknown> = {}): Outcome {
  const template = { ...sections, Resources: { Ann: faultyContact, ...(resources as object) } };
  return lintFiles({ 'template.json': JSON.stringify(template) });
}

/** A role with a policy document of any value. */
export function role(policyDocument: unknown): unknown {
  return {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {},
        Policies: [{ PolicyName: 'p', PolicyDocument: policyDocument }],
      },
    },
  };
}

/** Properties of a channel with one property of the given value; everything else is right. */
export function channel(property: string, value: unknown): unknown {
  return {
    Sms: {
      Type: 'AWS::SSMContacts::ContactChannel',
      Properties: {
        ContactId: { Ref: 'Ann' },
        ChannelName: 'sms',
        ChannelType: 'SMS',
        ChannelAddress: '+15551230100',
        [property]: value,
      },
    },
  };
}

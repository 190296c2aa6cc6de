import { expect } from 'chai';
import { rules } from '../rules/index.js';
import { lint } from '../src/engine/lint.js';
import { parseJson } from '../src/parse/json.js';
import { parseYaml } from '../src/parse/yaml.js';
import type { Document } from '../src/parse/document.js';
import { defaultSettings } from '../src/rule/settings.js';
import { SourceFile } from '../src/text/source-file.js';
import { allowing, policyTemplate, responsePlan } from './policy-templates.js';
import { toJson } from './rule-cases/to-json.js';

const parameter = (fallback: string): string =>
  `Parameters: { Action: { Type: String, Default: '${fallback}' } }\n`;
const condition = "Conditions: { IsProduction: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const document =
  "{ Statement: [{ Effect: Allow, Action: '*', Resource: 'arn:aws:ssm-incidents::111122223333:response-plan/web' }] }";
const trust = 'AssumeRolePolicyDocument: { Statement: [] }';

function carrier(type: string, properties: string): string {
  return `Resources:\n  Carrier:\n    Type: ${type}\n    Properties: { ${properties} }\n${responsePlan}`;
}

const wildcard = 'iam-wildcard-action';
const plan = 'arn:aws:ssm-incidents::111122223333:response-plan/web';

/** Forms in which a policy can grant too much, with the least-privilege rules that must speak; each peer misses some of them. */
const forms: readonly (readonly [form: string, template: string, expected: readonly string[]])[] = [
  ['01 a literal *', policyTemplate(allowing("'*'")), [wildcard]],
  [
    '02 * in the second statement',
    policyTemplate(`${allowing('s3:GetObject')}\n${allowing("'*'")}`),
    [wildcard],
  ],
  [
    '03 * in the second statement of an inline policy',
    carrier(
      'AWS::IAM::Policy',
      `PolicyName: p, Roles: [r], PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: '*' }, { Effect: Allow, Action: '*', Resource: '${plan}' }] }`,
    ),
    [wildcard],
  ],
  ['04 ssm-incidents:*', policyTemplate(allowing("'ssm-incidents:*'")), [wildcard]],
  ['05 [ssm-contacts:*]', policyTemplate(allowing("['ssm-contacts:*']")), [wildcard]],
  ['06 another service', policyTemplate(allowing("'s3:*'")), []],
  ['07 ssm-incidents:Start*', policyTemplate(allowing("'ssm-incidents:Start*'")), [wildcard]],
  ['08 ssm-*:*', policyTemplate(allowing("'ssm-*:*'")), [wildcard]],
  [
    '09 * where Fn::If is true',
    policyTemplate(allowing("!If [IsProduction, '*', 's3:GetObject']"), responsePlan, condition),
    [wildcard],
  ],
  [
    '10 * where Fn::If is false',
    policyTemplate(allowing("!If [IsProduction, 's3:GetObject', '*']"), responsePlan, condition),
    [wildcard],
  ],
  [
    '11 a parameter whose default is *',
    policyTemplate(allowing('!Ref Action'), responsePlan, parameter('*')),
    [wildcard],
  ],
  [
    '12 a parameter whose default is harmless',
    policyTemplate(allowing('!Ref Action'), responsePlan, parameter('s3:GetObject')),
    [],
  ],
  [
    '13 NotAction',
    policyTemplate("- { Effect: Allow, NotAction: 'iam:*', Resource: '*' }"),
    ['iam-notaction-allow', 'iam-wildcard-resource'],
  ],
  [
    '14 NotAction, and * elsewhere',
    policyTemplate(`- { Effect: Allow, NotAction: 'iam:*', Resource: '*' }\n${allowing("'*'")}`),
    ['iam-notaction-allow', wildcard, 'iam-wildcard-resource'],
  ],
  ['15 a Deny of *', policyTemplate("- { Effect: Deny, Action: '*', Resource: '*' }"), []],
  [
    '16 a lone statement object',
    carrier(
      'AWS::IAM::ManagedPolicy',
      `PolicyDocument: { Statement: { Effect: Allow, Action: '*', Resource: '${plan}' } }`,
    ),
    [wildcard],
  ],
  [
    '17 inline in a role',
    carrier('AWS::IAM::Role', `${trust}, Policies: [{ PolicyName: p, PolicyDocument: ${document} }]`),
    [wildcard],
  ],
  [
    '18 AWS::IAM::RolePolicy',
    carrier('AWS::IAM::RolePolicy', `RoleName: r, PolicyName: p, PolicyDocument: ${document}`),
    [wildcard],
  ],
  [
    '19a a permission set, as an object',
    carrier(
      'AWS::SSO::PermissionSet',
      `Name: p, InstanceArn: arn:aws:sso:::instance/ssoins-1234567890123456, InlinePolicy: ${document}`,
    ),
    [wildcard],
  ],
  [
    '19b a permission set, as JSON text',
    carrier(
      'AWS::SSO::PermissionSet',
      `Name: p, InstanceArn: arn:aws:sso:::instance/ssoins-1234567890123456, InlinePolicy: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"${plan}"}]}'`,
    ),
    [wildcard],
  ],
  ['20 Fn::Join', policyTemplate(allowing("!Join [':', [ssm-incidents, '*']]")), [wildcard]],
  [
    '21 least privilege',
    policyTemplate(allowing('[ssm-incidents:StartIncident, ssm-incidents:GetResponsePlan]')),
    [],
  ],
];

function ruleIds(parsed: Document): string[] {
  const { findings, undecided, problems } = lint([parsed], {
    rules: rules.filter(({ practice }) => practice === 'least-privilege'),
    profile: 'recommended',
    levels: new Map(),
    settings: defaultSettings,
    isReported: () => true,
  });
  expect([...undecided, ...problems]).to.deep.equal([]);
  return [...new Set(findings.map(({ ruleId }) => ruleId))].toSorted();
}

describe('the forms of an IAM grant', () => {
  for (const [form, template, expected] of forms) {
    it(form, () => {
      const yaml = parseYaml(new SourceFile('template.yaml', template));
      expect(ruleIds(yaml), 'YAML').to.deep.equal(expected.toSorted());
      const json = yaml.root === undefined ? '' : toJson(yaml.root);
      expect(ruleIds(parseJson(new SourceFile('template.json', json))), 'JSON').to.deep.equal(
        expected.toSorted(),
      );
    });
  }
});

import { expect } from 'chai';
import { folderOf, manifest, stack } from './assemblies.js';
import { lintFolder } from './lint-folder.js';

const contact = (tags?: readonly object[]): object => ({
  Type: 'AWS::SSMContacts::Contact',
  Properties: { Alias: 'ann', DisplayName: 'Ann', Type: 'PERSONAL', ...(tags && { Tags: tags }) },
});

const plan = {
  Type: 'AWS::SSMIncidents::ResponsePlan',
  Properties: { Name: 'web', IncidentTemplate: { Title: 'Web is down', Impact: 1 } },
};

/** The messages of a rule about an app with one stack that has these tags. */
async function messages(
  ruleId: string,
  tags: Readonly<Record<string, string>>,
  resources: object,
  configuration = '',
): Promise<string[]> {
  const folder = folderOf({
    'incident-lint.yaml': configuration,
    'cdk.out/manifest.json': manifest({
      S: stack('S.template.json', { properties: { templateFile: 'S.template.json', tags } }),
    }),
    'cdk.out/S.template.json': { Resources: resources },
  });
  const { outcome } = await lintFolder(folder, ['cdk.out'], [ruleId]);
  return outcome.findings.map(({ message }) => message);
}

describe('the tags of a stack of a CDK app', () => {
  const required = 'tags: { required: [team, stage] }\n';

  it('are tags of its resources', async () => {
    expect(await messages('im-resource-untagged', {}, { Ann: contact() })).to.deep.equal([
      'In the template, "Ann" has no tag.',
    ]);
    expect(await messages('im-resource-untagged', { team: 'sre' }, { Ann: contact() })).to.deep.equal([]);
  });

  it('count beside those of the resource', async () => {
    const own = contact([{ Key: 'team', Value: 'sre' }]);
    expect(await messages('im-resource-untagged', { stage: 'prod' }, { Ann: own }, required)).to.deep.equal(
      [],
    );
    expect(await messages('im-resource-untagged', { owner: 'me' }, { Ann: own }, required)).to.deep.equal([
      'In the template, "Ann" has no tag "stage".',
    ]);
  });

  it('are none of the incidents', async () => {
    expect(await messages('im-resource-untagged', { team: 'sre' }, { Plan: plan })).to.deep.equal([
      'Every incident of "Plan" has no tag.',
    ]);
  });

  it('are what a resource group finds them by, unless a resource has a value of its own', async () => {
    const group = {
      Type: 'AWS::ResourceGroups::Group',
      Properties: {
        Name: 'incidents',
        ResourceQuery: { Type: 'TAG_FILTERS_1_0', Query: { TagFilters: [{ Key: 'team', Values: ['sre'] }] } },
      },
    };
    const resources = (team: string): object => ({
      Ann: contact(),
      Bob: contact([{ Key: 'team', Value: team }]),
      Group: group,
    });
    expect(await messages('im-no-resource-group', { team: 'sre' }, resources('sre'))).to.deep.equal([]);
    expect(await messages('im-no-resource-group', { team: 'sre' }, resources('web'))).to.have.length(1);
    expect(await messages('im-no-resource-group', {}, resources('sre'))).to.have.length(1);
  });
});

import { expect } from 'chai';
import { regionOf } from '../../../src/model/availability/regions.js';
import { Workspace } from '../../../src/model/workspace.js';
import type { AssemblyTemplate } from '../../../src/parse/assembly-template.js';
import { isDoubt } from '../../../src/value/tri.js';
import { workspaceOf } from '../workspaces.js';

const text = 'Resources: { Topic: { Type: AWS::SNS::Topic } }';

function regionIn(environment?: AssemblyTemplate['environment']): ReturnType<typeof regionOf> | undefined {
  const [template] = workspaceOf(text).templates;
  if (template === undefined) return undefined;
  const assembly = {
    assembly: 'cdk.out',
    tags: new Map(),
    constructs: new Map(),
    nestedTemplates: new Map(),
  };
  const workspace = new Workspace([
    environment === undefined ? template : { ...template, assembly: { ...assembly, environment } },
  ]);
  const [topic] = workspace.all('topic');
  return topic && regionOf(topic.resource, workspace);
}

describe('regionOf', () => {
  it('is what the cloud assembly says of the stack', () => {
    expect(regionIn({ region: 'eu-central-1' })).to.equal('eu-central-1');
  });

  it('is in doubt without an assembly, and for a stack of any environment', () => {
    for (const region of [regionIn(), regionIn({})])
      expect(region !== undefined && typeof region !== 'string' && isDoubt(region)).to.equal(true);
  });
});

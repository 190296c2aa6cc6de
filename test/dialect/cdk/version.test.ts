import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { versionOfTree } from '../../../src/dialect/cdk/version.js';
import { yaml } from '../show.js';

function node(fqn: string, version: string, children: object = {}): object {
  return { id: 'x', constructInfo: { fqn, version }, children };
}

describe('the version of CDK', () => {
  it('is that of the constructs of aws-cdk-lib in the tree, not that of the package constructs', () => {
    const stack = node('aws-cdk-lib.Stack', '2.276.0');
    expect(versionOfTree({ tree: node('constructs.Construct', '10.8.1', { stack }) })).to.equal('2.276.0');
    expect(versionOfTree({ tree: node('constructs.Construct', '10.8.1') })).to.equal(undefined);
  });

  it('is that of @aws-cdk/core for CDK 1', () => {
    expect(versionOfTree({ tree: node('@aws-cdk/core.App', '1.204.0') })).to.equal('1.204.0');
  });

  function template(analytics: string): string {
    return `Resources:\n  CDKMetadata: { Type: "AWS::CDK::Metadata", Properties: { Analytics: "${analytics}" } }\n`;
  }
  const packed = (text: string): string => `v2:deflate64:${gzipSync(text).toString('base64')}`;

  it('is read from the metadata of a template', () => {
    const text = template(
      packed('node.js/v20.20.2!jsii-runtime.Runtime,2.276.0!aws-cdk-lib.{Stack,aws_sns.Topic}'),
    );
    expect(yaml(text).cdkVersion).to.equal('2.276.0');
  });

  it('is not known from metadata that are damaged', () => {
    for (const analytics of ['v2:deflate64:AAAA', 'v2:plain:x', packed('x'), packed('0'.repeat(5_000_000))])
      expect(yaml(template(analytics)).cdkVersion).to.equal(undefined);
  });
});

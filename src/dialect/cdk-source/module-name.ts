/**
 * What a module of CDK is called here: `aws-iam`, or `core` for the barrel of aws-cdk-lib; undefined for a module that
 * is none of CDK's. CDK 1's packages (`@aws-cdk/aws-iam`) have the same classes.
 *
 * @param specifier as it is imported: `aws-cdk-lib/aws-iam`, `aws-cdk-lib`, or a path inside of them.
 */
export function moduleName(specifier: string): string | undefined {
  const [scope, name, ...inside] = specifier.split('/');
  if (scope !== 'aws-cdk-lib' && scope !== '@aws-cdk') return scope === 'constructs' ? scope : undefined;
  if (name === undefined || name === 'core' || (name === 'index.js' && inside.length === 0)) return 'core';
  return name.startsWith('aws-') ? name : undefined;
}

/**
 * The full name of a member: `aws-iam.Effect.ALLOW`. The barrel holds each module under its name with underscores, and
 * a default import is the module itself.
 */
export function memberName(owner: string, member: string): string {
  if (member === 'default' && !owner.includes('.')) return owner;
  if (owner === 'core' && member.startsWith('aws_')) return member.replaceAll('_', '-');
  return `${owner}.${member}`;
}

import { expect } from 'chai';
import { permissionsOfPrincipal } from '../../../src/iam/roles/effective.js';
import { reachedBy } from '../../../src/iam/policy/reached.js';
import { describe as inWords } from '../../../src/value/assumption.js';
import { workspaceOf } from '../../model/workspaces.js';

const starting = "{ Effect: Allow, Action: 'ssm-incidents:StartIncident', Resource: '*' }";

/** What the principal named `Who` may do to response plans, in words. */
function reachedIn(...texts: string[]): string[] {
  const workspace = workspaceOf(...texts);
  const who = workspace.all('principal').find(({ resource }) => resource.name === 'Who');
  if (who === undefined) throw new Error('nobody is named Who');
  const permissions = permissionsOfPrincipal(who.resource, workspace);
  const wanted = { services: ['ssm-incidents'], isWanted: ({ name = '' }) => name === 'StartIncident' };
  return reachedBy(permissions, wanted).map(({ verdict, when, by }) =>
    [by.text.slice(0, 40), verdict === true ? 'yes' : verdict.why, inWords(when) ?? 'always'].join(' | '),
  );
}

function role(lines: string): string {
  return `Resources:\n  Who: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {}, ${lines} } }\n`;
}

function inline(statement: string): string {
  return `Policies: [{ PolicyName: p, PolicyDocument: { Statement: ${statement} } }]`;
}

describe('permissionsOfPrincipal', () => {
  it('takes inline policies', () => {
    expect(reachedIn(role(inline(starting)))).to.deep.equal(['ssm-incidents:StartIncident | yes | always']);
  });

  it('takes policies of their own, as CDK writes them, from other files as well', () => {
    const policy = `Resources:
  Grant:
    Type: AWS::IAM::Policy
    Properties: { PolicyName: p, Roles: [responders], PolicyDocument: { Statement: ${starting} } }
`;
    expect(reachedIn(role('RoleName: responders'), policy)).to.have.lengthOf(1);
    expect(reachedIn(role('RoleName: others'), policy)).to.have.lengthOf(0);
  });

  it('takes managed policies: scanned ones by reference, those of AWS by content in any partition', () => {
    const managed = `  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: { Statement: ${starting} } }
`;
    expect(reachedIn(`${role('ManagedPolicyArns: [!Ref Managed]')}${managed}`)).to.have.lengthOf(1);
    const resolver =
      "ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/AWSIncidentManagerResolverAccess']";
    expect(reachedIn(role(resolver))).to.have.lengthOf(1);
    expect(reachedIn(role('ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]'))).to.have.lengthOf(
      0,
    );
  });

  it('names a managed policy that nobody can read', () => {
    const workspace = workspaceOf(role('ManagedPolicyArns: [arn:aws:iam::111122223333:policy/mine]'));
    const [who] = workspace.all('principal');
    const { unread } = who === undefined ? { unread: [] } : permissionsOfPrincipal(who.resource, workspace);
    expect(unread.map(({ leaf }) => leaf.text)).to.deep.equal(['arn:aws:iam::111122223333:policy/mine']);
  });

  it('takes the policies of the groups of a user', () => {
    const users = `Resources:
  Who: { Type: AWS::IAM::User, Properties: { Groups: [!Ref Responders] } }
  Responders: { Type: AWS::IAM::Group, Properties: { ${inline(starting)} } }
`;
    expect(reachedIn(users)).to.have.lengthOf(1);
  });

  it('lets a Deny of any policy take back what another allows', () => {
    const denying = `  Guard:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: p
      Roles: [!Ref Who]
      PolicyDocument: { Statement: { Effect: Deny, Action: 'ssm-incidents:Start*', Resource: '*' } }
`;
    expect(reachedIn(`${role(inline(starting))}${denying}`)).to.have.lengthOf(0);
  });

  it('lets through what a permissions boundary allows on some resources', () => {
    const boundary = (action: string): string => `  Limit:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          Effect: Allow
          Action: ${action}
          Resource: !Sub 'arn:aws:ssm-incidents::\${AWS::AccountId}:response-plan/*'
`;
    const limited = role(`${inline(starting)}, PermissionsBoundary: !Ref Limit`);
    expect(reachedIn(`${limited}${boundary('ssm-incidents:*')}`)).to.have.lengthOf(1);
    expect(reachedIn(`${limited}${boundary('ssm-contacts:*')}`)).to.have.lengthOf(0);
  });

  it('keeps what an attachment rests on', () => {
    const conditions = "Conditions: { IsProduction: !Equals [!Ref AWS::AccountId, '1'] }\n";
    const attached = role(
      'ManagedPolicyArns: [!If [IsProduction, arn:aws:iam::aws:policy/AdministratorAccess, !Ref AWS::NoValue]]',
    );
    expect(reachedIn(`${conditions}${attached}`)).to.deep.equal(['* | yes | IsProduction']);
  });
});

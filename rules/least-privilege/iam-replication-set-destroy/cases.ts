import {
  actionParameter,
  allowing,
  isProduction,
  policyTemplate,
  responsePlan,
} from '../../../test/policy-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { lambda, managedPolicy, policyOf, roleOf } from '../../../test/role-templates.js';
import { planOf } from '../../../test/terraform-documents.js';

const destroying = "Effect: Allow, Action: 'ssm-incidents:DeleteReplicationSet', Resource: '*'";
const forbidding =
  "Effect: Deny, Action: 'ssm-incidents:*ReplicationSet', Resource: 'arn:aws:ssm-incidents::*:replication-set/*'";

export default cases({
  good: [
    {
      name: 'reading the replication set',
      template: policyTemplate(allowing('ssm-incidents:GetReplicationSet', "'*'")),
    },
    {
      name: 'a whole service, which iam-wildcard-action reports',
      template: policyTemplate(allowing("['ssm-incidents:*', '*']", "'*'")),
    },
    {
      name: 'a policy of a role that the configuration names',
      template: `Resources:\n${responsePlan}${roleOf('BreakGlass', '{ AWS: "arn:aws:iam::111122223333:root" }')}${policyOf('BreakGlass', `[{ ${destroying} }]`)}`,
      settings: { iam: { breakGlassRoles: ['BreakGlass'] } },
    },
    {
      name: 'a role that the configuration names by its name',
      template: `Resources:\n${responsePlan}${roleOf('Emergency', '{ AWS: "arn:aws:iam::111122223333:root" }', `RoleName: break-glass\n      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${destroying} }] } }]`)}`,
      settings: { iam: { breakGlassRoles: ['break-glass'] } },
    },
    {
      name: 'a Deny in another policy of the same role',
      template: `Resources:\n${responsePlan}${roleOf('Role', '{ AWS: "arn:aws:iam::111122223333:root" }')}${policyOf('Role', `[{ ${destroying} }]`)}${policyOf('Role', `[{ ${forbidding.replace('arn:aws', 'arn:*')} }]`, 'Guard')}`,
    },
    {
      name: 'a permissions boundary that leaves it out',
      template: `Resources:\n${responsePlan}${roleOf('Role', '{ AWS: "arn:aws:iam::111122223333:root" }', `PermissionsBoundary: !Ref Boundary\n      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${destroying} }] } }]`)}${managedPolicy('Boundary', "[{ Effect: Allow, Action: 'ssm-incidents:Get*', Resource: '*' }]")}`,
    },
  ],
  bad: [
    {
      name: 'deleting it',
      template: policyTemplate(allowing('«ssm-incidents:DeleteReplicationSet»', "'*'")),
      message:
        '"Responders" allows "ssm-incidents:DeleteReplicationSet", which can delete the replication set, and with it all of Incident Manager’s data.',
    },
    {
      name: 'taking its protection away, and a glob',
      template: policyTemplate(
        allowing(
          "[«ssm-incidents:UpdateDeletionProtection», «'SSM-Incidents:update*'»]",
          'arn:aws:ssm-incidents::111122223333:replication-set/*',
        ),
      ),
    },
    {
      name: 'without anything of Incident Manager in the template',
      template: policyTemplate(allowing("«'ssm-incidents:Delete*'»", "'*'"), ''),
    },
    {
      name: 'a Deny for other replication sets',
      template: policyTemplate(
        `${allowing('«ssm-incidents:DeleteReplicationSet»', "'*'")}\n- { ${forbidding.replace('/*', '/some')} }`,
      ),
    },
    {
      name: 'a permissions boundary that lets it through',
      template: `Resources:\n${responsePlan}${roleOf('Role', '{ AWS: "arn:aws:iam::111122223333:root" }', `PermissionsBoundary: arn:aws:iam::aws:policy/PowerUserAccess\n      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${destroying.replace("'ssm-incidents:DeleteReplicationSet'", "«'ssm-incidents:DeleteReplicationSet'»")} }] } }]`)}`,
    },
    {
      name: 'under a condition on a tag, and for a role that only a service assumes',
      template: `Resources:\n${responsePlan}${roleOf('Function', lambda)}${policyOf('Function', "[{ Effect: Allow, Action: [«'ssm-incidents:UpdateReplicationSet'»], Resource: '*' }]")}${managedPolicy('Tagged', "[{ Effect: Allow, Action: «'ssm-incidents:UpdateReplicationSet'», Resource: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': sre } } }]")}`,
      severity: 'warning',
    },
    {
      name: 'trap 41: JSON text with a lone statement in a permission set',
      template: `{
  "Resources": {
    "Set": {
      "Type": "AWS::SSO::PermissionSet",
      "Properties": {
        "Name": "responders",
        "InstanceArn": "arn:aws:sso:::instance/ssoins-1234567890123456",
        "InlinePolicy": «"{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"ssm-incidents:Delete*\\",\\"Resource\\":\\"*\\"}}"»
      }
    }
  }
}`,
    },
    {
      name: 'a user’s policy in a plan',
      template: planOf({
        'aws_iam_user_policy.p': {
          user: 'u',
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ssm-incidents:DeleteReplicationSet', Resource: '*' }] })}»`,
        },
      }),
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: policyTemplate(
        allowing(
          "!If [IsProduction, ssm-incidents:GetReplicationSet, «~'ssm-incidents:DeleteReplicationSet'»]",
          "'*'",
        ),
        responsePlan,
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a boundary in one arm of a condition only',
      template: `${isProduction}Resources:\n${responsePlan}${roleOf('Role', '{ AWS: "arn:aws:iam::111122223333:root" }', `PermissionsBoundary: !If [IsProduction, !Ref Boundary, !Ref AWS::NoValue]\n      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${destroying.replace("'ssm-incidents:DeleteReplicationSet'", "«~'ssm-incidents:DeleteReplicationSet'»")} }] } }]`)}${managedPolicy('Boundary', "[{ Effect: Allow, Action: 'ssm-incidents:Get*', Resource: '*' }]")}`,
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default deletes it',
      template: policyTemplate(
        allowing('«~!Ref Action»', "'*'"),
        responsePlan,
        actionParameter('{ Type: String, Default: ssm-incidents:DeleteReplicationSet }'),
      ),
      when: 'parameter Action keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a boundary that another stack declares',
      template: `Resources:\n${responsePlan}${roleOf('Role', '{ AWS: "arn:aws:iam::111122223333:root" }', `PermissionsBoundary: arn:aws:iam::111122223333:policy/everybody\n      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ ${destroying.replace("'ssm-incidents:DeleteReplicationSet'", "«?'ssm-incidents:DeleteReplicationSet'»")} }] } }]`)}`,
      reason: 'arn:aws:iam::111122223333:policy/everybody is declared outside the scanned files',
    },
    {
      name: 'a parameter without default and allowed values',
      template: policyTemplate(
        allowing('«?!Ref Action»', "'*'"),
        responsePlan,
        actionParameter('{ Type: String }'),
      ),
    },
  ],
});

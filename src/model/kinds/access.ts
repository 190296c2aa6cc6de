import type { KindSpec } from '../kind.js';

/** Who may do what: policies, and those whom they are attached to. */
export const accessKinds = {
  /** Everything that can hold a statement of what a principal may do. */
  'permission-policy': {
    cloudformation: [
      'AWS::IAM::Role',
      'AWS::IAM::User',
      'AWS::IAM::Group',
      'AWS::IAM::Policy',
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::RolePolicy',
      'AWS::IAM::UserPolicy',
      'AWS::IAM::GroupPolicy',
      'AWS::SSO::PermissionSet',
    ],
    terraform: [
      'aws_iam_role',
      'aws_iam_policy',
      'aws_iam_role_policy',
      'aws_iam_user_policy',
      'aws_iam_group_policy',
      'aws_ssoadmin_permission_set_inline_policy',
    ],
    fields: {
      documents: {
        shape: 'policy',
        cloudformation: {
          'AWS::IAM::Role': 'Policies[].PolicyDocument',
          'AWS::IAM::User': 'Policies[].PolicyDocument',
          'AWS::IAM::Group': 'Policies[].PolicyDocument',
          'AWS::IAM::Policy': 'PolicyDocument',
          'AWS::IAM::ManagedPolicy': 'PolicyDocument',
          'AWS::IAM::RolePolicy': 'PolicyDocument',
          'AWS::IAM::UserPolicy': 'PolicyDocument',
          'AWS::IAM::GroupPolicy': 'PolicyDocument',
          'AWS::SSO::PermissionSet': 'InlinePolicy',
        },
        terraform: {
          aws_iam_role: 'inline_policy[].policy',
          aws_iam_policy: 'policy',
          aws_iam_role_policy: 'policy',
          aws_iam_user_policy: 'policy',
          aws_iam_group_policy: 'policy',
          aws_ssoadmin_permission_set_inline_policy: 'inline_policy',
        },
      },
      roles: {
        cloudformation: {
          'AWS::IAM::Policy': 'Roles[]',
          'AWS::IAM::ManagedPolicy': 'Roles[]',
          'AWS::IAM::RolePolicy': 'RoleName',
        },
        terraform: { aws_iam_role_policy: 'role' },
      },
      users: {
        cloudformation: {
          'AWS::IAM::Policy': 'Users[]',
          'AWS::IAM::ManagedPolicy': 'Users[]',
          'AWS::IAM::UserPolicy': 'UserName',
        },
        terraform: { aws_iam_user_policy: 'user' },
      },
      groups: {
        cloudformation: {
          'AWS::IAM::Policy': 'Groups[]',
          'AWS::IAM::ManagedPolicy': 'Groups[]',
          'AWS::IAM::GroupPolicy': 'GroupName',
        },
        terraform: { aws_iam_group_policy: 'group' },
      },
      permissionSets: {
        terraform: { aws_ssoadmin_permission_set_inline_policy: 'permission_set_arn' },
      },
    },
  },
  /** Whoever policies are attached to. */
  principal: {
    cloudformation: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::SSO::PermissionSet'],
    terraform: ['aws_iam_role', 'aws_iam_user', 'aws_iam_group', 'aws_ssoadmin_permission_set'],
    fields: {
      managedPolicies: {
        cloudformation: {
          'AWS::IAM::Role': 'ManagedPolicyArns[]',
          'AWS::IAM::User': 'ManagedPolicyArns[]',
          'AWS::IAM::Group': 'ManagedPolicyArns[]',
          'AWS::SSO::PermissionSet': 'ManagedPolicies[]',
        },
        terraform: { aws_iam_role: 'managed_policy_arns[]' },
      },
      /** Policies of the account by their names. */
      namedPolicies: {
        cloudformation: { 'AWS::SSO::PermissionSet': 'CustomerManagedPolicyReferences[].Name' },
      },
      boundary: {
        cloudformation: {
          'AWS::IAM::Role': 'PermissionsBoundary',
          'AWS::IAM::User': 'PermissionsBoundary',
          'AWS::SSO::PermissionSet': 'PermissionsBoundary.ManagedPolicyArn',
        },
        terraform: { aws_iam_role: 'permissions_boundary', aws_iam_user: 'permissions_boundary' },
      },
      namedBoundary: {
        cloudformation: {
          'AWS::SSO::PermissionSet': 'PermissionsBoundary.CustomerManagedPolicyReference.Name',
        },
      },
      /** Of a user: the groups whose policies count as well. */
      groups: { cloudformation: { 'AWS::IAM::User': 'Groups[]' } },
    },
  },
  role: {
    cloudformation: ['AWS::IAM::Role'],
    terraform: ['aws_iam_role'],
    fields: {
      name: { cloudformation: 'RoleName', terraform: 'name' },
      managedPolicies: { cloudformation: 'ManagedPolicyArns[]', terraform: 'managed_policy_arns[]' },
      trust: {
        cloudformation: 'AssumeRolePolicyDocument',
        terraform: 'assume_role_policy',
        shape: 'policy',
      },
    },
  },
  user: {
    cloudformation: ['AWS::IAM::User'],
    terraform: ['aws_iam_user'],
    fields: { name: { cloudformation: 'UserName', terraform: 'name' } },
  },
  group: {
    cloudformation: ['AWS::IAM::Group'],
    terraform: ['aws_iam_group'],
    fields: { name: { cloudformation: 'GroupName', terraform: 'name' } },
  },
  'permission-set': {
    cloudformation: ['AWS::SSO::PermissionSet'],
    terraform: ['aws_ssoadmin_permission_set'],
    fields: { name: { cloudformation: 'Name', terraform: 'name' } },
  },
  'managed-policy': {
    cloudformation: ['AWS::IAM::ManagedPolicy'],
    terraform: ['aws_iam_policy'],
    fields: {
      name: { cloudformation: 'ManagedPolicyName', terraform: 'name' },
      document: { cloudformation: 'PolicyDocument', terraform: 'policy', shape: 'policy' },
    },
  },
  /** A resource of its own that attaches managed policies to somebody, which only Terraform has. */
  'policy-attachment': {
    cloudformation: [],
    terraform: [
      'aws_iam_role_policy_attachment',
      'aws_iam_user_policy_attachment',
      'aws_iam_group_policy_attachment',
      'aws_iam_policy_attachment',
      'aws_iam_role_policy_attachments_exclusive',
      'aws_iam_user_policy_attachments_exclusive',
      'aws_iam_group_policy_attachments_exclusive',
      'aws_ssoadmin_managed_policy_attachment',
      'aws_ssoadmin_customer_managed_policy_attachment',
    ],
    fields: {
      /** By its ARN, or by its name where it is one of the account's. */
      policy: {
        terraform: {
          aws_iam_role_policy_attachment: 'policy_arn',
          aws_iam_user_policy_attachment: 'policy_arn',
          aws_iam_group_policy_attachment: 'policy_arn',
          aws_iam_policy_attachment: 'policy_arn',
          aws_iam_role_policy_attachments_exclusive: 'policy_arns[]',
          aws_iam_user_policy_attachments_exclusive: 'policy_arns[]',
          aws_iam_group_policy_attachments_exclusive: 'policy_arns[]',
          aws_ssoadmin_managed_policy_attachment: 'managed_policy_arn',
          aws_ssoadmin_customer_managed_policy_attachment: 'customer_managed_policy_reference[0].name',
        },
      },
      roles: {
        terraform: {
          aws_iam_role_policy_attachment: 'role',
          aws_iam_policy_attachment: 'roles[]',
          aws_iam_role_policy_attachments_exclusive: 'role_name',
        },
      },
      users: {
        terraform: {
          aws_iam_user_policy_attachment: 'user',
          aws_iam_policy_attachment: 'users[]',
          aws_iam_user_policy_attachments_exclusive: 'user_name',
        },
      },
      groups: {
        terraform: {
          aws_iam_group_policy_attachment: 'group',
          aws_iam_policy_attachment: 'groups[]',
          aws_iam_group_policy_attachments_exclusive: 'group_name',
        },
      },
      permissionSets: {
        terraform: {
          aws_ssoadmin_managed_policy_attachment: 'permission_set_arn',
          aws_ssoadmin_customer_managed_policy_attachment: 'permission_set_arn',
        },
      },
    },
  },
  /** The permissions boundary of a permission set, which is a resource of its own in Terraform. */
  'boundary-attachment': {
    cloudformation: [],
    terraform: ['aws_ssoadmin_permissions_boundary_attachment'],
    fields: {
      permissionSet: { terraform: 'permission_set_arn' },
      policy: { terraform: 'permissions_boundary[0].managed_policy_arn' },
      namedPolicy: { terraform: 'permissions_boundary[0].customer_managed_policy_reference[0].name' },
    },
  },
  /** A resource of its own that puts users into groups, which only Terraform has. */
  'group-membership': {
    cloudformation: [],
    terraform: ['aws_iam_user_group_membership', 'aws_iam_group_membership'],
    fields: {
      users: {
        terraform: { aws_iam_user_group_membership: 'user', aws_iam_group_membership: 'users[]' },
      },
      groups: {
        terraform: { aws_iam_user_group_membership: 'groups[]', aws_iam_group_membership: 'group' },
      },
    },
  },
  'vpc-endpoint': {
    cloudformation: ['AWS::EC2::VPCEndpoint'],
    terraform: ['aws_vpc_endpoint'],
    fields: {
      service: { cloudformation: 'ServiceName', terraform: 'service_name' },
      policy: { cloudformation: 'PolicyDocument', terraform: 'policy', shape: 'policy' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

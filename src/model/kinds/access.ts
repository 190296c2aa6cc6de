import type { KindSpec } from '../kind.js';

/** Who may do what: policies and roles. */
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
      'AWS::Serverless::Function',
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
          'AWS::Serverless::Function': 'Policies[]',
        },
      },
      roles: {
        cloudformation: {
          'AWS::IAM::Policy': 'Roles[]',
          'AWS::IAM::ManagedPolicy': 'Roles[]',
          'AWS::IAM::RolePolicy': 'RoleName',
        },
      },
    },
  },
  role: {
    cloudformation: ['AWS::IAM::Role'],
    fields: {
      name: { cloudformation: 'RoleName' },
      managedPolicies: { cloudformation: 'ManagedPolicyArns[]' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

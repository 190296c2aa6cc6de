import type { KindSpec } from '../kind.js';

/** What other accounts are let at. */
export const sharingKinds = {
  /** Sharing through AWS RAM. */
  'resource-share': {
    cloudformation: ['AWS::RAM::ResourceShare'],
    terraform: ['aws_ram_resource_share'],
    fields: {
      name: { cloudformation: 'Name', terraform: 'name' },
      resources: { cloudformation: 'ResourceArns[]' },
      principals: { cloudformation: 'Principals[]' },
      external: {
        cloudformation: 'AllowExternalPrincipals',
        terraform: 'allow_external_principals',
        default: 'true',
        terraformDefault: 'false',
      },
    },
  },
  /** What Terraform adds to a share by a resource of its own. */
  'share-association': {
    cloudformation: [],
    terraform: ['aws_ram_resource_association', 'aws_ram_principal_association'],
    fields: {
      share: { terraform: 'resource_share_arn' },
      resource: { terraform: { aws_ram_resource_association: 'resource_arn' } },
      principal: { terraform: { aws_ram_principal_association: 'principal' } },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

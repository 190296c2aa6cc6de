import type { KindSpec } from '../kind.js';

/** Secrets and the keys that encrypt them. */
export const secretKinds = {
  secret: {
    cloudformation: ['AWS::SecretsManager::Secret'],
    terraform: ['aws_secretsmanager_secret'],
    fields: {
      name: { cloudformation: 'Name', terraform: 'name' },
      /** Without one, the key that AWS manages (CloudFormation template reference: KmsKeyId). */
      key: { cloudformation: 'KmsKeyId', terraform: 'kms_key_id', default: 'alias/aws/secretsmanager' },
      policy: { terraform: 'policy', shape: 'policy' },
    },
  },
  'secret-policy': {
    cloudformation: ['AWS::SecretsManager::ResourcePolicy'],
    terraform: ['aws_secretsmanager_secret_policy'],
    fields: {
      secret: { cloudformation: 'SecretId', terraform: 'secret_arn' },
      document: { cloudformation: 'ResourcePolicy', terraform: 'policy', shape: 'policy' },
    },
  },
  'encryption-key': {
    cloudformation: ['AWS::KMS::Key'],
    terraform: ['aws_kms_key'],
    fields: { policy: { cloudformation: 'KeyPolicy', terraform: 'policy', shape: 'policy' } },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

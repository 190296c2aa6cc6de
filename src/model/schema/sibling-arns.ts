import { snakeCase } from '../kind.js';

/** Finds a resource of the same template by its logical ID. */
export type Siblings = (name: string) => { readonly type: string } | undefined;

/**
 * Properties that take the ARN of another resource and never its name, at any depth of the Incident Manager and
 * Chatbot types (CloudFormation template reference, property by property).
 */
const arnProperties: ReadonlySet<string> = new Set([
  'ChannelId',
  'ChatbotSns',
  'ContactId',
  'ContactIds',
  'CustomizationResourceArns',
  'Engagements',
  'GuardrailPolicies',
  'IamRoleArn',
  'RoleArn',
  'RotationIds',
  'SnsTopicArn',
  'SnsTopicArns',
  'SseKmsKeyId',
]);

/** Types whose `Ref` is no ARN (template reference, *Return values*); of the others that belong here it is. */
const refIsNoArn: ReadonlySet<string> = new Set(['AWS::IAM::Role', 'AWS::KMS::Key']);

/** The same in Terraform: those of the aws provider, and of the awscc provider, whose names are CloudFormation's. */
const arnArguments: ReadonlySet<string> = new Set([
  ...[...arnProperties].map(snakeCase),
  'chat_channel',
  'contact_channel_id',
  'guardrail_policy_arns',
  'kms_key_arn',
]);

const longestReference = 200;

/** Whether a property or an argument takes the ARN of another resource. */
export function takesArn(name: string): boolean {
  return arnProperties.has(name) || arnArguments.has(name);
}

/** What names another resource in a text where its ARN belongs. */
export interface Misnamed {
  /** What the text is. */
  readonly what: string;
  /** What most likely belongs there. */
  readonly expression: string;
}

/** The logical ID of a resource of the same template; undefined for any other text. */
export function logicalIdIn(text: string, siblings: Siblings): Misnamed | undefined {
  const sibling = siblings(text);
  if (sibling === undefined) return undefined;
  return { what: `the logical ID "${text}"`, expression: arnExpression(text, sibling.type) };
}

const reference =
  /^(?:(?:var|local|module|data)\.[\w-]+|(?:aws|awscc)_\w+)(?:\.[\w-]+)+$|^(?:var|local)\.[\w-]+$/;

/** A reference of Terraform's that quotes keep from being one; undefined for any other text. */
export function referenceIn(text: string): Misnamed | undefined {
  if (text.length > longestReference || !reference.test(text)) return undefined;
  const isWhole = text.startsWith('aws') && text.split('.').length === 2;
  return { what: `the reference "${text}"`, expression: `\${${isWhole ? `${text}.arn` : text}}` };
}

/** How CloudFormation's YAML gives the ARN of a resource of the same template. */
function arnExpression(logicalId: string, type: string): string {
  return refIsNoArn.has(type) ? `!GetAtt ${logicalId}.Arn` : `!Ref ${logicalId}`;
}

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

/** Whether a property takes the ARN of another resource. */
export function takesArn(property: string): boolean {
  return arnProperties.has(property);
}

/** How CloudFormation's YAML gives the ARN of a resource of the same template. */
export function arnExpression(logicalId: string, type: string): string {
  return refIsNoArn.has(type) ? `!GetAtt ${logicalId}.Arn` : `!Ref ${logicalId}`;
}

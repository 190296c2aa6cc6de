import type { Place } from '../../text/place.js';
import type { Value } from '../../value/value.js';

/** The constants of CDK's that stand for a text in the template. */
const texts: Readonly<Partial<Record<string, string>>> = {
  'aws-iam.Effect.ALLOW': 'Allow',
  'aws-iam.Effect.DENY': 'Deny',
  'aws-chatbot.LoggingLevel.ERROR': 'ERROR',
  'aws-chatbot.LoggingLevel.INFO': 'INFO',
  'aws-chatbot.LoggingLevel.NONE': 'NONE',
  'aws-cloudtrail.ReadWriteType.READ_ONLY': 'ReadOnly',
  'aws-cloudtrail.ReadWriteType.WRITE_ONLY': 'WriteOnly',
  'aws-cloudtrail.ReadWriteType.ALL': 'All',
  'aws-cloudtrail.ReadWriteType.NONE': 'None',
  'aws-sns.SubscriptionProtocol.HTTP': 'http',
  'aws-sns.SubscriptionProtocol.HTTPS': 'https',
  'aws-sns.SubscriptionProtocol.EMAIL': 'email',
  'aws-sns.SubscriptionProtocol.EMAIL_JSON': 'email-json',
  'aws-sns.SubscriptionProtocol.SMS': 'sms',
  'aws-sns.SubscriptionProtocol.SQS': 'sqs',
  'aws-sns.SubscriptionProtocol.APPLICATION': 'application',
  'aws-sns.SubscriptionProtocol.LAMBDA': 'lambda',
  'aws-sns.SubscriptionProtocol.FIREHOSE': 'firehose',
};

/** The pseudo parameters, as `Aws` names them. */
const pseudoParameters: Readonly<Partial<Record<string, string>>> = {
  'core.Aws.ACCOUNT_ID': 'AWS::AccountId',
  'core.Aws.PARTITION': 'AWS::Partition',
  'core.Aws.REGION': 'AWS::Region',
  'core.Aws.STACK_ID': 'AWS::StackId',
  'core.Aws.STACK_NAME': 'AWS::StackName',
  'core.Aws.URL_SUFFIX': 'AWS::URLSuffix',
};

/** The value of a constant of CDK's by its full name; undefined for one that is not known. */
export function constantOf(name: string, place: Place): Value | undefined {
  if (name === 'core.Aws.NO_VALUE') return { kind: 'absent', place };
  const text = texts[name];
  if (text !== undefined) return { kind: 'text', text, type: 'string', place };
  const what = pseudoParameters[name];
  return what === undefined
    ? undefined
    : { kind: 'partial', parts: [{ what, literal: true, settle: 'a literal value' }], place };
}

import { incidentPlan, isProduction } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { afterApply, planOf, ref } from '../../../test/terraform-documents.js';

/** The chat topic of a response plan with properties, and what stands before the resources. */
function used(properties = '', sections = '', name = 'Topic'): string {
  const all = properties === '' ? '' : `, Properties: { ${properties} }`;
  return `${sections}Resources:
  ${name}: { Type: AWS::SNS::Topic${all} }
${incidentPlan('Plan', '!Ref Topic')}`;
}

/** A response plan of Terraform's with a topic. */
function terraform(topic: Readonly<Record<string, string>>): Parameters<typeof planOf>[0] {
  return {
    'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
    'aws_sns_topic.chat': { name: 'chat', ...topic },
  };
}

export default cases({
  good: [
    {
      name: 'a key of the account',
      template: used('KmsMasterKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd'),
    },
    {
      name: 'AWS’s own key for SNS, which is for another rule to judge',
      template: used('KmsMasterKeyId: alias/aws/sns'),
    },
    {
      name: 'a topic of something else, written as JSON',
      template: `{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }`,
    },
    {
      name: 'a topic for notifications, which is no chat topic',
      template: `Resources:
  Chat: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: alias/chat } }
  Topic: { Type: AWS::SNS::Topic }
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: No answer, Impact: 1, NotificationTargets: [{ SnsTopicArn: !Ref Topic }] }
      ChatChannel: { ChatbotSns: [!Ref Chat] }
`,
    },
    {
      name: 'a key that stands in a plan and is known after apply',
      template: planOf({
        ...terraform({}),
        'aws_sns_topic.chat': { name: 'chat', kms_master_key_id: ref('aws_kms_key.chat.arn') },
        'aws_kms_key.chat': { arn: afterApply },
      }),
    },
  ],
  bad: [
    {
      name: 'no key',
      template: used('', '', '«Topic»'),
      message:
        'Chat topic "Topic" has no KMS key, so only the disk encryption of SNS guards the updates of an incident.',
      severity: 'info',
    },
    { name: 'AWS::NoValue', template: used('KmsMasterKeyId: !Ref AWS::NoValue', '', '«Topic»') },
    { name: 'an empty key', template: used("KmsMasterKeyId: «''»") },
    {
      name: 'no key in a plan of Terraform’s',
      template: planOf(terraform({})).replace('"aws_sns_topic.chat"', '«"aws_sns_topic.chat"»'),
    },
  ],
  possible: [
    {
      name: 'a key in one arm of a condition',
      template: used(
        'KmsMasterKeyId: !If [IsProduction, alias/chat, !Ref AWS::NoValue]',
        isProduction,
        '«~Topic»',
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default is empty',
      template: used('KmsMasterKeyId: «~!Ref Key»', "Parameters: { Key: { Type: String, Default: '' } }\n"),
      when: 'parameter Key keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a key that only a parameter gives',
      template: used('KmsMasterKeyId: «?!Ref Key»', 'Parameters: { Key: { Type: String } }\n'),
    },
    {
      name: 'a topic that may be the chat topic of a plan',
      template: `Parameters: { Chat: { Type: String } }
Resources:
  «?Topic»: { Type: AWS::SNS::Topic }
${incidentPlan('Plan', '!Ref Chat')}`,
    },
  ],
});

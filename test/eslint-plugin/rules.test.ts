import { ruleOf, stack, tester } from './tester.js';

function channel(deferActivation: string): string {
  return stack(`  new CfnContactChannel(stack, 'Sms', {
    contactId: 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice',
    channelType: 'SMS',
    channelName: 'mobile',
    channelAddress: '+4915123456789',
    ${deferActivation}
  });`);
}

tester.run('channel-unverified', ruleOf('channel-unverified'), {
  valid: [
    { name: 'a channel without the property', code: channel('') },
    { name: 'a channel that is not deferred', code: channel('deferActivation: false') },
    { name: 'a value that only a run tells', code: channel('deferActivation: props.defer') },
    { name: 'properties that come from elsewhere', code: channel('...others') },
    ...[
      'const other = p; other.deferActivation = false;',
      '[p].forEach((one) => { one.deferActivation = false; });',
      '[p.deferActivation] = [false];',
      '({ a: p.deferActivation } = { a: false });',
    ].map((change) => ({
      name: `properties that may be changed by ${change}`,
      code: stack(`  const p = { contactId: 'c', channelName: 'n', channelType: 'SMS', channelAddress: a, deferActivation: true };
  ${change}
  new contacts.CfnContactChannel(stack, 'Sms', p);`),
    })),
    {
      name: 'constructs of one variable that are changed later',
      code: stack(`  let channel = new contacts.CfnContactChannel(stack, 'A', { channelName: 'n', deferActivation: true });
  channel.deferActivation = false;
  channel = new contacts.CfnContactChannel(stack, 'B', { channelName: 'n', deferActivation: true });
  channel.deferActivation = false;`),
    },
    { name: 'a computed key, which may be any', code: channel('deferActivation: true, [props.key]: false') },
    {
      name: 'a class of the same name',
      code: channel('deferActivation: true').replaceAll('aws-cdk-lib', './own'),
    },
    { name: 'a file without CDK', code: 'export const deferActivation = true;' },
  ],
  invalid: [
    {
      name: 'a deferred channel, at the property’s value',
      code: channel('deferActivation: true'),
      errors: [{ messageId: 'finding', line: 15, column: 22, endLine: 15, endColumn: 26 }],
    },
    {
      name: 'one arm of a condition',
      code: channel('deferActivation: isProd ? false : true'),
      errors: [
        {
          messageId: 'possible',
          data: {
            message:
              'Channel "Sms" is created inactive: nobody is engaged through it until somebody sends its activation code and enters it.',
            when: 'not isProd',
          },
          line: 15,
          column: 39,
        },
      ],
    },
    {
      name: 'a constant, where it is used',
      code: channel('deferActivation,').replace("'OnCall');", "'OnCall'); const deferActivation = true;"),
      errors: [{ messageId: 'finding', line: 15, column: 5 }],
    },
    {
      name: 'properties that are spread',
      code: channel('...(isProd && { deferActivation: true }),'),
      errors: [{ messageId: 'possible', line: 15, column: 38 }],
    },
  ],
});

tester.run('response-plan-without-chat', ruleOf('response-plan-without-chat'), {
  valid: [
    {
      name: 'a list that only a run tells',
      code: stack(
        `  new incidents.CfnResponsePlan(stack, 'Plan', { name: 'p', incidentTemplate, chatChannel: { chatbotSns: props.channels } });`,
      ),
    },
    {
      name: 'properties that come from elsewhere',
      code: stack(
        `  new incidents.CfnResponsePlan(stack, 'Plan', { name: 'p', incidentTemplate, ...others });`,
      ),
    },
  ],
  invalid: [
    {
      name: 'what is missing, at the construct',
      code: stack(`  new incidents.CfnResponsePlan(stack, 'Plan', { name: 'p', incidentTemplate });`),
      errors: [{ messageId: 'finding', line: 10, column: 3, endLine: 10, endColumn: 80 }],
    },
  ],
});

tester.run('iam-wildcard-action', ruleOf('iam-wildcard-action'), {
  valid: [
    {
      name: 'a statement whose effect is assigned',
      code: stack(`  const statement = new iam.PolicyStatement({ actions: ['ssm-incidents:*'], resources: ['*'] });
  statement.effect = iam.Effect.DENY;
  new iam.Policy(stack, 'Policy', { statements: [statement] });`),
    },
    {
      name: 'a statement that is only copied',
      code: stack(`  const statement = new iam.PolicyStatement({ actions: ['ssm-incidents:*'], resources: ['*'] });
  const denial = statement.copy({ effect: iam.Effect.DENY });
  new iam.Policy(stack, 'Policy', { statements: [denial] });`),
    },
  ],
  invalid: [
    {
      name: 'a policy document that is written as it is',
      code: stack(`  new iam.CfnManagedPolicy(stack, 'Policy', { policyDocument: {
    Version: '2012-10-17', Statement: [{ Effect: iam.Effect.ALLOW, Action: ['ssm-incidents:*'], Resource: '*' }] } });`),
      errors: [{ messageId: 'finding', line: 11, column: 77, endColumn: 94 }],
    },
    {
      name: 'a statement that is added to a role from elsewhere',
      code: stack(`  props.role.addToPrincipalPolicy(new iam.PolicyStatement({
    actions: ['ssm-incidents:*'], resources: ['*'] }));`),
      errors: [{ messageId: 'finding', line: 11, column: 15, endColumn: 32 }],
    },
    {
      name: 'an action of a constant list, where the list is used',
      code: stack(`  const actions = ['ssm-incidents:Get*', 'ssm-incidents:*'];
  new iam.Policy(stack, 'Policy', { statements: [new iam.PolicyStatement({ actions, resources: ['*'] })] });`),
      errors: [{ messageId: 'finding', line: 11, column: 76, endColumn: 83 }],
    },
  ],
});

tester.run('chat-audit-off', ruleOf('chat-audit-off'), {
  valid: [],
  invalid: [
    {
      name: 'a text, in the quotes that it has',
      code: stack(`  new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { loggingLevel: 'NONE' });`),
      output: stack(`  new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { loggingLevel: 'INFO' });`),
      errors: [{ messageId: 'finding' }],
    },
    {
      name: 'a property that is missing',
      code: stack(`  new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { iamRoleArn: props.role });`),
      output: stack(
        `  new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { loggingLevel: 'INFO', iamRoleArn: props.role });`,
      ),
      errors: [{ messageId: 'finding' }],
    },
    {
      name: 'a constant, which others may use, is left alone',
      code: stack(
        `  const level = 'NONE'; new chatbot.CfnSlackChannelConfiguration(stack, 'Slack', { loggingLevel: level });`,
      ),
      output: null,
      errors: [{ messageId: 'finding' }],
    },
  ],
});

const contact =
  "new CfnContact(stack, 'Alice', { alias: 'alice', displayName: 'Alice', type: 'PERSONAL', plan: [] });";

tester.run('trail-single-region', ruleOf('trail-single-region'), {
  valid: [],
  invalid: [
    {
      name: 'what costs something is a suggestion',
      code: stack(`  ${contact}
  new cloudtrail.CfnTrail(stack, 'Trail', { isLogging: true, isMultiRegionTrail: false });`),
      errors: [
        {
          messageId: 'finding',
          suggestions: [
            {
              messageId: 'fix',
              output: stack(`  ${contact}
  new cloudtrail.CfnTrail(stack, 'Trail', { isLogging: true, isMultiRegionTrail: true });`),
            },
          ],
        },
      ],
    },
  ],
});

tester.run('trail-missing', ruleOf('trail-missing'), {
  valid: [{ name: 'a trail may stand in another file', code: stack(`  ${contact}`) }],
  invalid: [],
});

tester.run('chat-topic-not-connected', ruleOf('chat-topic-not-connected'), {
  valid: [
    {
      name: 'the chat configuration may stand in another file',
      code: stack(`  const topic = new sns.CfnTopic(stack, 'Topic');
  new incidents.CfnResponsePlan(stack, 'Plan', { name: 'p', chatChannel: { chatbotSns: [topic.ref] } });`).replace(
        'import *',
        "import * as sns from 'aws-cdk-lib/aws-sns';import *",
      ),
    },
  ],
  invalid: [],
});

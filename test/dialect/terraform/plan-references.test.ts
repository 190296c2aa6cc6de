import { expect } from 'chai';
import { afterApply, planOf, ref } from '../../terraform-documents.js';
import { estate, patched, shown } from './plans.js';

describe('references in a Terraform plan', () => {
  it('takes what is unknown and written for what it refers to', () => {
    const text = planOf({
      ...estate,
      'aws_ssmincidents_response_plan.whole': { chat_channel: ref('aws_sns_topic.chat.arn') },
      'aws_ssmincidents_response_plan.items': { chat_channel: [ref('aws_sns_topic.chat.arn'), 'arn:b'] },
      'aws_ssmincidents_response_plan.several': {
        chat_channel: ref('aws_sns_topic.chat.arn', 'aws_sns_topic.mail.arn'),
      },
    });
    const chat = (name: string): string | undefined =>
      shown(text, `aws_ssmincidents_response_plan.${name}`)['chat_channel'];
    expect(chat('whole')).to.equal('aws_sns_topic.chat.arn');
    expect(chat('items')).to.equal('[aws_sns_topic.chat.arn, "arn:b"]');
    expect(chat('several')).to.equal('[aws_sns_topic.chat.arn, aws_sns_topic.mail.arn]');
  });

  it('follows references into blocks', () => {
    const text = planOf({
      'aws_ssmcontacts_contact_channel.sms': {},
      'aws_ssmcontacts_plan.p': {
        stage: [
          {
            duration_in_minutes: 5,
            target: [
              {
                channel_target_info: [{ contact_channel_id: ref('aws_ssmcontacts_contact_channel.sms.arn') }],
              },
            ],
          },
        ],
      },
    });
    expect(shown(text, 'aws_ssmcontacts_plan.p')['stage']).to.equal(
      '[{duration_in_minutes: "5", target: [{channel_target_info: [{contact_channel_id: aws_ssmcontacts_contact_channel.sms.arn}]}]}]',
    );
  });

  it('does not take a part of a document for the document', () => {
    const text = planOf({ ...estate, 'aws_iam_policy.p': { policy: ref('aws_sns_topic.chat.arn') } });
    expect(shown(text, 'aws_iam_policy.p')['policy']).to.equal(
      '? it is computed from aws_sns_topic.chat.arn at apply',
    );
  });

  it('chooses the instance with the same index', () => {
    const text = planOf({
      'aws_sns_topic.t["a"]': {},
      'aws_sns_topic.t["b"]': {},
      'aws_sns_topic_policy.p["b"]': { arn: ref('aws_sns_topic.t', 'each.key') },
      'aws_sns_topic_policy.q': { arn: ref('aws_sns_topic.t') },
    });
    expect(shown(text, 'aws_sns_topic_policy.p["b"]')['arn']).to.equal('aws_sns_topic.t["b"].id');
    expect(shown(text, 'aws_sns_topic_policy.q')['arn']).to.equal(
      '? the plan does not tell which instance of aws_sns_topic.t is meant',
    );
  });

  it('follows each.value to the resource that for_each goes through', () => {
    const text = patched(
      planOf({ 'aws_sns_topic.t["a"]': {}, 'aws_sns_topic_policy.p["a"]': { arn: ref('each.value.arn') } }),
      (plan) => {
        const [, policy] = plan.configuration.root_module.resources;
        if (policy) policy['for_each_expression'] = { references: ['aws_sns_topic.t'] };
      },
    );
    expect(shown(text, 'aws_sns_topic_policy.p["a"]')['arn']).to.equal('aws_sns_topic.t["a"].arn');
  });

  it('follows variables and outputs of modules', () => {
    const text = patched(
      planOf({
        'module.chat.aws_sns_topic.t': {},
        'module.plan.aws_ssmincidents_response_plan.p': { chat_channel: ref('var.topics') },
      }),
      (plan) => {
        const [topic, response] = plan.configuration.root_module.resources;
        plan.configuration.root_module.resources = [];
        plan.configuration.root_module['module_calls'] = {
          chat: {
            module: {
              outputs: { arn: { expression: { references: ['aws_sns_topic.t.arn', 'aws_sns_topic.t'] } } },
              resources: [topic],
            },
          },
          plan: {
            expressions: { topics: { references: ['module.chat.arn', 'module.chat'] } },
            module: { resources: [response], variables: { topics: {} } },
          },
        };
      },
    );
    expect(shown(text, 'module.plan.aws_ssmincidents_response_plan.p')['chat_channel']).to.equal(
      'module.chat.aws_sns_topic.t.arn',
    );
  });

  it('ends where modules lead in a circle', () => {
    const text = patched(planOf({ 'aws_sns_topic_policy.p': { arn: ref('module.a.out') } }), (plan) => {
      plan.configuration.root_module['module_calls'] = {
        a: {
          expressions: { in: { references: ['module.a.out'] } },
          module: { outputs: { out: { expression: { references: ['var.in', 'var.in.x'] } } } },
        },
      };
    });
    expect(shown(text, 'aws_sns_topic_policy.p')['arn']).to.match(/^\?/);
  });

  it('builds the policy of a data source that waits for the apply', () => {
    const statement = {
      actions: ['sns:Publish'],
      effect: null,
      resources: ref('aws_sns_topic.chat.arn'),
      principals: [{ type: 'Service', identifiers: ['ssm-incidents.amazonaws.com'] }],
    };
    const text = patched(
      planOf({
        ...estate,
        'data.aws_iam_policy_document.d': { json: afterApply, statement: [statement] },
        'aws_sns_topic_policy.p': { policy: ref('data.aws_iam_policy_document.d.json') },
      }),
      (plan) => {
        const { root_module: root } = plan.planned_values;
        root.resources = root.resources.filter(({ address }) => !address.startsWith('data.'));
      },
    );
    expect(shown(text, 'aws_sns_topic_policy.p')['policy']).to.equal(
      '{Version: "2012-10-17", Statement: [{Action: ["sns:Publish"], Resource: aws_sns_topic.chat.arn, Effect: "Allow", Principal: {Service: ["ssm-incidents.amazonaws.com"]}}]}',
    );
  });

  it('ends where policy documents are merged in a circle', () => {
    const other = (name: string) => ({
      json: afterApply,
      source_policy_documents: ref(`data.aws_iam_policy_document.${name}.json`),
    });
    const text = planOf({
      'data.aws_iam_policy_document.a': other('b'),
      'data.aws_iam_policy_document.b': other('a'),
      'aws_sns_topic_policy.p': { policy: ref('data.aws_iam_policy_document.a.json') },
    });
    expect(shown(text, 'aws_sns_topic_policy.p')['policy']).to.match(/^\?/);
  });

  it('resolves variables of the root and data sources that were read', () => {
    const text = patched(
      planOf({
        'aws_sns_topic_policy.p': {
          arn: ref('var.topic'),
          policy: ref('data.aws_iam_policy_document.d.json'),
        },
      }),
      (plan) => {
        plan.variables = { topic: { value: 'arn:t' } };
        plan.prior_state = {
          values: {
            root_module: {
              resources: [
                {
                  address: 'data.aws_iam_policy_document.d',
                  mode: 'data',
                  type: 'aws_iam_policy_document',
                  name: 'd',
                  values: { json: '{}' },
                },
              ],
            },
          },
        };
      },
    );
    expect(shown(text, 'aws_sns_topic_policy.p')).to.include({ arn: '"arn:t"', policy: '"{}"' });
  });
});

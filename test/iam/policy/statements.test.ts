import { expect } from 'chai';
import type { Statement } from '../../../src/iam/policy/statement.js';
import { statementsOf } from '../../../src/iam/policy/statements.js';
import { describe as inWords } from '../../../src/value/assumption.js';
import { isDoubt } from '../../../src/value/tri.js';
import type { Settled } from '../../../src/value/value.js';
import { absent, condition, either, list, map, text } from '../../value/values.js';
import { gap, leaf, literal, partial, reference, unknown } from '../policies.js';

const allow = { Effect: text('Allow'), Action: text('ssm-incidents:*'), Resource: text('*') };

function read(value: Settled): readonly Statement[] {
  return statementsOf(leaf(value));
}

function texts(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ actions }) => actions.map((action) => action.text));
}

describe('statementsOf', () => {
  it('reads a document with a list of statements', () => {
    const [statement, ...others] = read(map({ Statement: list(map({ ...allow, Sid: text('All') })) }));
    expect(others).to.have.lengthOf(0);
    expect(statement?.allows).to.equal(true);
    expect(statement?.denies).to.equal(false);
    expect(statement?.sid).to.equal('All');
    expect(statement?.resources.map((resource) => resource.text)).to.deep.equal(['*']);
  });

  it('reads a lone statement, and a lone statement without a document', () => {
    expect(texts(read(map({ Statement: map(allow) })))).to.deep.equal(['ssm-incidents:*']);
    expect(texts(read(map(allow)))).to.deep.equal(['ssm-incidents:*']);
  });

  it('reads JSON text', () => {
    const policy = { Statement: { Effect: 'Allow', Action: ['ssm-contacts:Get*', 'ssm-contacts:List*'] } };
    expect(texts(read(text(JSON.stringify(policy))))).to.deep.equal([
      'ssm-contacts:Get*',
      'ssm-contacts:List*',
    ]);
  });

  it('reads JSON text with gaps, and keeps each gap in its place', () => {
    const [statement] = read(
      partial(
        '{"Statement": {"Effect": "Allow", "Action": "ssm-incidents:',
        gap('parameter Verb'),
        '", "Resource": "arn:',
        literal('AWS::Partition'),
        ':ssm-incidents::',
        literal('AWS::AccountId'),
        ':*"}}',
      ),
    );
    expect(statement?.actions[0]?.text).to.equal('ssm-incidents:${parameter Verb}');
    expect(statement?.resources[0]?.text).to.equal(
      'arn:${AWS::Partition}:ssm-incidents::${AWS::AccountId}:*',
    );
  });

  it('reads a text with a gap outside of its quotes as a doubt that names the gap', () => {
    const [statement] = read(partial('{"Statement": ', gap('parameter Statements'), '}'));
    expect(statement?.allows).to.have.property('why').that.includes('parameter Statements');
  });

  it('finds no statement in what is no document', () => {
    expect(read(text('AmazonSNSFullAccess'))).to.have.lengthOf(0);
    expect(read(reference('ManagedPolicy'))).to.have.lengthOf(0);
    expect(read(map({ SNSPublishMessagePolicy: map({ TopicName: text('x') }) }))).to.have.lengthOf(0);
  });

  it('reads an unknown document, statement list or malformed text as a statement of doubts', () => {
    for (const value of [unknown, map({ Statement: unknown }), text('{"Statement": [')] as const) {
      const [statement] = read(value);
      expect(isDoubt(statement?.allows ?? true)).to.equal(true);
      expect(statement?.actions[0]?.doubt).to.not.equal(undefined);
    }
  });

  it('gives each arm of a condition its own when', () => {
    const choice = either('IsProd', text('ssm-incidents:Get*'), text('*'));
    const [statement] = read(
      map({ Statement: map({ ...allow, Action: list(text('sns:Publish'), choice) }) }),
    );
    expect(statement?.actions.map((action) => [action.text, inWords(action.when)])).to.deep.equal([
      ['sns:Publish', undefined],
      ['ssm-incidents:Get*', 'IsProd'],
      ['*', 'not IsProd'],
    ]);
  });

  it('splits a statement whose Effect or Condition depends on a condition', () => {
    const statements = read(
      map({
        Statement: list(
          map({
            ...allow,
            Effect: either('IsProd', text('Deny'), text('Allow')),
            Condition: either('IsProd', absent, map({ Bool: map({ 'aws:SecureTransport': text('true') }) })),
          }),
        ),
      }),
    );
    expect(
      statements.map(({ allows, conditions, when }) => [allows, conditions.length, inWords(when)]),
    ).to.deep.equal([
      [false, 0, 'IsProd'],
      [true, 1, 'not IsProd'],
    ]);
  });

  it('drops arms that contradict the document', () => {
    const policy = map({ Statement: map({ ...allow, Action: either('IsProd', text('a:A'), text('b:B')) }) });
    expect(texts(statementsOf(leaf(policy, [condition('IsProd')])))).to.deep.equal(['a:A']);
  });

  it('reads a list that hangs on too many conditions as a doubt', () => {
    const values = Array.from({ length: 40 }, (_, index) =>
      either(`C${String(index)}`, text('a'), text('b')),
    );
    const [statement, ...others] = read(map({ Statement: map({ ...allow, NotAction: list(...values) }) }));
    expect(others).to.have.lengthOf(0);
    expect(statement?.notActions.map((action) => action.doubt?.settle)).to.deep.equal(['fewer conditions']);
  });

  it('tells principals by their type', () => {
    const [statement] = read(
      map({
        Statement: map({
          ...allow,
          Principal: map({ AWS: list(text('*')), Service: text('ssm-incidents.amazonaws.com') }),
        }),
      }),
    );
    expect(statement?.principals.map(({ type, leaf: named }) => [type, named.text])).to.deep.equal([
      ['AWS', '*'],
      ['Service', 'ssm-incidents.amazonaws.com'],
    ]);
  });

  it('is case-sensitive about Effect, as IAM is', () => {
    const [statement] = read(map({ Statement: map({ ...allow, Effect: text('allow') }) }));
    expect(statement?.allows).to.equal(false);
  });

  it('gives the same statements for the same leaf', () => {
    const document = leaf(map({ Statement: map(allow) }));
    expect(statementsOf(document)).to.equal(statementsOf(document));
  });
});

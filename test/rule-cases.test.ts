import { expect } from 'chai';
import { rule, type RegisteredRule } from '../src/rule/rule.js';
import { cases, type RuleCase } from './rule-cases.js';
import { expectCase, expectSameAsJson, expectValid } from './rule-cases/expect-case.js';
import { readMarks, writeMarks } from './rule-cases/marks.js';
import { weaknessesOf } from './rule-cases/weaknesses.js';

const shortTopics: RegisteredRule = {
  id: 'short-topic-name',
  practice: 'contacts',
  rule: rule({
    summary: 'Disallow topics with short names.',
    severity: 'warning',
    profile: 'strict',
    message: 'Topic "{topic}" has a short name.',
    help: 'Choose a longer name.',
    check: {
      topic({ name, resource }, { report }) {
        for (const leaf of name)
          report(
            leaf.is((text) => text.length < 3),
            leaf,
            { topic: resource.name },
          );
      },
    },
  }),
};

function topic(name: string, more = ''): string {
  return `${more}Resources:\n  Alarm:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${name}\n`;
}

const conditional = topic(
  '!If [IsProd, «~in», incidents]',
  'Conditions: {IsProd: !Equals [!Ref AWS::Region, x]}\n',
);

const proven = cases({
  good: [{ name: 'a long name', template: topic('incidents') }],
  bad: [
    { name: 'a short name', template: topic('«in»'), message: 'Topic "Alarm" has a short name.' },
    {
      name: 'as JSON',
      template: '{"Resources":{"Alarm":{"Type":"AWS::SNS::Topic","Properties":{"TopicName":«"in"»}}}}',
    },
  ],
  possible: [{ name: 'in one arm', template: conditional, when: 'IsProd' }],
  undecided: [
    { name: 'a parameter', template: topic('«?!Ref Name»', 'Parameters: {Name: {Type: String}}\n') },
  ],
});

function judged(changed: Omit<RuleCase, 'name'>): () => void {
  return () => {
    expectCase(shortTopics, { name: 'changed', ...changed });
  };
}

describe('marks', () => {
  it('are read with their kind and their offsets in the text without marks', () => {
    expect(readMarks('a «b «?c» d» «~e»')).to.deep.equal({
      text: 'a b c d e',
      marks: [
        { kind: 'undecided', span: { start: 4, end: 5 } },
        { kind: 'finding', span: { start: 2, end: 7 } },
        { kind: 'possible', span: { start: 8, end: 9 } },
      ],
    });
  });

  for (const marked of ['no mark', '««a» b»', '««a»»', 'x«»y', '«a»«?b»', '«~a\n«?b»\n»'])
    it(`are written as they were read: ${JSON.stringify(marked)}`, () => {
      const { text, marks } = readMarks(marked);
      expect(writeMarks(text, marks)).to.equal(marked);
    });

  it('must be opened and closed', () => {
    expect(() => readMarks('a» b')).to.throw('closed but not opened');
    expect(() => readMarks('«a b')).to.throw('opened but not closed');
  });
});

describe('the tester of rules', () => {
  it('takes cases of which the rule says exactly what they mark', () => {
    for (const group of [proven.good, proven.bad, proven.possible ?? [], proven.undecided ?? []])
      for (const ruleCase of group) expectCase(shortTopics, ruleCase);
    expect(weaknessesOf(proven)).to.deep.equal([]);
  });

  it('refuses a finding without a mark and a mark without a finding', () => {
    expect(judged({ template: topic('in') })).to.throw('what the rule reports');
    expect(judged({ template: topic('«incidents»') })).to.throw('what the rule reports');
  });

  it('refuses a finding that is a character away from its mark', () => {
    expect(judged({ template: topic('«i»n') })).to.throw('what the rule reports');
    expect(judged({ template: topic('«"in"»') })).not.to.throw();
  });

  it('refuses a certain finding where a possible or an undecided one is marked', () => {
    expect(judged({ template: topic('«~in»') })).to.throw('what the rule reports');
    expect(judged({ template: topic('«?in»') })).to.throw('what the rule reports');
  });

  it('refuses another message, severity, condition or reason', () => {
    const template = topic('«in»');
    expect(judged({ template, message: 'Topic "Other" has a short name.' })).to.throw('message');
    expect(judged({ template, severity: 'error' })).to.throw('severity');
    expect(judged({ template: conditional, when: 'not IsProd' })).to.throw('when');
    expect(
      judged({
        template: topic('«?!Ref Name»', 'Parameters: {Name: {Type: String}}\n'),
        reason: 'no reason',
      }),
    ).to.throw('reason');
  });

  it('refuses problems that the case does not name', () => {
    const template = 'Resources: []\n';
    expect(judged({ template })).to.throw('problems');
    expect(judged({ template, problems: ['wrong-type'] })).not.to.throw();
  });

  it('refuses a message with a placeholder that the rule left', () => {
    const careless = { ...shortTopics, rule: { ...shortTopics.rule, message: '{topic} has no {name}.' } };
    expect(() => {
      expectCase(careless, { name: 'careless', template: topic('«in»') });
    }).to.throw('placeholder');
  });

  it('marks what it found in the file where it found it', () => {
    const template = { 'a.yaml': topic('«in»'), 'b.yaml': topic('incidents') };
    expect(judged({ template })).not.to.throw();
    expect(judged({ template: { 'a.yaml': topic('in'), 'b.yaml': topic('«incidents»') } })).to.throw();
  });

  it('refuses a template that breaks the schema, unless the case says so', () => {
    const template = topic('incidents').replace('SNS', 'SSMIncidents');
    const schemaRule = {
      ...shortTopics,
      rule: {
        ...shortTopics.rule,
        check: {
          resource: (resource: { type: string }, { report }: { report: (...all: never[]) => void }) => {
            const broken = resource.type.startsWith('AWS::SSMIncidents');
            (report as (...all: unknown[]) => void)(broken, resource, { topic: 'x' });
          },
        },
      },
    };
    expect(() => {
      expectValid(schemaRule, { name: 'broken', template });
    }).to.throw('breaks the schema');
    expectValid(schemaRule, { name: 'broken', template, invalid: true });
  });
});

describe('the second dialect', () => {
  it('is compared with the first', () => {
    for (const ruleCase of [
      ...proven.bad.slice(0, 1),
      ...(proven.possible ?? []),
      ...(proven.undecided ?? []),
    ])
      expect(expectSameAsJson(shortTopics, ruleCase), ruleCase.name).to.equal(true);
  });

  it('must agree with the first', () => {
    const indented: RegisteredRule = {
      ...shortTopics,
      rule: {
        ...shortTopics.rule,
        check: {
          topic: ({ name, resource }, { report }) => {
            for (const leaf of name)
              report(!leaf.place.file.text.startsWith('{'), leaf, { topic: resource.name });
          },
        },
      },
    };
    expect(() => expectSameAsJson(indented, { name: 'x', template: topic('«in»') })).to.throw('as JSON');
  });

  it('is left out for anchors, suppressions, JSON, and where a reason is given', () => {
    const template = topic('&name «in»');
    expect(expectSameAsJson(shortTopics, { name: 'anchor', template })).to.equal(false);
    const suppressed = topic('«in» # incident-lint-disable-line x -- y');
    expect(expectSameAsJson(shortTopics, { name: 'suppressed', template: suppressed })).to.equal(false);
    expect(expectSameAsJson(shortTopics, { name: 'json', template: '{"Resources":{}}' })).to.equal(false);
    expect(expectSameAsJson(shortTopics, { name: 'no', template: topic('in'), yamlOnly: 'why' })).to.equal(
      false,
    );
  });
});

describe('weak cases', () => {
  it('lack a group', () => {
    expect(weaknessesOf({ good: [], bad: [] })).to.include.members([
      'no good case',
      'no bad case',
      'no possible and no undecided case',
    ]);
  });

  it('lack a dialect', () => {
    const { bad } = proven;
    expect(weaknessesOf({ ...proven, bad: bad.slice(0, 1) })).to.deep.equal(['no case is written as JSON']);
    expect(weaknessesOf({ good: [], bad: bad.slice(1) })).to.include('no case is written as YAML');
  });

  it('repeat a name or a template', () => {
    const again = { name: 'a long name', template: topic('incidents') };
    expect(weaknessesOf({ ...proven, good: [...proven.good, again] })).to.deep.equal([
      'two cases are named "a long name"',
      'the same template is judged by "a long name" and "a long name"',
    ]);
    const settings = { external: { cloudtrail: 'organization trail' } };
    const declared = { ...again, name: 'the same, declared', settings };
    expect(weaknessesOf({ ...proven, good: [...proven.good, declared] })).to.deep.equal([]);
  });

  it('stand in the wrong group', () => {
    const marked = { name: 'marked', template: topic('«to»') };
    expect(weaknessesOf({ ...proven, good: [marked] })).to.deep.equal(['the good case "marked" has a mark']);
    expect(weaknessesOf({ ...proven, undecided: [marked] })).to.deep.equal([
      'the undecided case "marked" has no mark of its kind',
    ]);
  });
});

import { expect } from 'chai';
import { faultsOfPage, rewritePage } from '../../scripts/docs/page.js';
import { rule, type RegisteredRule } from '../../src/rule/rule.js';

const registered: RegisteredRule = {
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

function example(words: string, name: string, output = ''): string {
  const template = `Resources:\n  Alarm:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${name}\n`;
  return `\`\`\`yaml ${words}\n${template}\`\`\`\n${output && `\n\`\`\`text output\n${output}\n\`\`\`\n`}`;
}

const wrong = example('wrong', 'in', '5:18: warning: Topic "Alarm" has a short name. [short-topic-name]');
const undecided = example(
  'undecided',
  '!Ref Name',
  '5:18: undecided: Name is no parameter and no resource of this template [short-topic-name]',
);

const page = `# short-topic-name

<!-- facts -->

Severity \`warning\` · profile \`strict\` · practice \`contacts\`

<!-- /facts -->

Disallow topics with short names.

## Why

Nobody knows what they are for.

## Examples

${wrong}
${example('right', 'incidents')}
## Undecided

Parameters.

## Limits

None.

## Options

None.

## Source

Common sense.
`;

function faultsOf(changed: string, changes: Partial<RegisteredRule['rule']> = {}): string[] {
  const changedRule = { ...registered, rule: { ...registered.rule, ...changes } };
  return faultsOfPage(changed, changedRule, [changedRule]);
}

describe("a rule's page", () => {
  it('that holds what it should is left alone and has no fault', () => {
    expect(rewritePage(page, registered, [])).to.equal(page);
    expect(faultsOf(page)).to.deep.equal([]);
  });

  it('gets its facts and the output of its examples', () => {
    const stale = page
      .replace('`warning` ·', '`error` ·')
      .replace('5:18: warning', '4:1: warning')
      .replace('## Undecided\n', `## Undecided\n\n${undecided.slice(0, undecided.indexOf('\n```text'))}`);
    const rewritten = rewritePage(stale, registered, []);
    expect(rewritten).to.contain(wrong);
    expect(rewritten).to.contain('Severity `warning` · profile `strict`');
    expect(rewritten).to.match(
      /yaml undecided\n[^`]*```\n\n```text output\n5:18: undecided: .* \[short-topic-name\]\n/,
    );
    expect(rewritePage(rewritten, registered, [])).to.equal(rewritten);
  });

  it('loses an output that belongs to no example', () => {
    const right = example('right', 'incidents');
    const stray = page.replace(right, `${right}\n\`\`\`text output\n5:18: old\n\`\`\`\n`);
    expect(rewritePage(stray, registered, [])).to.equal(page);
  });

  it('can set the configuration of an example', () => {
    const config = '```yaml config\nchat:\n  privateSlackChannelId: [C1]\n```\n\n';
    expect(faultsOf(page.replace(wrong, config + wrong)).join()).to.contain('privateSlackChannelId');
    expect(faultsOf(page.replace(wrong, config.replace('ChannelId', 'ChannelIds') + wrong))).to.deep.equal(
      [],
    );
  });

  it('is named for its rule and opens with its summary', () => {
    expect(faultsOf(page.replace('# short', '# Short'))).to.deep.equal([
      'the first line is not "# short-topic-name"',
    ]);
    expect(faultsOf(page.replace('Disallow topics', 'Disallow all topics'))).to.deep.equal([
      'the first paragraph is not the summary of the rule',
    ]);
    expect(faultsOf(page.replace('<!-- /facts -->', ''))).to.include('there is no place for the facts');
  });

  it('has every section, filled and in order', () => {
    expect(faultsOf(page.replace('## Limits\n\nNone.\n', '')).join()).to.contain(
      'the sections are Why, Examples',
    );
    expect(faultsOf(page.replace('## Limits', '## Bounds')).join()).to.contain('the sections are');
    expect(faultsOf(page.replace('Parameters.\n', ''))).to.deep.equal(['the section Undecided is empty']);
  });

  it('has a wrong and a right example that are so', () => {
    expect(faultsOf(page.replace(wrong, ''))).to.deep.equal(['there is no wrong example']);
    expect(faultsOf(page.replace('yaml right', 'yaml'))).to.deep.equal(['there is no right example']);
    expect(faultsOf(page.replace('TopicName: in\n', 'TopicName: incidents\n')).join()).to.contain(
      'nothing is found',
    );
    expect(faultsOf(page.replace('TopicName: incidents', 'TopicName: at')).join()).to.contain(
      'it is not right',
    );
    expect(faultsOf(page.replace('TopicName: incidents', 'TopicName: !Ref X')).join()).to.contain(
      'it is not right',
    );
    expect(faultsOf(page.replace('yaml right', 'json right')).join()).to.contain('it is not json');
    expect(faultsOf(page.replace('Resources:', 'Resources: {')).join()).to.contain(
      'the yaml example marked wrong',
    );
    expect(faultsOf(page.replace('yaml right', 'yaml undecided')).join()).to.contain('nothing is undecided');
  });

  it('has examples that keep to the schema, or say that they do not', () => {
    const strict: RegisteredRule = {
      ...registered,
      id: 'schema-invalid',
      rule: rule({
        ...registered.rule,
        message: 'TopicName is unknown.',
        check: {
          topic(view, { report }) {
            report(true, view, {});
          },
        },
      }),
    };
    const faults = (text: string): string[] => faultsOfPage(text, registered, [registered, strict]);
    expect(faults(page))
      .to.have.length(2)
      .and.to.match(/it breaks the schema: TopicName is unknown/);
    expect(faults(page.replace('yaml wrong', 'yaml wrong invalid'))).to.have.length(1);
  });

  it('belongs to a rule that speaks in sentences', () => {
    expect(faultsOf(page, { summary: 'Topics with short names.' }).join()).to.contain(
      'the summary is no sentence',
    );
    expect(faultsOf(page, { message: 'Topic "{topic}" is short' }).join()).to.contain('the message is not');
    expect(faultsOf(page, { message: 'It is short. It is bad.' }).join()).to.contain('the message is not');
    expect(faultsOf(page, { help: 'Choose another' }).join()).to.contain('the help is no sentence');
  });
});

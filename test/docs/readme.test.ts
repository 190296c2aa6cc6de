import { expect } from 'chai';
import { joinSegments, splitSegments } from '../../scripts/docs/markdown.js';
import { runBuilt, withRuleTables, withRuns } from '../../scripts/docs/readme.js';
import { rule, type RegisteredRule } from '../../src/rule/rule.js';

function ruleNamed(practice: string, id: string): RegisteredRule {
  const message = 'It is a fault.';
  const summary = `Disallow ${id}.`;
  return {
    id,
    practice,
    rule: rule({ summary, severity: 'error', profile: 'recommended', message, help: '', check: {} }),
  };
}

describe('the table of rules', () => {
  const empty = 'Before.\n\n<!-- rules -->\n<!-- /rules -->\n\nAfter.\n';

  it("lists every rule under its practice, in the guide's order", () => {
    const filled = withRuleTables(empty, [
      ruleNamed('trail', 'trail-missing'),
      ruleNamed('chat', 'chat-shared'),
    ]);
    expect(filled).to.match(/^Before[^]*Make chat channels private[^]*Use AWS CloudTrail[^]*After\.\n$/);
    expect(filled).to.contain(
      '| [`chat-shared`](rules/chat/chat-shared/rule.md) | error | recommended | Disallow chat-shared. |',
    );
    expect(withRuleTables(filled, [ruleNamed('trail', 'trail-missing')])).not.to.contain('chat-shared');
  });

  it('refuses a practice that the guide does not have', () => {
    expect(() => withRuleTables(empty, [ruleNamed('luck', 'x')])).to.throw('luck');
  });
});

describe('a block that is run', () => {
  it('holds the command and its output, whatever it held before', () => {
    const before = '<!-- run: node dist/incident-lint.js --version -->\nold\n<!-- /run -->\nAfter.\n';
    const after =
      '<!-- run: node dist/incident-lint.js --version -->\n\n' +
      '```console\n$ node dist/incident-lint.js --version\n1.2.3\n```\n\n<!-- /run -->\nAfter.\n';
    expect(withRuns(before, () => '1.2.3\n')).to.equal(after);
    expect(withRuns(after, () => '1.2.3\n')).to.equal(after);
  });

  it('can run nothing but the built command', () => {
    for (const command of ['ls', 'node other.js', 'node --eval 1'])
      expect(() => runBuilt('.')(command)).to.throw('only node dist/incident-lint.js');
  });
});

describe('fenced blocks', () => {
  it('are split from the text and joined to the same text', () => {
    const markdown = '# A\n\n```yaml wrong\na: 1\n```\n\n```text output\n```\nb\n';
    expect(joinSegments(splitSegments(markdown))).to.equal(markdown);
    expect(splitSegments(markdown).map(({ kind }) => kind)).to.deep.equal([
      'text',
      'fence',
      'text',
      'fence',
      'text',
    ]);
  });

  it('must end', () => {
    expect(() => splitSegments('```yaml\na: 1\n')).to.throw('has no end');
  });
});

import { expect } from 'chai';
import { source } from './source.js';

const imports = "import { aws_sns as sns, aws_iam as iam } from 'aws-cdk-lib';\n";

/** How many resources a text makes; each of these texts would take minutes if work grew faster than the text. */
function count(lines: readonly string[]): number {
  return source(imports + lines.join('\n')).resources.length;
}

function times(number: number, line: (at: number) => string): string[] {
  return Array.from({ length: number }, (_, at) => line(at));
}

describe('a large or hostile CDK app', () => {
  const many = 3_000;

  it('may make many constructs', () => {
    expect(count(times(many, (at) => `new sns.CfnTopic(s, 'T${String(at)}', { topicName: 'x' });`))).to.equal(
      many,
    );
  });

  it('may give all of them one name', () => {
    expect(count(times(many, () => `new sns.CfnTopic(s, 'T');`))).to.equal(many);
  });

  it('may use one constant everywhere', () => {
    const lines = times(
      many,
      (at) => `new sns.CfnTopic(s, 'T${String(at)}', { topicName: settings.k${String(at)} });`,
    );
    const keys = times(many, (at) => `k${String(at)}: 'x'`).join();
    expect(count([`const settings = { ${keys} };`, ...lines])).to.equal(many);
  });

  it('may hold a list that is longer than a call can have arguments', () => {
    const items = times(150_000, () => "'x'").join();
    expect(count([`const list = [${items}];`, "new sns.CfnTopic(s, 'T');"])).to.equal(1);
  });

  it('may chain constants', () => {
    const chain = times(many, (at) => `const a${String(at + 1)} = a${String(at)};`);
    expect(
      count(["const a0 = 'x';", ...chain, `new sns.CfnTopic(s, 'T', { topicName: a${String(many)} });`]),
    ).to.equal(1);
  });

  it('may spread objects into each other', () => {
    const chain = times(
      2_000,
      (at) =>
        `const a${String(at + 1)} = { ...a${String(at)}, ...(c${String(at)} && { k${String(at)}: 1 }) };`,
    );
    expect(count(['const a0 = {};', ...chain, "new sns.CfnTopic(s, 'T', a2000);"])).to.equal(1);
  });

  it('may spread into one object many times', () => {
    const spreads = times(many, (at) => `...(c && { k${String(at)}: 1 })`).join();
    expect(count([`new sns.CfnTopic(s, 'T', { ${spreads} });`])).to.equal(1);
  });

  it('may override a property many times', () => {
    const lines = times(many, (at) => `t.p${String(at)} = 1; t.topicName = 'x';`);
    expect(count(["const t = new sns.CfnTopic(s, 'T');", ...lines])).to.equal(1);
  });

  it('may override under different conditions many times', () => {
    const lines = times(many, (at) => `if (c${String(at)}) t.topicName = 'x';`);
    expect(count(["const t = new sns.CfnTopic(s, 'T');", ...lines])).to.equal(1);
  });

  it('may add many statements', () => {
    const lines = times(many, () => `r.addToPolicy(new iam.PolicyStatement({ actions: ['a:B'] }));`);
    expect(count(["const r = new iam.Role(s, 'R', {});", ...lines])).to.equal(2);
  });

  it('may add many actions to one statement', () => {
    const lines = times(many, () => `st.addActions('a:B');`);
    expect(count(['const st = new iam.PolicyStatement();', ...lines])).to.equal(1);
  });

  it('may use one statement everywhere', () => {
    const lines = times(1_000, () => `role.addToPolicy(st);`);
    const actions = times(1_000, () => `'a:B'`).join();
    const before = `const role = new iam.Role(s, 'R', {}); const st = new iam.PolicyStatement({ actions: [${actions}] });`;
    expect(count([before, ...lines])).to.equal(2);
  });

  it('may nest conditions', () => {
    const open = times(100, (at) => `if (c${String(at)}) {`).join('');
    expect(count([`${open} new sns.CfnTopic(s, 'T'); ${'}'.repeat(100)}`])).to.equal(1);
  });

  it('may merge many conditions', () => {
    const lines = times(3_000, (at) => `st.addCondition('Bool', { k${String(at)}: true });`);
    expect(count(['const st = new iam.PolicyStatement();', ...lines])).to.equal(1);
  });
});

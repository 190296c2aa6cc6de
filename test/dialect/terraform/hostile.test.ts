import { expect } from 'chai';
import type { Value } from '../../../src/value/value.js';
import { probed, resourcesOf } from './configuration.js';

const probe = 'resource "aws_x" "probe" {\n  value = local.x0\n}\n';

/** More values than this are more than anybody looks through. */
const most = 1_000_000;

/** How many values there are in a value, each as often as it stands in it; the count ends at `most`. */
function sizeOf(value: Value): number {
  let size = 0;
  const visit = (inner: Value): void => {
    size += 1;
    if (size > most) return;
    if (inner.kind === 'list') inner.items.forEach(visit);
    if (inner.kind === 'map') for (const entry of inner.entries) visit(entry.value);
    if (inner.kind === 'choice') for (const arm of inner.arms) visit(arm.value);
  };
  visit(value);
  return size;
}

function locals(number: number, definition: (name: string, next: string) => string, last = '"a"'): string {
  const lines = Array.from({ length: number }, (_, n) =>
    definition(`x${String(n)}`, `local.x${String(n + 1)}`),
  );
  return `${probe}locals {\n${lines.join('\n')}\nx${String(number)} = ${last}\n}\n`;
}

/** Configurations whose values would take longer than the age of the world, or more stack than there is. */
const configurations: Readonly<Record<string, string>> = {
  'local values in a circle': 'locals {\n  x0 = [local.x1]\n  x1 = { a = local.x0 }\n}\n' + probe,
  'a long chain of local values': locals(20_000, (name, next) => `${name} = ${next}`),
  'a deep chain of local values': locals(
    300,
    (name, next) => `${name} = ${'['.repeat(90)}${next}${']'.repeat(90)}`,
  ),
  'a chain of functions': locals(
    300,
    (name, next) => `${name} = ${'upper('.repeat(90)}${next}${')'.repeat(90)}`,
  ),
  'lists that double': locals(60, (name, next) => `${name} = [${next}, ${next}]`),
  'lists that double and are flattened': locals(60, (name, next) => `${name} = flatten([${next}, ${next}])`),
  'texts that double': locals(
    60,
    (name, next) => `${name} = "\${${next}}\${${next}}"`,
    `"${'a'.repeat(100)}"`,
  ),
  'conditions that double': locals(60, (name, next) => `${name} = var.${name} ? ${next} : [${next}]`),
  'texts with many conditions': locals(
    60,
    (name, next) => `${name} = "\${var.${name} ? "a" : "b"}\${${next}}"`,
  ),
  'loops in loops': `${probe}locals {\n  x0 = ${'[for a in [1, 2] : '.repeat(60)}1${']'.repeat(60)}\n}\n`,
  'a condition that rests on itself': `${probe}locals {\n  x0 = local.x1 ? 1 : 2\n  x1 = !local.x1\n}\n`,
  'dynamic blocks in dynamic blocks': `resource "aws_x" "probe" {\n${'dynamic "value" {\nfor_each = [1, 2]\ncontent {\n'.repeat(90)}${'}\n}\n'.repeat(90)}}\n`,
  'policy documents that take in each other twice': `resource "aws_x" "probe" {\n  value = data.aws_iam_policy_document.d0.json\n}\n${Array.from(
    { length: 60 },
    (_, n) =>
      `data "aws_iam_policy_document" "d${String(n)}" {\n  source_policy_documents = [for i in [1, 2] : data.aws_iam_policy_document.d${String(n + 1)}.json]\n}\n`,
  ).join('')}data "aws_iam_policy_document" "d60" {\n  statement {}\n}\n`,
};

describe("hostile configurations of Terraform's", () => {
  for (const [what, text] of Object.entries(configurations)) {
    it(`${what} have a value that ends`, () => {
      expect(sizeOf(probed({ 'main.tf': text }))).to.be.at.most(most);
    });
  }

  it('resources that refer to themselves and to each other have values that end', () => {
    const text = `
resource "aws_x" "probe" {
  value    = [aws_x.probe.value, aws_x.b.value]
  for_each = aws_x.b
}
resource "aws_x" "b" {
  for_each = aws_x.probe
  value    = aws_x.probe
}
`;
    const sizes = resourcesOf({ 'main.tf': text }).map(({ properties }) => sizeOf(properties));
    expect(sizes).to.have.length(2);
    expect(Math.max(...sizes)).to.be.below(20);
  });

  it('no more instances are made than can be looked at', () => {
    const keys = Array.from({ length: 5_000 }, (_, n) => `"${String(n)}"`).join(',');
    const many = Array.from(
      { length: 300 },
      (_, n) => `resource "aws_x" "m${String(n)}" {\n  count = 200\n}\n`,
    );
    expect(resourcesOf({ 'main.tf': 'resource "aws_x" "a" {\n  count = 999999999\n}\n' })).to.have.length(1);
    expect(
      resourcesOf({ 'main.tf': `resource "aws_x" "a" {\n  for_each = toset([${keys}])\n}\n` }),
    ).to.have.length(1);
    expect(resourcesOf({ 'main.tf': many.join('') })).to.have.length.below(20_000);
  });
});

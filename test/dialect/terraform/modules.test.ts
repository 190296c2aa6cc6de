import { expect } from 'chai';
import { resourcesOf, shown, templatesOf } from './configuration.js';

function shownOf(files: Readonly<Record<string, string>>): string[] {
  return resourcesOf(files).map(shown);
}

const topic = `
variable "name" {}
variable "kind" { default = "chat" }
resource "aws_x" "t" { v = "\${var.name}-\${var.kind}" }
output "arn" { value = aws_x.t.arn }
`;

describe("Terraform's modules", () => {
  it('are read as they are called, with what they are given and give', () => {
    expect(
      shownOf({
        'live/main.tf':
          'module "a" {\n  source = "../modules/topic"\n  name = "x"\n}\nresource "aws_x" "u" { v = module.a.arn }\n',
        'modules/topic/main.tf': topic,
      }),
    ).to.deep.equal(['aws_x.u: {v: module.a.aws_x.t.arn}', 'module.a.aws_x.t: {v: "x-chat"}']);
  });

  it('that nobody calls are read with their defaults as assumptions', () => {
    expect(shownOf({ 'main.tf': topic })).to.deep.equal([
      'aws_x.t: {v: (variable kind keeps its default: ${variable name}-chat)}',
    ]);
  });

  it('are called several times, under conditions, and within each other', () => {
    expect(
      shownOf({
        'main.tf':
          'variable "on" {}\nmodule "a" {\n  source = "./m"\n  for_each = toset(["x", "y"])\n  name = each.key\n}\n' +
          'module "b" {\n  source = "./m/"\n  count = var.on ? 1 : 0\n  name = "b"\n}\n' +
          'resource "aws_x" "u" {\n  v = [for m in module.a : m.arn]\n  w = module.b[0].arn\n}\n',
        'm/main.tf':
          'variable "name" {}\nmodule "inner" {\n  source = "./../topic"\n  name = var.name\n}\noutput "arn" { value = module.inner.arn }\n',
        'topic/main.tf': topic,
      }),
    ).to.deep.equal([
      'aws_x.u: {v: [module.a["x"].module.inner.aws_x.t.arn, module.a["y"].module.inner.aws_x.t.arn], w: module.b[0].module.inner.aws_x.t.arn}',
      'module.a["x"].module.inner.aws_x.t: {v: "x-chat"}',
      'module.a["y"].module.inner.aws_x.t: {v: "y-chat"}',
      'module.b[0].module.inner.aws_x.t (var.on): {v: "b-chat"}',
    ]);
  });

  it('fill in what a type says may be left out', () => {
    const type =
      'map(object({ a = string, b = optional(string, "x"), c = optional(object({ d = optional(number) }), {}) }))';
    expect(
      shownOf({
        'main.tf': 'module "a" {\n  source = "./m"\n  v = { one = { a = "1" } }\n}\n',
        'm/main.tf': `variable "v" { type = ${type} }\nresource "aws_x" "t" { v = var.v }\n`,
      }),
    ).to.deep.equal(['module.a.aws_x.t: {v: {one: {a: "1", b: "x", c: {d: absent}}}}']);
  });

  it('share the condition that they are given', () => {
    expect(
      shownOf({
        'main.tf':
          'variable "prod" {}\nlocals { on = var.prod }\nmodule "a" {\n  source = "./m"\n  on = local.on\n}\nresource "aws_x" "u" {\n  v = var.prod ? 1 : 2\n}\n',
        'm/main.tf': 'variable "on" {}\nresource "aws_x" "t" {\n  v = var.on ? 1 : 2\n}\n',
      }),
    ).to.deep.equal([
      'aws_x.u: {v: (var.prod: "1" | not var.prod: "2")}',
      'module.a.aws_x.t: {v: (var.prod: "1" | not var.prod: "2")}',
    ]);
  });

  it('from elsewhere give what is unknown', () => {
    expect(
      shownOf({
        'main.tf':
          'module "a" {\n  source = "terraform-aws-modules/sns/aws"\n}\nmodule "b" {\n  source = "../outside"\n}\nresource "aws_x" "u" {\n  v = [module.a.arn, module.b.arn]\n}\n',
      }),
    ).to.deep.equal([
      'aws_x.u: {v: [? module a is not among the scanned files, ? module b is not among the scanned files]}',
    ]);
  });

  it('from elsewhere may declare anything, unless there are none of them', () => {
    const call = 'module "a" {\n  source = "terraform-aws-modules/sns/aws"\n';
    const openIn = (text: string): unknown => templatesOf({ 'main.tf': text })[0]?.calls?.why;
    expect(openIn(`${call}}\n`)).to.equal('module a is not among the scanned files');
    expect(openIn(`${call}  count = var.on ? 1 : 0\n}\nvariable "on" {}\n`)).to.be.a('string');
    expect(openIn(`${call}  count = 0\n}\n`)).to.equal(undefined);
    expect(openIn('resource "aws_x" "a" {}\n')).to.equal(undefined);
  });

  it('are all read where they are called for many people', () => {
    const text = 'module "a" {\n  source = "./person"\n  count = 200\n}\n';
    const person = 'resource "aws_x" "a" {}\nresource "aws_x" "b" {}\n';
    expect(resourcesOf({ 'main.tf': text, 'person/main.tf': person })).to.have.length(400);
  });

  it("of OpenTofu's are read in place of the files of the same name", () => {
    const files = {
      'main.tf': 'resource "aws_x" "old" {}\n',
      'main.tofu': 'resource "aws_x" "new" {}\n',
      'other.tf': 'resource "aws_x" "other" {}\n',
      'data.tofu.json': '{ "resource": { "aws_x": { "json": {} } } }',
    };
    expect(shownOf(files)).to.deep.equal(['aws_x.new: {}', 'aws_x.other: {}', 'aws_x.json: {}']);
  });

  it('that call themselves end', () => {
    const names = resourcesOf({
      'a/main.tf':
        'module "b" {\n  source = "../b"\n}\nresource "aws_x" "a" { v = module.b.v }\noutput "v" { value = module.b.v }\n',
      'b/main.tf':
        'module "a" {\n  source = "../a"\n}\nresource "aws_x" "b" { v = module.a.v }\noutput "v" { value = module.a.v }\n',
    }).map(shown);
    expect(names).to.deep.equal([
      'aws_x.a: {v: ? module a is not among the scanned files}',
      'module.b.aws_x.b: {v: ? module a is not among the scanned files}',
    ]);
  });

  it('that call four others each, ten deep, are not followed without end', () => {
    const files: Record<string, string> = {};
    for (let depth = 0; depth < 10; depth += 1) {
      const calls = [1, 2, 3, 4].map(
        (n) => `module "m${String(n)}" {\n  source = "../d${String(depth + 1)}"\n}\n`,
      );
      files[`d${String(depth)}/main.tf`] = `${calls.join('')}resource "aws_x" "t" {}\n`;
    }
    const templates = templatesOf(files);
    expect(templates.flatMap(({ resources }) => resources)).to.have.length.within(10, 10_000);
    const [problem] = templates.flatMap(({ problems }) => problems);
    expect(problem?.code).to.equal('too-large');
    expect(problem?.message).to.match(/^module m\d is not looked at/);
  });
});

import { expect } from 'chai';
import { show } from '../show.js';
import { probed, resourcesOf, shown, templatesOf } from './configuration.js';

function shownOf(files: Readonly<Record<string, string>>): string[] {
  return resourcesOf(files).map(shown);
}

describe("Terraform's blocks", () => {
  it('are the same as objects, lists and labelled maps of the JSON syntax', () => {
    const json = {
      resource: [
        { aws_x: [{ a: { stage: { n: 1 } } }, { b: [{ stage: [{ n: 2 }, { n: 3 }], '//': 'none' }] }] },
      ],
    };
    expect(shownOf({ 'main.tf.json': JSON.stringify(json) })).to.deep.equal([
      'aws_x.a: {stage: {n: "1"}}',
      'aws_x.b: {stage: [{n: "2"}, {n: "3"}]}',
    ]);
  });

  it('of one folder are one module, in both syntaxes', () => {
    expect(
      shownOf({
        'infra/a.tf': 'resource "aws_x" "a" {\n  v = local.v\n  w = aws_x.b.w\n}\n',
        'infra/b.tf.json': '{"locals": {"v": "1"}, "resource": {"aws_x": {"b": {"w": "2"}}}}',
        'other/c.tf': 'locals { v = "9" }\n',
      }),
    ).to.deep.equal(['aws_x.a: {v: "1", w: "2"}', 'aws_x.b: {w: "2"}']);
  });

  it('know the types of CloudFormation', () => {
    const [a, b] = resourcesOf({
      'main.tf': 'resource "aws_cloudtrail" "a" {}\nresource "awscc_ssmcontacts_contact_channel" "b" {}\n',
    });
    expect(a).to.include({ type: 'AWS::CloudTrail::Trail', sourceType: 'aws_cloudtrail' });
    expect(b).to.include({ type: 'AWS::SSMContacts::ContactChannel' });
  });

  it('in override files replace arguments', () => {
    expect(
      shownOf({
        'override.tf': 'resource "aws_x" "a" {\n  v = "3"\n}\n',
        'main.tf': 'resource "aws_x" "a" {\n  v = "1"\n  w = "2"\n}\n',
        'z_override.tf.json': '{"resource": {"aws_x": {"a": {"x": "4"}}}}',
      }),
    ).to.deep.equal(['aws_x.a: {v: "3", w: "2", x: "4"}']);
  });

  it('take the values of files of variables, the later over the earlier', () => {
    expect(
      show(
        probed({
          'main.tf':
            'variable "a" { default = 0 }\nvariable "b" {}\nresource "aws_x" "probe" {\n  value = [var.a, var.b]\n}\n',
          'terraform.tfvars': 'a = 1\nb = 1\n',
          'x.auto.tfvars.json': '{"b": [2]}',
        }),
      ),
    ).to.equal('["1", ["2"]]');
  });

  it('with count are numbered, and none for 0', () => {
    expect(
      shownOf({
        'main.tf':
          'resource "aws_x" "a" {\n  count = 2\n  v = count.index\n}\nresource "aws_x" "b" {\n  count = 0\n}\n' +
          'resource "aws_x" "c" {\n  v = aws_x.a[1].arn\n  w = aws_x.a[*].arn\n}\n',
      }),
    ).to.deep.equal([
      'aws_x.a[0]: {v: "0"}',
      'aws_x.a[1]: {v: "1"}',
      'aws_x.c: {v: aws_x.a[1].arn, w: [aws_x.a[0].arn, aws_x.a[1].arn]}',
    ]);
  });

  it('with a conditional count are under its condition, which their values share', () => {
    expect(
      shownOf({
        'main.tf':
          'variable "on" { default = false }\nresource "aws_x" "a" {\n  count = var.on ? 1 : 0\n  v = !var.on ? 1 : 2\n}\n',
      }),
    ).to.deep.equal(['aws_x.a[0] (var.on): {v: (not var.on: "1" | var.on: "2")}']);
  });

  it('with for_each have their keys', () => {
    expect(
      shownOf({
        'main.tf':
          'locals {\n  m = { a = { n = 1 }, b = { n = 2 } }\n}\nresource "aws_x" "a" {\n  for_each = local.m\n  v = each.key\n  n = each.value.n\n}\n' +
          'resource "aws_x" "b" {\n  for_each = aws_x.a\n  v = each.value.arn\n  w = aws_x.a[each.key].id\n}\n',
      }),
    ).to.deep.equal([
      'aws_x.a["a"]: {v: "a", n: "1"}',
      'aws_x.a["b"]: {v: "b", n: "2"}',
      'aws_x.b["a"]: {v: aws_x.a["a"].arn, w: aws_x.a["a"].id}',
      'aws_x.b["b"]: {v: aws_x.a["b"].arn, w: aws_x.a["b"].id}',
    ]);
  });

  it('that cannot be counted are one, of which each and count are unknown', () => {
    expect(
      shownOf({
        'main.tf':
          'variable "m" {}\nresource "aws_x" "a" {\n  for_each = var.m\n  v = each.key\n}\nresource "aws_x" "b" {\n  count = var.m\n  v = count.index\n  w = aws_x.a["k"].arn\n}\n',
      }),
    ).to.deep.equal([
      'aws_x.a: {v: ? what for_each goes over is not known}',
      'aws_x.b: {v: ? the number of instances is not known, w: aws_x.a.arn}',
    ]);
  });

  it('that are dynamic are repeated after those that are written out', () => {
    const text = `
variable "on" {}
resource "aws_x" "a" {
  stage { n = 0 }
  dynamic "stage" {
    for_each = [1, 2]
    content { n = stage.value }
  }
  dynamic "target" {
    for_each = var.on ? { a = "b" } : {}
    iterator = each_target
    content {
      k = each_target.key
      dynamic "inner" {
        for_each = [each_target.value]
        content { v = inner.value }
      }
    }
  }
}
`;
    expect(shownOf({ 'main.tf': text })).to.deep.equal([
      'aws_x.a: {stage: [{n: "0"}, {n: "1"}, {n: "2"}], ' +
        'target: [(var.on: [{k: "a", inner: [{v: "b"}]}] | not var.on: [])]}',
    ]);
  });

  it("are tagged with the provider's default tags, under their own", () => {
    const text = `
provider "aws" {
  default_tags { tags = { a = "1", b = "1" } }
}
provider "aws" {
  alias = "west"
}
resource "aws_x" "a" { tags = { b = "2" } }
resource "aws_x" "b" {}
resource "aws_x" "c" { provider = aws.west }
`;
    expect(shownOf({ 'main.tf': text })).to.deep.equal([
      'aws_x.a: {tags: {b: "2"}, tags_all: {a: "1", b: "2"}}',
      'aws_x.b: {tags_all: {a: "1", b: "1"}}',
      'aws_x.c: {}',
    ]);
  });

  it('in a module are tagged with the default tags of the provider that its call hands on', () => {
    const files = {
      'main.tf': `
provider "aws" {
  default_tags { tags = { a = "1" } }
}
provider "aws" {
  alias = "west"
  default_tags { tags = { a = "2" } }
}
module "same" { source = "./m" }
module "west" {
  source    = "./m"
  providers = { aws = aws.west, aws.other = aws }
}
`,
      'm/main.tf': 'resource "aws_x" "a" {}\nresource "aws_x" "b" { provider = aws.other }\n',
      'json/main.tf.json': JSON.stringify({
        provider: { aws: { alias: 'west', default_tags: { tags: { a: '3' } } } },
        module: { json: { source: '../m', providers: { aws: 'aws.west' } } },
      }),
    };
    expect(shownOf(files)).to.deep.equal([
      'module.json.aws_x.a: {tags_all: {a: "3"}}',
      'module.json.aws_x.b: {}',
      'module.same.aws_x.a: {tags_all: {a: "1"}}',
      'module.same.aws_x.b: {}',
      'module.west.aws_x.a: {tags_all: {a: "2"}}',
      'module.west.aws_x.b: {tags_all: {a: "1"}}',
    ]);
  });

  it('say what is wrong in an expression of the JSON syntax', () => {
    const [template] = templatesOf({ 'main.tf.json': '{"resource": {"aws_x": {"a": {"v": "${1 +}"}}}}' });
    expect(template?.problems).to.have.length(1);
    expect(template?.problems[0]).to.include({ code: 'malformed-hcl' });
    expect(template?.problems[0]?.range?.start).to.deep.equal({ line: 1, column: 36 });
  });

  it('read the suppressions in comments of either syntax', () => {
    const suppressed = templatesOf({
      'main.tf': 'resource "aws_x" "a" {\n  v = 1 // incident-lint-disable-line some-rule -- why\n}\n',
      'b.tf.json':
        '{"resource": {"aws_x": {"b": {"count": 2, "//": "incident-lint-disable rule-a, rule-b -- why"}}}}',
    }).flatMap(({ suppressions }) =>
      suppressions.map(({ ruleId, reason, scope }) => ({ ruleId, reason, scope })),
    );
    const scope = { kind: 'resources', names: ['aws_x.b[0]', 'aws_x.b[1]'] };
    expect(suppressed).to.deep.equal([
      { ruleId: 'some-rule', reason: 'why', scope: { kind: 'line', line: 2 } },
      { ruleId: 'rule-a', reason: 'why', scope },
      { ruleId: 'rule-b', reason: 'why', scope },
    ]);
  });
});

import { expect } from 'chai';
import { show } from '../show.js';
import { evaluated, probed } from './configuration.js';

const blocks = `
variable "stage" { default = "dev" }
variable "chosen" {}
variable "size" {
  default = "s"
  validation {
    condition     = contains(["s", "m"], var.size)
    error_message = "small or medium"
  }
}
locals {
  name  = "chat"
  texts = ["a", "b"]
  map   = { x = "1", y = "2" }
}
resource "aws_sns_topic" "t" {
  name = "topic-\${local.name}"
}
resource "aws_sns_topic" "made" {
  name_prefix = "x"
}
resource "random_pet" "r" {}
data "aws_caller_identity" "me" {}
data "aws_ssm_parameter" "p" { name = "/a/b" }
`;

const values: Readonly<Record<string, string>> = {
  '"a"': '"a"',
  null: 'absent',
  'local.name': '"chat"',
  '"${local.name}-x"': '"chat-x"',
  'local.map["y"]': '"2"',
  'local.map.x': '"1"',
  'local.texts[1]': '"b"',
  'local.map.z': '? there is no z in the value',
  'local.nope': '? local value nope is declared nowhere in the module',
  'var.stage': '(variable stage keeps its default: "dev")',
  '"x-${var.stage}"': '(variable stage keeps its default: "x-dev")',
  'var.chosen': '? variable chosen has no default',
  'var.size': 'one of s, m (variable size)',
  'aws_sns_topic.t.arn': 'aws_sns_topic.t.arn',
  'aws_sns_topic.t.id': 'aws_sns_topic.t.id',
  'aws_sns_topic.t.name': '"topic-chat"',
  'aws_sns_topic.made.name': 'aws_sns_topic.made.name',
  'aws_sns_topic.nope.arn': '? aws_sns_topic.nope is declared nowhere in the module',
  '"${aws_sns_topic.t.arn}/x"': '${aws_sns_topic.t.arn}/x',
  'data.aws_caller_identity.me.account_id': '${data.aws_caller_identity.me.account_id}',
  'data.aws_ssm_parameter.p.name': '"/a/b"',
  'data.aws_ssm_parameter.p.value': '? data.aws_ssm_parameter.p.value is looked up when Terraform runs',
  'self.arn': '? self.arn is known only when Terraform runs',
  'path.module': '? path.module is known only when Terraform runs',
  'true ? "a" : "b"': '"a"',
  'local.name == "chat" ? "a" : "b"': '"a"',
  'var.chosen ? "a" : null': '(var.chosen: "a" | not var.chosen: absent)',
  'var.stage == "prod" ? 1 : 2': '(var.stage == "prod": "1" | not (var.stage == "prod"): "2")',
  'var.stage != "prod" ? 1 : 2': '(not (var.stage == "prod"): "1" | var.stage == "prod": "2")',
  '!var.chosen ? 1 : 2': '(not var.chosen: "1" | var.chosen: "2")',
  'aws_sns_topic.t.arn == null ? 1 : 2': '"2"',
  '!true || 1 + 1 == 2': '"true"',
  'var.chosen || true': '"true"',
  '7 % 4 + 2 * 3': '"9"',
  'var.chosen + 1': '? an operand of + is known only when Terraform runs',
  'upper(local.name)': '"CHAT"',
  'lower("A")': '"a"',
  'format("arn:%s:%d%%", local.name, 3)': '"arn:chat:3%"',
  'format("%-5s", "a")': '? its pattern is finer than is followed',
  'format("%[2]s %[1]s %s", "a", "b")': '"b a b"',
  'format("%q", "a\\"b")': String.raw`"\"a\\\"b\""`,
  'formatlist("%s-%s", "p", local.texts)': '["p-a", "p-b"]',
  'formatlist("%s/*", [aws_sns_topic.t.arn])': '[${aws_sns_topic.t.arn}/*]',
  'formatlist("%s", var.chosen)': '? an operand of formatlist is known only when Terraform runs',
  'join(",", ["a"], ["b", "c"])': '"a,b,c"',
  'setproduct(local.texts, ["x"])': '[["a", "x"], ["b", "x"]]',
  'setsubtract(local.texts, ["a"])': '["b"]',
  'setintersection(local.texts, ["b", "c"])': '["b"]',
  'setsubtract(local.texts, [aws_sns_topic.t.arn])':
    '? an operand of setsubtract is known only when Terraform runs',
  'toset(["b", "a", "b"])': '["a", "b"]',
  'sort(["b", "a"])': '["a", "b"]',
  'zipmap(["k"], [aws_sns_topic.t.arn])': '{k: aws_sns_topic.t.arn}',
  'range(2, 5)': '["2", "3", "4"]',
  'range(1000000000)': '? an operand of range is known only when Terraform runs',
  'slice(["a", "b", "c"], 1, 3)': '["b", "c"]',
  'chunklist(["a", "b", "c"], 2)': '[["a", "b"], ["c"]]',
  'alltrue([true, false])': '"false"',
  'anytrue([var.chosen, true])': '"true"',
  'anytrue([var.chosen, false])': '? an operand of anytrue is known only when Terraform runs',
  'startswith("ssm-incidents:*", "ssm-")': '"true"',
  'endswith("abc", "x") || strcontains("abc", "b")': '"true"',
  'substr("hello", -2, 2)': '"lo"',
  'trim("?!hello?!", "!?")': '"hello"',
  'chomp("a\\n\\n")': '"a"',
  '[for k, v in { b = 1, a = 2 } : k]': '["a", "b"]',
  '1 == 1.0': '"true"',
  '"%{ for a in local.texts ~} ${a} %{ endfor ~} ."': '"a b ."',
  '"%{ if true ~} a %{ else ~} b %{ endif ~} ."': '"a ."',
  'join(",", ["a", aws_sns_topic.t.arn])': 'a,${aws_sns_topic.t.arn}',
  'join("-", concat(local.texts, ["c"]))': '"a-b-c"',
  'split(",", "a,b")': '["a", "b"]',
  'replace("a.b", ".", "-")': '"a-b"',
  'replace("a", "/(a+)+$/", "-")': '? an operand of replace is known only when Terraform runs',
  'element(local.texts, 3)': '"b"',
  'lookup(local.map, "z", "0")': '"0"',
  'merge(local.map, { x = "9" })': '{x: "9", y: "2"}',
  'merge(local.map, var.chosen)': '? variable chosen has no default',
  'flatten([["a"], [["b"]], "c"])': '["a", "b", "c"]',
  'compact(["", "a", null])': '["a"]',
  'toset(["a", "b", "a"])': '["a", "b"]',
  'coalesce(null, "", "a")': '"a"',
  'try(local.map.z, "a")': '"a"',
  'try(local.map.x, "a")': '"1"',
  'try(local.texts[7], local.map.z, null)': 'absent',
  'try(var.chosen.defer, false)':
    '(try in line 2, column 11 finds variable chosen: ? variable chosen has no default | not (try in line 2, column 11 finds variable chosen): "false")',
  'try(var.stage.name, "a")': '(variable stage keeps its default: "a")',
  'can(local.map.z)': '"false"',
  'can(local.map.x)': '"true"',
  'can(var.chosen.x)': '? variable chosen has no default',
  'contains(local.texts, "b")': '"true"',
  'length(local.map)': '"2"',
  'keys(local.map)': '["x", "y"]',
  'values(local.map)': '["1", "2"]',
  'jsonencode({ a = ["b", true] })': '{a: ["b", "true"]}',
  'jsondecode("{\\"a\\": [1, null]}")': '{a: ["1", absent]}',
  'jsondecode("{")': '? the text is no valid JSON',
  'file("policy.json")': '? file reads a file, which is not followed',
  'templatefile("a.tpl", {})': '? templatefile reads a file, which is not followed',
  'sha256("a")': '? the function sha256 is not evaluated',
  '[for t in local.texts : upper(t)]': '["A", "B"]',
  '[for k, v in local.map : "${k}=${v}" if v != "1"]': '["y=2"]',
  '{ for k, v in local.map : v => k }': '{1: "x", 2: "y"}',
  '[for t in var.chosen : t]': '? variable chosen has no default',
  'aws_sns_topic.t[*].arn': '[aws_sns_topic.t.arn]',
  'max(local.texts...)': '? the function max is not evaluated',
  'join("", local.texts...)': '"ab"',
};

describe("Terraform's expressions", () => {
  for (const [expression, expected] of Object.entries(values)) {
    it(`${expression} is ${expected}`, () => {
      expect(evaluated(expression, blocks)).to.equal(expected);
    });
  }

  it('have the same values in the JSON syntax', () => {
    const json = {
      locals: [{ name: 'chat', '//': 'a comment' }],
      variable: { stage: { default: '${not.a.reference}' } },
      resource: {
        aws_x: {
          probe: { value: ['${local.name}', 'a-${local.name}', '${[1][0]}', 'a $ b', '${var.stage}'] },
        },
      },
    };
    expect(show(probed({ 'main.tf.json': JSON.stringify(json) }))).to.equal(
      '["chat", "a-chat", "1", "a $ b", (variable stage keeps its default: "${not.a.reference}")]',
    );
  });

  it('keep the place where they stand, and where a text was written', () => {
    const value = probed({
      'main.tf': 'resource "aws_x" "probe" {\n  value = local.a\n}\nlocals {\n  a = "secret"\n}\n',
    });
    if (value.kind !== 'text') expect.fail('it is no text');
    const { file, span } = value.place;
    expect(file.text.slice(span.start, span.end)).to.equal('local.a');
    expect(value.origin && file.text.slice(value.origin.span.start, value.origin.span.end)).to.equal(
      '"secret"',
    );
  });

  it('hide what a sensitive variable holds', () => {
    const value = probed({
      'main.tf':
        'variable "a" {\n  default = "x"\n  sensitive = true\n}\nresource "aws_x" "probe" {\n  value = var.a\n}\n',
    });
    const [arm] = value.kind === 'choice' ? value.arms : [];
    expect(arm?.value).to.include({ kind: 'text', secret: true });
  });

  it('hide every part of what is sensitive, also beside gaps', () => {
    const shownIn = (expression: string): string =>
      evaluated(expression, 'variable "open" {}\nlocals {\n  s = sensitive({ a = ["+4930"], b = "x" })\n}\n');
    const value = probed({
      'main.tf':
        'locals {\n  s = sensitive({ a = ["+4930"] })\n}\nresource "aws_x" "probe" {\n  value = local.s.a[0]\n}\n',
    });
    expect(value).to.include({ kind: 'text', secret: true });
    expect(shownIn('"${local.s.b}-${var.open}"')).to.equal('${a hidden value}-${variable open}');
    expect(shownIn('"${local.s.b}-y"')).to.equal('"x-y"');
  });
});

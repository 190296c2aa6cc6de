import { expect } from 'chai';
import { show } from '../show.js';
import { evaluated, probed } from './configuration.js';

const probe = 'data.aws_iam_policy_document.d.json';

describe('data.aws_iam_policy_document', () => {
  it('is a policy in the shape of IAM', () => {
    const block = `
data "aws_caller_identity" "me" {}
data "aws_iam_policy_document" "d" {
  version = "2008-10-17"
  statement {
    sid       = "A"
    effect    = "Deny"
    actions   = ["sns:*", "ssm-incidents:Get*"]
    resources = [aws_sns_topic.t.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.me.account_id]
    }
  }
  statement {
    not_actions    = ["iam:*"]
    not_resources  = ["*"]
    not_principals {
      type        = "Service"
      identifiers = ["a", "b"]
    }
    not_principals {
      type        = "Service"
      identifiers = ["c"]
    }
  }
  statement {
    actions = ["sns:Publish"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
resource "aws_sns_topic" "t" {}
`;
    expect(evaluated(probe, block)).to.equal(
      '{Version: "2008-10-17", Statement: [' +
        '{Sid: "A", Effect: "Deny", Action: ["sns:*", "ssm-incidents:Get*"], Resource: [aws_sns_topic.t.arn], ' +
        'Principal: {AWS: ["*"]}, Condition: {StringNotEquals: {aws:SourceAccount: [${data.aws_caller_identity.me.account_id}]}}}, ' +
        '{NotAction: ["iam:*"], NotResource: ["*"], Effect: "Allow", NotPrincipal: {Service: ["a", "b", "c"]}}, ' +
        '{Action: ["sns:Publish"], Effect: "Allow", Principal: "*"}]}',
    );
  });

  it('takes in other documents, and lets later statements of a sid replace earlier ones', () => {
    const block = `
data "aws_iam_policy_document" "a" {
  statement {
    sid = "One"
    actions = ["a:A"]
  }
  statement {
    actions = ["b:B"]
  }
}
data "aws_iam_policy_document" "d" {
  source_policy_documents   = [data.aws_iam_policy_document.a.json]
  override_policy_documents = [jsonencode({ Statement = { Sid = "Own", Action = "c:C" } }), "{\\"Statement\\": []}"]
  statement {
    sid = "Own"
    actions = ["d:D"]
  }
}
`;
    expect(evaluated(probe, block)).to.equal(
      '{Version: "2012-10-17", Statement: [{Sid: "One", Action: ["a:A"], Effect: "Allow"}, ' +
        '{Action: ["b:B"], Effect: "Allow"}, {Sid: "Own", Action: "c:C"}]}',
    );
  });

  it('replaces a statement of a source document by its own of the same sid', () => {
    const block = `
data "aws_iam_policy_document" "a" {
  statement {
    sid     = "Own"
    actions = ["a:*"]
  }
}
data "aws_iam_policy_document" "d" {
  source_policy_documents = [data.aws_iam_policy_document.a.json]
  statement {
    sid     = "Own"
    actions = ["a:A"]
  }
}
`;
    expect(evaluated(probe, block)).to.equal(
      '{Version: "2012-10-17", Statement: [{Sid: "Own", Action: ["a:A"], Effect: "Allow"}]}',
    );
  });

  it('takes in the lone documents of older providers', () => {
    const block = `
data "aws_iam_policy_document" "d" {
  source_json   = jsonencode({ Statement = { Sid = "A", Action = "a:A" } })
  override_json = jsonencode({ Statement = { Sid = "A", Action = "b:B" } })
}
`;
    expect(evaluated(probe, block)).to.equal(
      '{Version: "2012-10-17", Statement: [{Sid: "A", Action: "b:B"}]}',
    );
  });

  it('writes the variables of IAM as IAM does', () => {
    const block = `
data "aws_iam_policy_document" "d" {
  statement {
    resources = ["arn:aws:sns:*:*:&{aws:username}", "\${aws_sns_topic.t.arn}/&{aws:userid}"]
    principals {
      type        = "AWS"
      identifiers = ["&{aws:PrincipalArn}"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["&{aws:PrincipalTag/team}"]
    }
  }
}
resource "aws_sns_topic" "t" {}
`;
    expect(evaluated(probe, block)).to.equal(
      '{Version: "2012-10-17", Statement: [{Resource: ["arn:aws:sns:*:*:${aws:username}", ' +
        '${aws_sns_topic.t.arn}/${aws:userid}], Effect: "Allow", Principal: {AWS: ["${aws:PrincipalArn}"]}, ' +
        'Condition: {StringEquals: {aws:ResourceTag/team: ["${aws:PrincipalTag/team}"]}}}]}',
    );
  });

  it('is unknown where a document that it takes in is', () => {
    const block = 'data "aws_iam_policy_document" "d" {\n  source_policy_documents = [file("a.json")]\n}\n';
    expect(evaluated(probe, block)).to.equal('? a document that it is merged from is not known');
  });

  it('repeats dynamic statements', () => {
    const block = `
data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = ["a:A", "b:B"]
    content { actions = [statement.value] }
  }
}
`;
    expect(evaluated(probe, block)).to.equal(
      '{Version: "2012-10-17", Statement: [{Action: ["a:A"], Effect: "Allow"}, {Action: ["b:B"], Effect: "Allow"}]}',
    );
  });

  it('is read in the JSON syntax, where a block may stand without a list', () => {
    const json = {
      data: { aws_iam_policy_document: { d: { statement: { actions: ['a:A'], resources: ['*'] } } } },
      resource: { aws_x: { probe: { value: `\${${probe}}` } } },
    };
    const value = probed({ 'main.tf.json': JSON.stringify(json) });
    expect(show(value)).to.equal(
      '{Version: "2012-10-17", Statement: [{Action: ["a:A"], Resource: ["*"], Effect: "Allow"}]}',
    );
  });
});

data "aws_iam_policy_document" "responders" {
  statement {
    sid       = "Incidents"
    actions   = ["ssm-incidents:*"]
    resources = ["*"]
  }

  statement {
    sid       = "Contacts"
    actions   = ["ssm-contacts:ListContacts", "ssm-contacts:GetContact"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "responders" {
  name   = "responders"
  policy = data.aws_iam_policy_document.responders.json
}

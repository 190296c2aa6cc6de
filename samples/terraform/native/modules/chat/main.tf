variable "account_id" {
  type = string
}

variable "channel_id" {
  type = string
}

variable "guardrails" {
  type    = list(string)
  default = []
}

resource "aws_sns_topic" "incidents" {
  name = "incidents"
}

data "aws_iam_policy_document" "publish" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.incidents.arn]
    principals {
      type        = "Service"
      identifiers = ["ssm-incidents.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }

  statement {
    sid       = "Anyone"
    actions   = ["sns:Subscribe"]
    resources = [aws_sns_topic.incidents.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_sns_topic_policy" "incidents" {
  arn    = aws_sns_topic.incidents.arn
  policy = data.aws_iam_policy_document.publish.json
}

resource "aws_iam_role" "chat" {
  name = "incident-chat"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "chatbot.amazonaws.com" }
    }]
  })
}

resource "aws_chatbot_slack_channel_configuration" "incidents" {
  configuration_name    = "incidents"
  slack_team_id         = "T07EXAMPLE"
  slack_channel_id      = var.channel_id
  iam_role_arn          = aws_iam_role.chat.arn
  sns_topic_arns        = [aws_sns_topic.incidents.arn]
  guardrail_policy_arns = var.guardrails
}

output "topic_arn" {
  value = aws_sns_topic.incidents.arn
}

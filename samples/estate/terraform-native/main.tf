terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.20"
    }
  }
}

resource "aws_ssmincidents_replication_set" "regions" {
  region {
    name = "eu-central-1"
  }
  region {
    name = "eu-west-1"
  }
}

resource "aws_ssmcontacts_contact" "alice" {
  alias        = "alice"
  display_name = "Alice"
  type         = "PERSONAL"
  depends_on   = [aws_ssmincidents_replication_set.regions]
}

resource "aws_ssmcontacts_contact_channel" "alice_sms" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  name       = "mobile"
  type       = "SMS"
  delivery_address {
    simple_address = "+493023125014"
  }
}

resource "aws_ssmcontacts_plan" "alice" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  stage {
    duration_in_minutes = 5
    target {
      channel_target_info {
        contact_channel_id        = aws_ssmcontacts_contact_channel.alice_sms.arn
        retry_interval_in_minutes = 1
      }
    }
  }
}

resource "aws_ssmincidents_response_plan" "outage" {
  name = "outage"
  incident_template {
    title  = "Outage"
    impact = 1
  }
  engagements  = [aws_ssmcontacts_contact.alice.arn]
  chat_channel = [aws_sns_topic.chat.arn]
  depends_on   = [aws_ssmincidents_replication_set.regions]
}

resource "aws_sns_topic" "chat" {
  name = "chat"
}

resource "aws_sns_topic_policy" "chat" {
  arn    = aws_sns_topic.chat.arn
  policy = data.aws_iam_policy_document.chat.json
}

data "aws_iam_policy_document" "chat" {
  statement {
    actions   = ["sns:Publish"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_chatbot_slack_channel_configuration" "slack" {
  configuration_name = "incidents"
  slack_team_id      = "T07EXAMPLE"
  slack_channel_id   = "C07EXAMPLE01"
  iam_role_arn       = "arn:aws:iam::111122223333:role/chat"
  sns_topic_arns     = [aws_sns_topic.chat.arn]
  logging_level      = "ERROR"
}

resource "aws_iam_policy" "responders" {
  name   = "responders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm-incidents:*"
      Resource = "*"
    }]
  })
}

resource "aws_cloudtrail" "audit" {
  name                          = "audit"
  s3_bucket_name                = "audit-logs"
  enable_logging                = true
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = false
}

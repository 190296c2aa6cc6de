# As the examples of HashiCorp's documentation of aws_ssmcontacts_* and aws_ssmincidents_* are built. Names and words are our own.
resource "aws_ssmincidents_replication_set" "main" {
  region {
    name = "us-west-2"
  }

  tags = {
    team = "ops"
  }
}

resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"

  depends_on = [aws_ssmincidents_replication_set.main]
}

resource "aws_ssmcontacts_contact_channel" "ann" {
  contact_id = aws_ssmcontacts_contact.ann.arn

  delivery_address {
    simple_address = "ann@example.com"
  }

  name = "Mail of Ann"
  type = "EMAIL"
}

resource "aws_ssmcontacts_plan" "ann" {
  contact_id = aws_ssmcontacts_contact.ann.arn

  stage {
    duration_in_minutes = 1
  }
}

resource "aws_ssmcontacts_contact" "escalation" {
  alias        = "escalation"
  display_name = "Escalation"
  type         = "ESCALATION"

  tags = {
    team = "ops"
  }

  depends_on = [aws_ssmincidents_replication_set.main]
}

resource "aws_ssmcontacts_plan" "escalation" {
  contact_id = aws_ssmcontacts_contact.escalation.arn

  stage {
    duration_in_minutes = 0

    target {
      contact_target_info {
        is_essential = false
        contact_id   = aws_ssmcontacts_contact.ann.arn
      }
    }
  }
}

resource "aws_ssmcontacts_rotation" "week" {
  contact_ids = [
    aws_ssmcontacts_contact.ann.arn
  ]

  name = "example-rotation"

  recurrence {
    number_of_on_calls    = 1
    recurrence_multiplier = 1

    weekly_settings {
      day_of_week = "WED"

      hand_off_time {
        hour_of_day    = 04
        minute_of_hour = 00
      }
    }

    shift_coverages {
      map_block_key = "MON"

      coverage_times {
        start {
          hour_of_day    = 01
          minute_of_hour = 00
        }

        end {
          hour_of_day    = 23
          minute_of_hour = 00
        }
      }
    }
  }

  start_time   = "2023-07-20T02:21:49+00:00"
  time_zone_id = "Australia/Sydney"

  depends_on = [aws_ssmincidents_replication_set.main]
}

resource "aws_ssmcontacts_contact" "schedule" {
  alias        = "schedule"
  display_name = "Schedule"
  type         = "ONCALL_SCHEDULE"
  rotation_ids = [aws_ssmcontacts_rotation.week.arn]

  depends_on = [aws_ssmincidents_replication_set.main]
}

resource "aws_sns_topic" "chat" {}

resource "aws_iam_role" "runbook" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "ssm.amazonaws.com" }
    }]
  })
}

resource "aws_ssmincidents_response_plan" "outage" {
  name         = "outage"
  display_name = "Outage"
  chat_channel = [aws_sns_topic.chat.arn]
  engagements  = ["arn:aws:ssm-contacts:us-east-2:111122223333:contact/escalation-of-others"]

  incident_template {
    title         = "Outage"
    impact        = "3"
    dedupe_string = "outage"

    incident_tags = {
      team = "ops"
    }

    notification_target {
      sns_topic_arn = aws_sns_topic.chat.arn
    }
  }

  action {
    ssm_automation {
      document_name    = "Restart"
      role_arn         = aws_iam_role.runbook.arn
      document_version = "1"
      target_account   = "RESPONSE_PLAN_OWNER_ACCOUNT"

      dynamic_parameters = {
        resources = "INVOLVED_RESOURCES"
        incident  = "INCIDENT_RECORD_ARN"
      }
    }
  }

  integration {
    pagerduty {
      name       = "pager"
      service_id = "P123456"
      secret_id  = "pager-duty"
    }
  }

  tags = {
    team = "ops"
  }

  depends_on = [aws_ssmincidents_replication_set.main]
}

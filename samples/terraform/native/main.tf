terraform {
  required_version = ">= 1.5, < 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.20"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = local.tags
  }
}

variable "stage" {
  type    = string
  default = "production"
}

locals {
  tags = { team = "platform", stage = var.stage }
}

data "aws_caller_identity" "current" {}

resource "aws_ssmincidents_replication_set" "main" {
  regions {
    name = "eu-west-1"
  }
  regions {
    name = "eu-central-1"
  }
}

resource "aws_ssmincidents_response_plan" "outage" {
  name         = "outage-${var.stage}"
  display_name = "Outage"
  chat_channel = [module.chat.topic_arn]
  engagements  = [aws_ssmcontacts_contact.oncall["ann"].arn]

  incident_template {
    title  = "The shop is down"
    impact = 1
  }

  depends_on = [aws_ssmincidents_replication_set.main]
}

module "chat" {
  source     = "./modules/chat"
  account_id = data.aws_caller_identity.current.account_id
  channel_id = "C07EXAMPLE01"
}

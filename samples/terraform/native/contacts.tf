locals {
  oncall = {
    ann = { name = "Ann", email = "ann@corp.example" }
    bob = { name = "Bob", email = "bob@corp.example" }
  }
}

resource "aws_ssmcontacts_contact" "oncall" {
  for_each     = local.oncall
  alias        = each.key
  display_name = each.value.name
  type         = "PERSONAL"
}

# The provider always defers the activation: somebody has to enter the code.
resource "aws_ssmcontacts_contact_channel" "email" {
  for_each   = local.oncall
  contact_id = aws_ssmcontacts_contact.oncall[each.key].arn
  name       = "email"
  type       = "EMAIL"
  delivery_address {
    simple_address = each.value.email
  }
}

resource "aws_ssmcontacts_plan" "oncall" {
  for_each   = local.oncall
  contact_id = aws_ssmcontacts_contact.oncall[each.key].arn

  dynamic "stage" {
    for_each = [1, 5]
    content {
      duration_in_minutes = stage.value
      target {
        channel_target_info {
          contact_channel_id        = aws_ssmcontacts_contact_channel.email[each.key].arn
          retry_interval_in_minutes = 5
        }
      }
    }
  }
}

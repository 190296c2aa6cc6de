resource "aws_cloudtrail" "main" {
  name                  = "management"
  s3_bucket_name        = "corp-trails"
  is_multi_region_trail = var.stage == "production"
}

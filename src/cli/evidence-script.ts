/**
 * The commands that collect what templates cannot show; each only reads. Addresses are left out of what is written. Every
 * status and every selector is written with the ARN of its trail, which the AWS CLI's own output lacks.
 */
export const evidenceScript = `#!/usr/bin/env bash
# Collects evidence for incident-lint: aws calls that only read, with the credentials of your shell.
#   bash collect-evidence.sh && incident-lint --evidence incident-lint-evidence
# It needs ssm-contacts:ListContacts and ListContactChannels, cloudtrail:DescribeTrails, GetTrailStatus and
# GetEventSelectors, chatbot:DescribeSlackChannelConfigurations and resource-groups:ListGroups.
set -euo pipefail
out=incident-lint-evidence
mkdir -p "$out"

index=0
for contact in $(aws ssm-contacts list-contacts --query 'Contacts[].ContactArn' --output text); do
  index=$((index + 1))
  # Everything but the address of the device.
  aws ssm-contacts list-contact-channels --contact-id "$contact" --output json \\
    --query '{ContactChannels: ContactChannels[].{ContactChannelArn: ContactChannelArn, ContactArn: ContactArn, Name: Name, Type: Type, ActivationStatus: ActivationStatus}}' \\
    > "$out/contact-channels-$index.json"
done

aws cloudtrail describe-trails --output json > "$out/trails.json"
index=0
for trail in $(aws cloudtrail describe-trails --query 'trailList[].TrailARN' --output text); do
  index=$((index + 1))
  aws cloudtrail get-trail-status --name "$trail" --output json \\
    --query "{TrailARN: '$trail', IsLogging: IsLogging}" > "$out/trail-status-$index.json"
  aws cloudtrail get-event-selectors --trail-name "$trail" --output json > "$out/event-selectors-$index.json"
done

# Both are answered in few Regions only; without an answer the rest still counts.
aws chatbot describe-slack-channel-configurations --region us-east-2 --output json \\
  > "$out/slack-channels.json" || rm -f "$out/slack-channels.json"
aws resource-groups list-groups --output json > "$out/resource-groups.json" || rm -f "$out/resource-groups.json"
`;

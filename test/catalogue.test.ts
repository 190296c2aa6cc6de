import { expect } from 'chai';
import { runCommand } from './command.js';

/**
 * Every rule that was decided on, by its practice: the catalogue of design/domain.md §7 under the names that
 * design/contract.md gives (`channel-unverified` and `channel-activation-unproven` for 16 and 17, `chat-channel-privacy` for
 * 41). The page of AWS whose headings the practices are: https://docs.aws.amazon.com/incident-manager/latest/userguide/security-best-practices.html
 */
const catalogue: Readonly<Record<string, readonly string[]>> = {
  'least-privilege': [
    ...['iam-wildcard-action', 'iam-wildcard-resource', 'iam-sharing-actions', 'iam-notaction-allow'],
    ...['iam-replication-set-destroy', 'iam-arn-never-matches', 'iam-passrole-unscoped'],
    ...['runbook-role-trust', 'runbook-role-confused-deputy', 'runbook-role-overbroad'],
    ...['runbook-document-untrusted', 'ram-share-external', 'vpce-policy-open'],
    ...['iam-no-boundary-for-im-admin', 'pagerduty-secret-access'],
  ],
  contacts: [
    ...['channel-unverified', 'channel-activation-unproven', 'channel-address-format'],
    ...['channel-address-placeholder', 'channel-address-duplicate', 'channel-email-domain'],
    ...['contact-without-channel', 'contact-without-plan', 'plan-stage-empty', 'plan-target-kind'],
    ...['plan-timing-range', 'plan-unreachable-channels', 'plan-foreign-channel', 'plan-defined-twice'],
    ...['escalation-no-backup', 'escalation-no-stop', 'contact-single-channel-kind'],
    ...['schedule-without-rotation', 'rotation-members', 'rotation-recurrence'],
    ...['response-plan-engages-nobody', 'response-plan-direct-contact', 'contact-orphaned'],
    ...['contact-review-stale', 'contact-data-in-names'],
  ],
  chat: [
    ...['chat-channel-privacy', 'chat-channel-shared', 'response-plan-without-chat'],
    ...['chat-topic-not-connected', 'chat-topic-public', 'chat-topic-cannot-publish'],
    ...['chat-topic-no-source-check', 'chat-topic-key-blocks', 'chat-topic-unencrypted'],
    ...['chat-topic-extra-subscriber', 'chat-guardrail-missing', 'chat-role-overbroad'],
    ...['chat-org-policy-public', 'chat-user-role-optional', 'chat-role-trust', 'chat-audit-off'],
    ...['chat-custom-action-risky'],
  ],
  tools: ['tools-outdated', 'tools-provider-unpinned', 'tools-cli-pinned'],
  inventory: ['im-resource-untagged', 'im-no-resource-group'],
  trail: [
    ...['trail-missing', 'trail-not-recording-im', 'trail-write-only', 'trail-single-region'],
    ...['trail-no-global-events', 'trail-integrity', 'trail-protection', 'trail-tamper-rights'],
  ],
  advisories: [
    ...['advisory-health-missing', 'advisory-rule-ineffective', 'advisory-trusted-advisor-missing'],
    ...['advisory-security-contact'],
  ],
  availability: [
    ...['replication-set-deletion-unprotected', 'replication-set-single-region'],
    ...['replication-set-mixed-keys', 'region-unsupported', 'response-plan-missing-dependency'],
    ...['service-closed', 'schema-invalid'],
  ],
};

interface Entry {
  readonly id: string;
  readonly practice: string;
  readonly severity: string;
  readonly profile: string;
  readonly summary: string;
  readonly docs: string;
}

describe('the catalogue of rules', () => {
  const { rules } = JSON.parse(runCommand(process.cwd(), ['rules', '--format', 'json']).out) as {
    readonly rules: readonly Entry[];
  };

  for (const [practice, ids] of Object.entries(catalogue))
    for (const id of ids)
      it(`lists ${id} under ${practice}`, () => {
        const entry = rules.find((rule) => rule.id === id);
        if (entry === undefined) expect.fail('rules --format json does not list it');
        expect(entry.practice).to.equal(practice);
        expect(entry.severity).to.match(/^(?:error|warning|info)$/);
        expect(entry.profile).to.match(/^(?:recommended|strict)$/);
        expect(entry.summary).not.to.equal('');
        expect(entry.docs).to.match(new RegExp(`/${practice}/${id}/rule\\.md$`));
      });
});

import { expect } from 'chai';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../rules/index.js';
import { runCommand } from './command.js';

const root = path.join(import.meta.dirname, '..');

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly range: { readonly start: { readonly line: number } };
    readonly help: string;
    readonly docs: string;
  }[];
  readonly undecided: readonly {
    readonly ruleId: string;
    readonly range: Report['findings'][number]['range'];
  }[];
  readonly errors: readonly object[];
}

function reportOn(file: string): Report {
  const options = ['--format', 'json', '--undecided', '--context', 'none', '--no-config'];
  return JSON.parse(runCommand(path.join(root, 'test/published-examples'), [...options, file]).out) as Report;
}

function lines(entries: Report['undecided']): string[] {
  return entries.map(({ ruleId, range }) => `${ruleId} ${String(range.start.line)}`);
}

/** The examples have more faults of contacts than one: these may be told by rules that come later. */
function isOutsideContacts(line: string): boolean {
  const [id] = line.split(' ', 1);
  return rules.find((rule) => rule.id === id)?.practice !== 'contacts';
}

/** What all of a workspace lacks is said at its first resource. */
const lacking = ['advisory-health-missing', 'im-no-resource-group', 'trail-missing'];

/** By file, what is found in each line and why that is true. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly [line: number, why: string][]>>>> = {
  'aws-response-plan.yaml': {
    'schema-invalid': [
      [23, 'the logical ID of the contact stands as a text'],
      [35, 'and so again'],
      [44, 'the logical ID of the topic stands as a text'],
      [45, 'and that of the escalation plan'],
    ],
    'im-resource-untagged': [
      [5, 'no tags'],
      [11, 'no tags'],
      [25, 'no tags'],
      [37, 'no tags'],
      [37, 'no tags for incidents either'],
    ],
    'replication-set-deletion-unprotected': [[5, 'CloudFormation leaves the protection off']],
    'contact-without-plan': [[11, 'Plan is an empty list']],
    'channel-address-placeholder': [[24, 'a number of those that are kept for fiction']],
    'runbook-role-overbroad': [[48, 'it may start every automation']],
    'runbook-role-confused-deputy': [[64, 'the trust policy has no condition']],
  },
  'hashicorp.tf': {
    'tools-provider-unpinned': [[2, 'there is no required_providers']],
    'advisory-security-contact': [[2, 'there is no aws_account_alternate_contact']],
    'replication-set-single-region': [[3, 'one region block']],
    'contact-without-plan': [[12, 'the stage of the plan of Ann has no target']],
    'im-resource-untagged': [
      [12, 'no tags'],
      [65, 'no tags'],
      [108, 'no tags'],
    ],
    'channel-unverified': [[19, 'the aws provider defers every activation']],
    'channel-address-placeholder': [[23, 'example.com belongs to nobody']],
    'plan-stage-empty': [[33, 'a stage without a target']],
    'rotation-members': [[66, 'one member']],
    'chat-topic-cannot-publish': [[133, 'the topic has no policy']],
    'chat-topic-not-connected': [[133, 'there is no chat configuration']],
    'runbook-role-trust': [[153, 'the role trusts ssm.amazonaws.com, as the document’s own role does']],
  },
};

const undecided: Readonly<Record<string, readonly string[]>> = {
  'aws-response-plan.yaml': [
    'advisory-security-contact 5',
    'contact-without-channel 11',
    'plan-target-kind 35',
    'chat-topic-cannot-publish 44',
    'chat-topic-not-connected 44',
  ],
  'hashicorp.tf': ['replication-set-deletion-unprotected 2', 'pagerduty-secret-access 168'],
};

describe('examples built as those that AWS and HashiCorp publish', () => {
  for (const [file, byRule] of Object.entries(expected)) {
    const report = reportOn(file);
    const wanted = Object.entries(byRule).flatMap(([ruleId, all]) =>
      all.map(([line]) => `${ruleId} ${String(line)}`),
    );

    it(`${file}: what is found is what is wrong`, () => {
      const found = lines(report.findings).filter((line) => !lacking.some((id) => line.startsWith(id)));
      expect(found).to.include.members(wanted);
      expect(found.filter(isOutsideContacts)).to.have.members(wanted.filter(isOutsideContacts));
      expect(report.errors).to.deep.equal([]);
    });

    it(`${file}: says what all of it lacks at its first resource`, () => {
      const found = report.findings.filter(({ ruleId }) => lacking.includes(ruleId));
      expect(found.map(({ ruleId }) => ruleId)).to.have.members(lacking);
    });

    it(`${file}: what cannot be told is said`, () => {
      const found = lines(report.undecided);
      const wantedHere = undecided[file] ?? [];
      expect(found).to.include.members(wantedHere);
      expect(found.filter(isOutsideContacts)).to.have.members(wantedHere.filter(isOutsideContacts));
    });

    it(`${file}: every finding is explained`, () => {
      for (const { help, docs } of report.findings) {
        expect(help).to.match(/\.$/);
        const [, page = ''] = /\/(rules\/.+\.md)$/.exec(docs) ?? [];
        expect(existsSync(path.join(root, page)), docs).to.equal(true);
      }
    });
  }
});

import { expect } from 'chai';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';
import { rawStateOf, stateOf } from './terraform-documents.js';

interface Report {
  readonly findings: readonly { readonly ruleId: string }[];
  readonly errors: readonly unknown[];
  readonly evidence: { readonly settled: number };
}

const contact = 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice';

describe("Terraform's state as evidence", () => {
  for (const [name, print] of [
    ['state.json', stateOf],
    ['terraform.tfstate', rawStateOf],
  ] as const)
    it(`settles the channels of a configuration, as ${name}`, () => {
      const configuration = `
resource "aws_ssmcontacts_contact" "alice" {
  alias = "alice"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact_channel" "sms" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  name       = "mobile"
  type       = "SMS"
  delivery_address {
    simple_address = "+4915123456789"
  }
}
`;
      const channel = (status: string): string =>
        print({
          'aws_ssmcontacts_contact.alice': { arn: contact, alias: 'alice', type: 'PERSONAL' },
          'aws_ssmcontacts_contact_channel.sms': {
            contact_id: contact,
            name: 'mobile',
            type: 'SMS',
            activation_status: status,
          },
        });
      const reportBy = (status: string): Report => {
        const folder = temporaryFolder({ 'main.tf': configuration, [`evidence/${name}`]: channel(status) });
        const { out } = runCommand(folder, ['main.tf', '--evidence', 'evidence', '-f', 'json']);
        const report = JSON.parse(out) as Report;
        expect(report.errors).to.deep.equal([]);
        return {
          ...report,
          findings: report.findings.filter(({ ruleId }) => ruleId === 'channel-unverified'),
        };
      };
      const [active, inactive] = [reportBy('ACTIVATED'), reportBy('NOT_ACTIVATED')];
      expect(active.findings).to.deep.equal([]);
      expect(inactive.findings).to.have.lengthOf(1);
      // What would be found without the evidence is settled by it, too.
      expect(active.evidence.settled).to.equal(inactive.evidence.settled + 1);
    });
});

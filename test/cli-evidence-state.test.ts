import { expect } from 'chai';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';
import { rawStateOf, stateOf } from './terraform-documents.js';

interface Report {
  readonly findings: readonly { readonly ruleId: string }[];
  readonly errors: readonly unknown[];
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
      const findingsBy = (status: string) => {
        const folder = temporaryFolder({ 'main.tf': configuration, [`evidence/${name}`]: channel(status) });
        const { out } = runCommand(folder, ['main.tf', '--evidence', 'evidence', '-f', 'json']);
        const { findings, errors } = JSON.parse(out) as Report;
        expect(errors).to.deep.equal([]);
        return findings.filter(({ ruleId }) => ruleId === 'channel-unverified');
      };
      expect(findingsBy('ACTIVATED')).to.deep.equal([]);
      expect(findingsBy('NOT_ACTIVATED')).to.have.lengthOf(1);
    });
});

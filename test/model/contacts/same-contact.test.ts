import { expect } from 'chai';
import { isSameContact } from '../../../src/model/contacts/same-contact.js';
import { isDoubt } from '../../../src/value/tri.js';
import { workspaceOf } from '../workspaces.js';

function contact(name: string, alias: string): string {
  return `  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ${alias}, DisplayName: Somebody, Type: PERSONAL }
`;
}

/** Whether the contacts of two channels, given as YAML values, are one. */
function compare(left: string, right: string, more: readonly string[] = [], sections = ''): string {
  const channels = [left, right].map(
    (contactId, index) => `  Channel${String(index)}:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ContactId: ${contactId}, ChannelName: Mobile, ChannelType: SMS }
`,
  );
  const workspace = workspaceOf(
    `${sections}Resources:\n${contact('Ann', 'ann')}${contact('Bob', 'bob')}${channels.join('')}`,
    ...more,
  );
  const [one, other] = workspace.all('contact-channel').flatMap((channel) => [...channel.contact]);
  if (one === undefined || other === undefined) return 'no contact';
  const same = isSameContact(one, other, workspace);
  return isDoubt(same) ? `doubt: ${same.why}` : String(same);
}

const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/';

describe('isSameContact', () => {
  it('tells contacts apart by what they are, however they are named', () => {
    expect(compare('!Ref Ann', "!Sub '${Ann.Arn}'")).to.equal('true');
    expect(compare('!Ref Ann', `${arn}ann`)).to.equal('true');
    expect(compare('!Ref Ann', '!GetAtt Bob.Arn')).to.equal('false');
    expect(compare('!Ref Ann', `${arn}carol`)).to.equal('false');
  });

  it('takes contacts of different files with one alias for one', () => {
    const other = `Resources:\n${contact('AnnToo', 'ann')}${contact('Dora', 'dora')}Outputs:
  Ann: { Value: !Ref AnnToo, Export: { Name: ann } }
  Dora: { Value: !Ref Dora, Export: { Name: dora } }
`;
    expect(compare('!Ref Ann', '!ImportValue ann', [other])).to.equal('true');
    expect(compare('!Ref Ann', '!ImportValue dora', [other])).to.equal('false');
  });

  it('takes one parameter, one import and one item of a list for the same', () => {
    const sections = 'Parameters: { One: { Type: String }, Some: { Type: CommaDelimitedList } }\n';
    expect(compare('!Ref One', '!Ref One', [], sections)).to.equal('true');
    expect(compare('!ImportValue x', '!ImportValue x')).to.equal('true');
    expect(compare('!Select [1, !Ref Some]', '!Select [1, !Ref Some]', [], sections)).to.equal('true');
    expect(compare('!Select [0, !Ref Some]', '!Select [1, !Ref Some]', [], sections)).to.match(/^doubt/);
    expect(compare('!ImportValue x', '!ImportValue y')).to.equal(
      'doubt: the import x is exported by none of the scanned files',
    );
  });

  it('repeats nothing of a text that is no ARN', () => {
    expect(compare('!Ref Ann', "'+49 30 1234567'")).to.equal(
      'doubt: the channel or a contact is declared outside the scanned files',
    );
  });
});

import { expect } from 'chai';
import { channelDoubt, channelsOf } from '../../../src/model/contacts/contact-channels.js';
import { describe as inWords } from '../../../src/value/assumption.js';
import { workspaceOf } from '../workspaces.js';

function contact(name: string, alias: string, condition = ''): string {
  return `  ${name}:
    Type: AWS::SSMContacts::Contact
${condition}    Properties: { Alias: ${alias}, DisplayName: Somebody, Type: PERSONAL }
`;
}

function channel(name: string, contactId: string): string {
  return `  ${name}:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ContactId: ${contactId}, ChannelName: Mobile, ChannelType: SMS }
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

/** Of each contact its channels, with what they rest on, and `?` where there may be more. */
function owned(...texts: readonly string[]): Record<string, string> {
  const workspace = workspaceOf(...texts);
  return Object.fromEntries(
    workspace.all('contact').map((view) => {
      const names = channelsOf(view, workspace).map(
        ({ item, when }) => `${item.resource.name} ${inWords(when) ?? 'always'}`,
      );
      if (channelDoubt(view, workspace) !== undefined) names.push('?');
      return [view.resource.name, names.join(', ')];
    }),
  );
}

describe('what belongs to a contact', () => {
  it('is found by reference, by ARN and by import', () => {
    const people = `Resources:
${contact('Alice', 'alice')}${contact('Bob', 'bob')}${channel('One', '!Ref Alice')}
Outputs: { Alice: { Value: !GetAtt Alice.Arn, Export: { Name: alice } } }
`;
    const channels = `Resources:
${channel('Two', '!ImportValue alice')}${channel('Three', 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/bob')}`;
    expect(owned(people, channels)).to.deep.equal({ Alice: 'One always, Two always', Bob: 'Three always' });
  });

  it('rests on the conditions of both', () => {
    const text = `${isProd}Resources:
${contact('Alice', 'alice')}${contact('Bob', 'bob', '    Condition: IsProd\n')}
${channel('One', '!If [IsProd, !Ref Bob, !Ref Alice]')}${channel('Two', '!If [IsProd, !Ref Alice, !Ref Bob]')}`;
    expect(owned(text)).to.deep.equal({ Alice: 'One not IsProd, Two IsProd', Bob: 'One IsProd' });
  });

  it('belongs by ARN to every contact of that alias', () => {
    const text = (name: string) => `Resources:\n${contact(name, 'alice')}`;
    const channels = `Resources:\n${channel('One', 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice')}`;
    expect(owned(text('Here'), text('There'), channels)).to.deep.equal({
      Here: 'One always',
      There: 'One always',
    });
  });

  it('may belong to anybody where the contact is unknown', () => {
    expect(
      owned(`Resources:\n${contact('Alice', 'alice')}${channel('One', '!ImportValue nobody')}`),
    ).to.deep.equal({ Alice: '?' });
  });

  it('belongs by ARN to nobody else, unless the alias is unknown', () => {
    const text = `Parameters: { Alias: { Type: String } }
Resources:
${contact('Alice', 'alice')}${contact('Bob', '!Ref Alias')}${channel('One', 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/carol')}`;
    expect(owned(text)).to.deep.equal({ Alice: '', Bob: '?' });
  });

  it('may belong to anybody where a file could not be read', () => {
    expect(owned(`Resources:\n${contact('Alice', 'alice')}`, 'Resources: [')).to.deep.equal({ Alice: '?' });
  });

  it('is not listed without end, and then there may be more', () => {
    const many = Array.from({ length: 40 }, (_, index) => channel(`Channel${String(index)}`, '!Ref Alice'));
    const { Alice = '' } = owned(`Resources:\n${contact('Alice', 'alice')}${many.join('')}`);
    expect(Alice.split(', ')).to.have.lengthOf(33).and.to.include('?');
  });
});

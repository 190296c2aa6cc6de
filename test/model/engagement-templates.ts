const indented = (text: string, by: number): string =>
  text === '' ? '' : `${text.replace(/^(?=.)/gm, ' '.repeat(by))}\n`;

/** A contact; `more` are further properties. */
export function contact(name: string, type: string, more = ''): string {
  return `  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: ${name.toLowerCase()}
      DisplayName: ${name}
      Type: ${type}
${indented(more, 6)}`;
}

/** A channel; `more` are further properties. */
export function channel(name: string, owner: string, more = ''): string {
  return `  ${name}:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: ${owner}
      ChannelName: ${name}
      ChannelType: SMS
      ChannelAddress: '+49301234567'
${indented(more, 6)}`;
}

/** An engagement plan of one stage. */
export function plan(name: string, owner: string, ...targets: string[]): string {
  const listed = targets.map((target) => `          - ${target}\n`).join('');
  return `  ${name}:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: ${owner}
      Stages:
      - DurationInMinutes: 5
        Targets:
${listed === '' ? '          []\n' : listed}`;
}

/** A response plan that is named `Plan`. */
export function responsePlan(engagements: string): string {
  return `  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: outage
      IncidentTemplate: { Title: Outage, Impact: 1 }
      Engagements: ${engagements}
`;
}

/** A target of a stage. */
export const toChannel = (id: string): string =>
  `ChannelTargetInfo: { ChannelId: ${id}, RetryIntervalInMinutes: 1 }`;
/** A target of a stage. */
export const toContact = (id: string): string => `ContactTargetInfo: { ContactId: ${id}, IsEssential: true }`;

/** A person who is reached. */
export const alice =
  contact('Alice', 'PERSONAL') +
  channel('AliceSms', '!Ref Alice') +
  plan('AlicePlan', '!Ref Alice', toChannel('!Ref AliceSms'));

/** A whole template. */
export const template = (resources: string, head = ''): string => `${head}Resources:\n${resources}`;

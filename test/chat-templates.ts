/** A response plan and its topic; `chat` are the items of its list of chat topics. */
export function incidentPlan(name: string, chat: string): string {
  return `  ${name}:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: ${name}
      IncidentTemplate: { Title: Something does not answer, Impact: 1 }
      ChatChannel: { ChatbotSns: [${chat}] }
`;
}

/** A Slack configuration with lines of its own, indented by six blanks, after its required properties. */
export function slack(lines: string, channel = 'C07EXAMPLE01', name = 'Slack'): string {
  return `  ${name}:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: ${name}
      SlackWorkspaceId: T07EXAMPLE
      SlackChannelId: ${channel}
      IamRoleArn: arn:aws:iam::111122223333:role/chat
      ${lines}
`;
}

export const topic = `  Topic: { Type: AWS::SNS::Topic }
`;

/** A condition that only the deployment decides. */
export const isProduction = "Conditions: { IsProduction: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

/** A topic policy with the given statements, one a text, on topics. */
export function topicPolicy(
  statements: readonly string[],
  topics = '[!Ref Topic]',
  name = 'TopicPolicy',
): string {
  return `  ${name}:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: ${topics}
      PolicyDocument:
        Statement:
${statements.map((statement) => `          - ${statement}\n`).join('')}`;
}

/** The statement of AWS's guide that lets Incident Manager publish. */
export const publishing =
  "{ Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: 'sns:Publish', Resource: !Ref Topic, Condition: { StringEqualsIfExists: { 'AWS:SourceAccount': !Ref AWS::AccountId } } }";

/**
 * Values that AWS's pages list and its registry schemas leave out, by type and property.
 * LoggingLevel: AWS::Chatbot::SlackChannelConfiguration and …::MicrosoftTeamsChannelConfiguration in the
 * CloudFormation template reference ("Logging levels include ERROR, INFO, or NONE").
 */
export const documentedEnums: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AWS::Chatbot::SlackChannelConfiguration': { LoggingLevel: ['ERROR', 'INFO', 'NONE'] },
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': { LoggingLevel: ['ERROR', 'INFO', 'NONE'] },
};

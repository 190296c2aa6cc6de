/** The template of one team of many: a contact, its plan, who may act, and where they talk. */
export function onCallTeam(team: number): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: On call of team ${String(team)}
Parameters:
  Stage: { Type: String, Default: prod, AllowedValues: [prod, dev] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Contact:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: on-call-${String(team)}
      DisplayName: On call ${String(team)}
      Type: PERSONAL
      Plan:
        - DurationInMinutes: 5
          Targets:
            - ChannelTargetInfo: { ChannelId: !Ref Sms, RetryIntervalInMinutes: 1 }
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Contact
      ChannelName: sms
      ChannelType: SMS
      ChannelAddress: '+1206555${String(1_000 + team)}'
      DeferActivation: !If [IsProd, false, true]
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: plan-${String(team)}
      IncidentTemplate: { Title: Outage ${String(team)}, Impact: 1 }
      Engagements: [!GetAtt Contact.Arn]
      ChatChannel: { ChatbotSns: [!Ref Topic] }
      Actions:
        - SsmAutomation: { DocumentName: runbook-${String(team)}, RoleArn: !GetAtt Role.Arn }
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicName: chat-${String(team)} }
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: ssm-incidents.amazonaws.com }
            Action: sns:Publish
            Resource: !Ref Topic
            Condition: { StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: ssm-incidents.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: run
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: [ssm:StartAutomationExecution], Resource: '*' }]
  Chat:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: chat-${String(team)}
      IamRoleArn: !GetAtt Role.Arn
      SlackChannelId: C0${String(1_000_000 + team)}
      SlackWorkspaceId: T01234567
      SnsTopicArns: [!Ref Topic]
      LoggingLevel: ERROR
`;
}

/** A role that one principal can assume, written as YAML in a line, with lines of its own indented by six blanks. */
export function roleOf(name: string, principal: string, lines = ''): string {
  return `  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: ${principal}, Action: 'sts:AssumeRole' }] }
      ${lines}
`;
}

/** Whom the roles of runbooks, of chat channels and of functions serve. */
export const incidentManager = '{ Service: ssm-incidents.amazonaws.com }';
export const chatbot = '{ Service: chatbot.amazonaws.com }';
export const lambda = '{ Service: lambda.amazonaws.com }';

/** A policy of its own for a role, as CDK writes it; the statements are a YAML list in a line. */
export function policyOf(roleName: string, statements: string, name = `${roleName}Policy`): string {
  return `  ${name}:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: ${name}
      Roles: [!Ref ${roleName}]
      PolicyDocument: { Statement: ${statements} }
`;
}

/** A managed policy with a list of statements in a line. */
export function managedPolicy(name: string, statements: string, lines = ''): string {
  return `  ${name}:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ${lines}
      PolicyDocument: { Statement: ${statements} }
`;
}

/** A response plan whose runbook starts with a role. */
export function planWithRunbook(roleArn: string, document = 'DocumentName: Restart', name = 'Plan'): string {
  return `  ${name}:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
      Actions:
        - SsmAutomation:
            RoleArn: ${roleArn}
            ${document}
`;
}

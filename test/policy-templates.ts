/** A response plan, so that a template is Incident Manager's business. */
export const responsePlan = `  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
`;

/** A template with a managed policy, its statements indented by ten blanks, and whatever resources and sections follow. */
export function policyTemplate(statements: string, resources = responsePlan, sections = ''): string {
  const indented = statements
    .trim()
    .split('\n')
    .map((line) => `          ${line}`)
    .join('\n');
  return `${sections}Resources:
  Responders:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${indented}
${resources}`;
}

/** A statement that allows an action on one response plan. */
export function allowing(
  action: string,
  resource = 'arn:aws:ssm-incidents::111122223333:response-plan/web',
): string {
  return `- Effect: Allow\n  Action: ${action}\n  Resource: ${resource}`;
}

/** A parameter named Action. */
export function actionParameter(definition: string): string {
  return `Parameters: { Action: ${definition} }\n`;
}

/** A condition that only the deployment decides. */
export const isProduction = "Conditions: { IsProduction: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

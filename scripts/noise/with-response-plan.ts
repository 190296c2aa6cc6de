/** The logical ID of the response plan that is added. */
export const addedPlan = 'AddedResponsePlan';

const plan = JSON.stringify({
  Type: 'AWS::SSMIncidents::ResponsePlan',
  Properties: { Name: 'added', IncidentTemplate: { Title: 'added', Impact: 1 } },
});

/** A template with a response plan before its other resources; a text without resources stays as it is. */
export function withResponsePlan(text: string): string {
  if (/^\s*[{[]/.test(text))
    return text.replace(/("Resources"\s*:\s*\{)(?!\s*\})/, `$1 "${addedPlan}": ${plan},`);
  return text.replace(
    /^(Resources:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*)([ \t]+)/m,
    (_, head: string, indentation: string) => `${head}${indentation}${addedPlan}: ${plan}\n${indentation}`,
  );
}

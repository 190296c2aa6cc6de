import { createRequire } from 'node:module';

interface Diagnostic {
  readonly ruleId: string;
  readonly severity: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';
  readonly message: string;
  readonly entity?: { readonly logicalId?: string; readonly resourceType?: string };
  readonly propertyPath?: string;
}

interface Validator {
  SchemaValidator: new () => { validate(template: object): readonly Diagnostic[] };
  TemplateContent: new (text: string, name: string) => object;
}

let validator: Validator | undefined;
let schemas: InstanceType<Validator['SchemaValidator']> | undefined;

/** AWS's own offline validator, @aws/cloudformation-validate, as aws-cdk-lib bundles it; npm's own latest has another interface. */
function loaded(): Validator {
  const fromCdk = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
  return (validator ??= fromCdk('@aws/cloudformation-validate') as Validator);
}

/** The registry schema takes no hyphen, where the service takes it and AWS's own pages use it (trap 19). */
function isKnownToBeWrong({ entity, propertyPath, message }: Diagnostic): boolean {
  return (
    entity?.resourceType === 'AWS::SSMContacts::Rotation' &&
    propertyPath === 'Properties.Name' &&
    message.includes('does not match pattern')
  );
}

/** How a CloudFormation template breaks AWS's schemas, a line a fault; throws for what is no template. */
export function schemaFaultsByAws(name: string, text: string): string[] {
  const { SchemaValidator, TemplateContent } = loaded();
  // Its schemas take two seconds to load.
  schemas ??= new SchemaValidator();
  return schemas
    .validate(new TemplateContent(text, name))
    .filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR')
    .filter((diagnostic) => !isKnownToBeWrong(diagnostic))
    .map(
      ({ entity, propertyPath, message, ruleId }) =>
        `${entity?.logicalId ?? name}: ${propertyPath ?? ''}: ${message} [${ruleId}]`,
    );
}

/** Whether a text declares resources of CloudFormation, and not of Terraform or in evidence. */
export function isTemplate(name: string, text: string): boolean {
  return !/\.tf(?:\.json)?$/.test(name) && /^\s*["']?Resources["']?\s*:/m.test(text);
}

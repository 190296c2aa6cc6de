import type { AssemblyTemplate } from '../../parse/assembly-template.js';
import type { Place } from '../../text/place.js';
import { flattened, mapSettled } from '../../value/select.js';
import { placedAt, unknown, type Value } from '../../value/value.js';
import type { MapNode } from '../../parse/node.js';
import { agree } from '../template.js';
import { child, type Evaluator } from './evaluator.js';
import { malformed, type Invocation } from './functions.js';

interface Output {
  readonly stack: AssemblyTemplate;
  readonly evaluate: () => Value;
}

/** The types of the custom resources by which CDK carries values to another Region, over Parameter Store. */
export const exportWriter = 'Custom::CrossRegionExportWriter';
export const exportReader = 'Custom::CrossRegionExportReader';

/** What the stacks of CDK apps tell each other without exports. Only an assembly's manifest says how a stack is called. */
export class StackOutputs {
  readonly #outputs = new Map<string, Output[]>();
  readonly #parameters = new Map<string, Output[]>();

  /** Every template is added before the first question is asked. */
  add(evaluator: Evaluator, outputs: MapNode | undefined): void {
    const stack = evaluator.neighbours.assembly;
    if (stack === undefined) return;
    const { stackName } = stack;
    for (const { key, value: output } of outputs?.entries ?? []) {
      const value = child(output, 'Value');
      if (value === undefined || stackName === undefined) continue;
      const path = { parent: { parent: { parent: undefined, key: 'Outputs' }, key }, key: 'Value' };
      define(this.#outputs, [stack.assembly, stackName, key], stack, () => evaluator.evaluate(value, path));
    }
    for (const { key, value: resource } of evaluator.sections.resources?.entries ?? []) {
      if (evaluator.resourceType(key) !== exportWriter) continue;
      const exported = child(child(child(resource, 'Properties'), 'WriterProps'), 'exports');
      for (const { key: name, value } of exported?.kind === 'map' ? exported.entries : [])
        define(this.#parameters, [stack.assembly, name], stack, () => evaluator.evaluate(value, undefined));
    }
  }

  /** The outputs of an app's stacks of one name; more than one where they stand in several environments. */
  ofStack(app: AssemblyTemplate, stackName: string, output: string): readonly Output[] {
    return this.#outputs.get(keyOf([app.assembly, stackName, output])) ?? [];
  }

  /** The values that an app's stacks write under the name of a parameter of Parameter Store. */
  ofParameter(app: AssemblyTemplate, name: string): readonly Output[] {
    return this.#parameters.get(keyOf([app.assembly, name])) ?? [];
  }
}

/** `Fn::GetStackOutput`: the output of a stack that the same CDK app deploys. */
export function getStackOutput({ evaluator, call, place }: Invocation): Value {
  const operand = (name: string): Value | undefined => {
    const node = child(call.argument, name);
    return node && evaluator.evaluate(node, { parent: call.path, key: name });
  };
  const [stackName, outputName, region] = [operand('StackName'), operand('OutputName'), operand('Region')];
  if (stackName === undefined || outputName === undefined) return malformed(place, call.name);
  const app = evaluator.neighbours.assembly;
  const isSameAccount = child(call.argument, 'RoleArn') === undefined;
  return mapSettled(stackName, place, (stack) =>
    mapSettled(outputName, place, (output) => {
      if (stack.kind !== 'text' || output.kind !== 'text')
        return unknown(
          place,
          call.name,
          'the name of the stack or of its output is not known before deployment',
          'literal names',
        );
      const what = `output ${output.text} of stack ${stack.text}`;
      const wantedRegion = region === undefined ? app?.environment.region : textOf(region);
      const found = (
        app === undefined ? [] : evaluator.neighbours.outputs.ofStack(app, stack.text, output.text)
      ).filter(({ stack: { environment } }) => {
        return (
          agree(environment.region, wantedRegion) &&
          (!isSameAccount || agree(environment.account, app?.environment.account))
        );
      });
      return theOnly(found, evaluator, what, place);
    }),
  );
}

/** What an export reader, which takes values from another Region, answers to `Fn::GetAtt`. */
export function crossRegionValue(evaluator: Evaluator, name: string, place: Place): Value {
  const { assembly, outputs } = evaluator.neighbours;
  const found = assembly === undefined ? [] : outputs.ofParameter(assembly, name);
  return theOnly(found, evaluator, `the export ${name} of another Region`, place);
}

function define(
  outputs: Map<string, Output[]>,
  key: string[],
  stack: AssemblyTemplate,
  find: () => Value,
): void {
  let value: Value | undefined;
  const output = { stack, evaluate: (): Value => (value ??= flattened(find())) };
  const known = outputs.get(keyOf(key));
  if (known === undefined) outputs.set(keyOf(key), [output]);
  else known.push(output);
}

function keyOf(names: readonly string[]): string {
  return JSON.stringify(names);
}

function theOnly(found: readonly Output[], evaluator: Evaluator, what: string, place: Place): Value {
  const [only] = found;
  if (only === undefined)
    return unknown(
      place,
      what,
      `${what} is in none of the scanned files`,
      'the cloud assembly with the stack among the scanned files',
    );
  if (found.length > 1)
    return unknown(place, what, `${what} is in several of the scanned files`, 'stacks with different names');
  return evaluator.guarded(what, place, () => placedAt(only.evaluate(), place));
}

function textOf(value: Value): string | undefined {
  return value.kind === 'text' ? value.text : undefined;
}

import {
  Computed,
  isList,
  isMap,
  Marked,
  Reference,
  type Argument,
  type Arguments,
  type Resources,
} from './terraform-documents/argument.js';
import { print, unmarked } from './terraform-documents/print.js';
import { moduleStepsOf, stepsOf } from '../src/dialect/terraform/traversal.js';

export { afterApply, marked, ref, type Resources } from './terraform-documents/argument.js';

/** What the aws and awscc providers compute of every resource. */
const computed = { arn: true, id: true };

/** A plan that creates resources, as `terraform show -json` prints it. */
export function planOf(resources: Resources, more: Readonly<Record<string, unknown>> = {}): string {
  const all = Object.entries(resources).map(([key, given]) => resourceOf(key, given));
  return print({
    format_version: '1.2',
    terraform_version: '1.9.8',
    planned_values: { root_module: moduleOf('', all, ({ plan }) => plan) },
    resource_changes: all.map(({ change }) => change),
    configuration: { root_module: { resources: all.map(({ declaration }) => declaration) } },
    ...more,
  });
}

/** A state as `terraform show -json` prints it. */
export function stateOf(resources: Resources): string {
  const all = Object.entries(resources).map(([key, given]) => resourceOf(key, given));
  return print({
    format_version: '1.0',
    terraform_version: '1.9.8',
    values: { root_module: moduleOf('', all, ({ plan }) => plan) },
  });
}

/** A `terraform.tfstate` of version 4. */
export function rawStateOf(resources: Resources): string {
  return print({
    version: 4,
    terraform_version: '1.9.8',
    serial: 3,
    lineage: '5f0a9f5e-5b0c-4f0e-9b1c-2f6f5c9d7e10',
    outputs: {},
    resources: Object.entries(resources).map(([key, given]) => {
      const { address, type, name, module } = addressOf(key);
      return {
        ...(module !== '' && { module }),
        mode: 'managed',
        type,
        name: key.startsWith('«') ? `${key.slice(0, key.length - address.length - 1)}${name}»` : name,
        provider: `provider["registry.terraform.io/hashicorp/${type.split('_')[0] ?? ''}"]`,
        instances: [{ ...indexOf(address, 'index_key'), schema_version: 0, attributes: given }],
      };
    }),
    check_results: null,
  });
}

interface Written {
  readonly module: string;
  readonly plan: unknown;
  readonly change: unknown;
  readonly declaration: unknown;
}

function resourceOf(key: string, given: Arguments): Written {
  const { address, type, name, module } = addressOf(key);
  const isData = /(?:^|\.)data\./.test(address);
  const common = {
    mode: isData ? 'data' : 'managed',
    type,
    name,
    ...indexOf(address, 'index'),
    provider_name: providerOf(type),
  };
  const values = knownOf(given) as Record<string, unknown>;
  const unknown = Object.fromEntries(Object.entries(computed).filter(([name]) => !(name in given)));
  return {
    module,
    plan: { address: key, ...common, schema_version: 0, values, sensitive_values: {} },
    change: {
      address,
      ...common,
      change: {
        actions: [isData ? 'read' : 'create'],
        before: null,
        after: unmarked(values),
        after_unknown: { ...unknown, ...(unknownOf(given) as object) },
        before_sensitive: false,
        after_sensitive: {},
      },
    },
    declaration: {
      address: `${isData ? 'data.' : ''}${type}.${name}`,
      mode: common.mode,
      type,
      name,
      provider_config_key: type.split('_')[0],
      expressions: expressionsOf(given),
      schema_version: 0,
    },
  };
}

function addressOf(key: string): { address: string; type: string; name: string; module: string } {
  const address = key.replace(/^«[~?]?|»$/g, '');
  const own = stepsOf(address).filter((step) => !step.startsWith('['));
  const [type = '', name = ''] = own.slice(-2);
  const module = moduleStepsOf(address)
    .map((step) => `module.${step.name}${step.key}`)
    .join('.');
  return { address, type, name, module };
}

function indexOf(address: string, key: string): object {
  const last = stepsOf(address).at(-1) ?? '';
  return last.startsWith('[') ? { [key]: JSON.parse(last.slice(1, -1)) as unknown } : {};
}

function providerOf(type: string): string {
  return `registry.terraform.io/hashicorp/${type.split('_')[0] ?? ''}`;
}

function moduleOf(address: string, all: readonly Written[], of: (written: Written) => unknown): object {
  const below = all.filter(
    ({ module }) => module !== address && (address === '' || module.startsWith(`${address}.`)),
  );
  const depth = moduleStepsOf(address).length;
  const inner = new Set(
    below.map(({ module }) =>
      moduleStepsOf(module)
        .slice(0, depth + 1)
        .map((step) => `module.${step.name}${step.key}`)
        .join('.'),
    ),
  );
  return {
    ...(address !== '' && { address }),
    resources: all.filter(({ module }) => module === address).map(of),
    ...(inner.size > 0 && { child_modules: [...inner].map((child) => moduleOf(child, below, of)) }),
  };
}

/** What is known: references are left out of maps, and null in lists. */
function knownOf(argument: Argument): unknown {
  if (argument instanceof Reference || argument instanceof Computed) return null;
  if (argument instanceof Marked || typeof argument !== 'object' || argument === null) return argument;
  if (isList(argument)) return argument.map(knownOf);
  const known = Object.entries(argument).filter(
    ([, inner]) => !(inner instanceof Reference) && !(inner instanceof Computed),
  );
  return Object.fromEntries<unknown>(known.map(([key, inner]) => [key, knownOf(inner)]));
}

function unknownOf(argument: Argument): unknown {
  if (argument instanceof Reference || argument instanceof Computed) return true;
  if (argument instanceof Marked || typeof argument !== 'object' || argument === null) return false;
  if (isList(argument)) return argument.map(unknownOf);
  const inner = Object.entries(argument).map(([key, value]): [string, unknown] => [key, unknownOf(value)]);
  return Object.fromEntries<unknown>(inner.filter(([, value]) => value !== false));
}

/** Maps in lists are blocks; everything else is an argument with an expression. */
function expressionsOf(given: Arguments): object {
  const written = Object.entries(given).filter(([, argument]) => !(argument instanceof Computed));
  const entries = written.map(([key, argument]): [string, unknown] => {
    const isBlock = isList(argument) && argument.some((item) => isMap(item));
    if (isBlock) return [key, argument.map((item) => (isMap(item) ? expressionsOf(item) : {}))];
    const references = referencesIn(argument);
    return [key, references.length > 0 ? { references } : { constant_value: unmarked(argument) }];
  });
  return Object.fromEntries(entries);
}

function referencesIn(argument: Argument): string[] {
  if (argument instanceof Reference) {
    const [first = '', ...others] = argument.to.flatMap(withBeginnings);
    return [argument.mark === '' ? first : `${argument.mark}${first}»`, ...others];
  }
  if (isList(argument)) return argument.flatMap(referencesIn);
  return isMap(argument) ? Object.values(argument).flatMap(referencesIn) : [];
}

/** Terraform lists `a.b.arn` and then `a.b`. */
function withBeginnings(reference: string): string[] {
  const beginning = reference.slice(0, reference.lastIndexOf('.'));
  return beginning.includes('.') ? [reference, beginning] : [reference];
}

import type { Tool, ToolVersion } from '../tool-version.js';
import { enter, entriesOf, itemsOf, placeOf, textOf, type Located } from './located.js';

/** The providers by where they come from; one without a source is HashiCorp's (Terraform, "Provider Requirements"). */
const providers: ReadonlyMap<string, Tool> = new Map([
  ['hashicorp/aws', 'aws-provider'],
  ['hashicorp/awscc', 'awscc-provider'],
]);

const registry = 'registry.terraform.io/';

/**
 * The versions that a plan or a state names. OpenTofu writes its own version into the same field, and shows itself by
 * the registry that providers come from; then nothing is said of it.
 */
export function toolsOfOutput(root: Located): ToolVersion[] {
  const configured = [...entriesOf(enter(root, 'configuration', 'provider_config')).values()];
  const sources = [
    ...configured.map((provider) => textOf(enter(provider, 'full_name'))),
    ...resourcesOf(root).map((resource) => providerOf(resource)),
  ];
  if (sources.some((source) => source?.includes('registry.opentofu.org/') === true)) return [];
  return [
    ...versionAt(enter(root, 'terraform_version'), 'terraform', false),
    ...configured.flatMap((provider) => {
      const source = textOf(enter(provider, 'full_name')) ?? textOf(enter(provider, 'name'));
      const tool = source === undefined ? undefined : providerTool(source);
      return tool === undefined ? [] : versionAt(enter(provider, 'version_constraint'), tool, true);
    }),
  ];
}

function resourcesOf(root: Located): Located[] {
  return [
    ...itemsOf(enter(root, 'resource_changes')),
    ...itemsOf(enter(root, 'resources')),
    ...modulesOf(enter(root, 'values', 'root_module')).flatMap((module) =>
      itemsOf(enter(module, 'resources')),
    ),
  ];
}

function modulesOf(root: Located | undefined): Located[] {
  const modules = root === undefined ? [] : [root];
  // The list grows while it is read.
  for (const module of modules)
    for (const inner of itemsOf(enter(module, 'child_modules'))) modules.push(inner);
  return modules;
}

function providerOf(resource: Located): string | undefined {
  return textOf(enter(resource, 'provider_name')) ?? textOf(enter(resource, 'provider'));
}

/** What the `terraform` blocks of a file require, and the version of CDK for Terraform that wrote it. */
export function toolsOfConfiguration(root: Located): ToolVersion[] {
  return [
    ...versionAt(enter(root, '//', 'metadata', 'version'), 'cdktf', false),
    ...blocksOf(enter(root, 'terraform')).flatMap((block) => [
      ...versionAt(enter(block, 'required_version'), 'terraform', true),
      ...blocksOf(enter(block, 'required_providers')).flatMap(requiredProviders),
    ]),
  ];
}

function requiredProviders(block: Located): ToolVersion[] {
  return [...entriesOf(block)].flatMap(([name, required]) => {
    // Before Terraform 0.13, the constraint stood alone.
    if (textOf(required) !== undefined) return versionOf(required, providerTool(name));
    const tool = providerTool(textOf(enter(required, 'source')) ?? name);
    return versionOf(enter(required, 'version'), tool);
  });
}

function versionOf(at: Located | undefined, tool: Tool | undefined): ToolVersion[] {
  return tool === undefined ? [] : versionAt(at, tool, true);
}

/** @param source as in `required_providers`: `hashicorp/aws`, with or without its registry, or a name alone. */
function providerTool(source: string): Tool | undefined {
  const plain = source.startsWith(registry) ? source.slice(registry.length) : source;
  return providers.get(plain.includes('/') ? plain : `hashicorp/${plain}`);
}

function versionAt(at: Located | undefined, tool: Tool, isConstraint: boolean): ToolVersion[] {
  const text = textOf(at);
  return at === undefined || text === undefined ? [] : [{ tool, text, isConstraint, place: placeOf(at) }];
}

/** A block that may stand once or several times, as an object or a list of them. */
function blocksOf(at: Located | undefined): Located[] {
  if (at === undefined) return [];
  return at.node.kind === 'list' ? itemsOf(at) : [at];
}

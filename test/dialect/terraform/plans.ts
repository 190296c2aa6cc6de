import { expect } from 'chai';
import { readTemplate } from '../../../src/dialect/read-template.js';
import type { Resource } from '../../../src/dialect/resource.js';
import { ExportTable } from '../../../src/dialect/template.js';
import { parseJson } from '../../../src/parse/json.js';
import { SourceFile } from '../../../src/text/source-file.js';
import type { Resources } from '../../terraform-documents.js';
import { show } from '../show.js';

/** The resources of a plan that is read without problems. */
export function resourcesOf(text: string): readonly Resource[] {
  const template = readTemplate(parseJson(new SourceFile('tfplan.json', text)), new ExportTable());
  expect(template.problems).to.deep.equal([]);
  return template.resources;
}

/** The properties of the resource at an address, in one line each. */
export function shown(text: string, address: string): Record<string, string> {
  const resource = resourcesOf(text).find(({ name }) => name === address);
  if (resource?.properties.kind !== 'map') throw new Error(`nothing at ${address}`);
  return Object.fromEntries(resource.properties.entries.map(({ key, value }) => [key, show(value)]));
}

/** Two topics. */
export const estate: Resources = {
  'aws_sns_topic.chat': { name: 'chat' },
  'aws_sns_topic.mail': { name: 'mail' },
};

/** A plan with parts that the builder has no words for. */
export function patched(text: string, patch: (plan: Plan) => void): string {
  const plan = JSON.parse(text) as Plan;
  patch(plan);
  return JSON.stringify(plan);
}

/** What tests change of a plan. */
export interface Plan {
  planned_values: { root_module: { resources: { address: string; values: Record<string, unknown> }[] } };
  resource_changes: {
    address: string;
    deposed?: string;
    mode: string;
    change: { actions: string[]; after: unknown; after_unknown: Record<string, unknown> };
  }[];
  configuration: { root_module: Record<string, unknown> & { resources: Record<string, unknown>[] } };
  prior_state?: unknown;
  complete?: boolean;
  deferred_changes?: unknown[];
  variables?: unknown;
}

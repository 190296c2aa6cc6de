import type { AssemblyTemplate } from '../parse/assembly-template.js';
import type { Document } from '../parse/document.js';
import type { MapNode } from '../parse/node.js';
import { versionOfTemplate } from './cdk/version.js';
import { noNeighbours } from './cloudformation/neighbours.js';
import { openCloudFormation } from './cloudformation/template.js';
import { formOf } from './form.js';
import type { Deployment } from './parameter-values.js';
import { commentSuppressions } from './suppression.js';
import { readPlan } from './terraform/plan.js';
import { readRawState, readState } from './terraform/state.js';
import type { ExportTable, Template } from './template.js';
import { isConfigurationFile, readConfiguration } from './terraform/configuration.js';

/**
 * Reads what documents declare: a template for each, in their order.
 *
 * @param exports the workspace's exports; the documents add their own.
 */
export function readTemplates(
  documents: readonly Document[],
  exports: ExportTable,
  deployment: Deployment = {},
): Template[] {
  // The files of a Terraform configuration mean something only together.
  const configuration = documents.filter(({ file }) => isConfigurationFile(file.path));
  const templates = readConfiguration(configuration);
  const byDocument = new Map(configuration.map((document, index) => [document, templates[index]]));
  const stacks = noNeighbours();
  // All are open before the first is read: a nested stack is told its parameters by its parent.
  const readings = documents.map((document) => {
    const known = byDocument.get(document);
    return known === undefined ? openTemplate(document, exports, deployment, stacks) : () => known;
  });
  return readings.map((read) => read());
}

/** As `readTemplates`, of a document that needs no other one. */
export function readTemplate(
  document: Document,
  exports: ExportTable,
  deployment: Deployment = {},
): Template {
  return openTemplate(document, exports, deployment, noNeighbours())();
}

function openTemplate(
  document: Document,
  exports: ExportTable,
  deployment: Deployment,
  stacks: ReturnType<typeof noNeighbours>,
): () => Template {
  const { file, root, problems } = document;
  if (root?.kind !== 'map')
    return () => ({ file, resources: [], suppressions: [], problems, isUnread: true });
  const read = openRoot(document, root, exports, deployment, stacks);
  return () => {
    const template = read();
    return {
      ...template,
      ...cdkOf(document.assembly, root),
      suppressions: [...commentSuppressions(document), ...template.suppressions],
      problems: [...problems, ...template.problems],
    };
  };
}

/** What is known of the app that a template was synthesised from. */
function cdkOf(
  assembly: AssemblyTemplate | undefined,
  root: MapNode,
): Pick<Template, 'assembly' | 'cdkVersion'> {
  const cdkVersion = assembly?.cdkVersion ?? versionOfTemplate(root);
  return { ...(assembly && { assembly }), ...(cdkVersion !== undefined && { cdkVersion }) };
}

function openRoot(
  document: Document,
  root: MapNode,
  exports: ExportTable,
  deployment: Deployment,
  stacks: ReturnType<typeof noNeighbours>,
): () => Template {
  const located = { file: document.file, node: root, path: undefined };
  switch (formOf(root)) {
    case 'terraform-plan':
      return () => readPlan(located);
    case 'terraform-state':
      return () => readState(located);
    case 'terraform-raw-state':
      return () => readRawState(located);
    case 'cloudformation':
    case undefined:
      return openCloudFormation(document, root, exports, deployment, stacks);
  }
}

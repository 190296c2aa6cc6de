import type { AssemblyTemplate } from '../parse/assembly-template.js';
import type { Document } from '../parse/document.js';
import type { MapNode } from '../parse/node.js';
import { versionOfTemplate } from './cdk/version.js';
import { noNeighbours } from './cloudformation/neighbours.js';
import { openCloudFormation, type OpenCloudFormation } from './cloudformation/template.js';
import { formOf } from './form.js';
import type { Deployment } from './parameter-values.js';
import { commentSuppressions } from './suppression.js';
import { readPlan } from './terraform/plan.js';
import { readRawState, readState } from './terraform/state.js';
import { ExportTable, type Template } from './template.js';
import type { TemplateMemory } from './template-memory.js';
import { isConfigurationFile, readConfiguration } from './terraform/configuration.js';

/**
 * Reads what documents declare: a template for each, in their order.
 *
 * @param exports the workspace's exports; the documents add their own.
 * @param memory keeps the templates of documents that need no other one, for the next time.
 */
export function readTemplates(
  documents: readonly Document[],
  exports: ExportTable,
  deployment: Deployment = {},
  memory?: TemplateMemory,
): Template[] {
  // The files of a Terraform configuration mean something only together.
  const configuration = documents.filter(({ file }) => isConfigurationFile(file.path));
  const templates = memory?.configuration(configuration) ?? readConfiguration(configuration);
  memory?.keepConfiguration(configuration, templates);
  const byDocument = new Map(configuration.map((document, index) => [document, templates[index]]));
  const stacks = noNeighbours();
  const others = documents.filter((document) => !byDocument.has(document));
  // All are open before the first is read: a nested stack is told its parameters by its parent.
  const isLinked = (document: Document): boolean => memory?.isLinked(document) !== false;
  const linked = others.filter(isLinked);
  const readings = new Map(
    linked.map((document) => [document, openTemplate(document, exports, deployment, stacks).read]),
  );
  const nested = memory === undefined ? new Set<string>() : stacks.nested.nestedNames();
  for (const document of others) {
    if (readings.has(document)) continue;
    const isNested = nested.has(document.file.path);
    const reading =
      isNested || memory === undefined
        ? openTemplate(document, exports, deployment, stacks).read
        : recall(document, deployment, memory, exports, stacks);
    readings.set(document, reading);
  }
  return documents.flatMap((document) => byDocument.get(document) ?? readings.get(document)?.() ?? []);
}

/** The template of a document that needs no other one, read now or the last time, for others that may need it. */
function recall(
  document: Document,
  deployment: Deployment,
  memory: TemplateMemory,
  exports: ExportTable,
  stacks: Stacks,
): () => Template {
  const known = memory.template(document);
  const open =
    known === undefined ? openTemplate(document, new ExportTable(), deployment, noNeighbours()) : known.open;
  open.join(stacks);
  return () => {
    const template = known?.template ?? open.read();
    if (known === undefined) memory.keep(document, { template, open });
    open.exportTo(exports);
    return template;
  };
}

/** As `readTemplates`, of a document that needs no other one. */
export function readTemplate(
  document: Document,
  exports: ExportTable,
  deployment: Deployment = {},
): Template {
  return openTemplate(document, exports, deployment, noNeighbours()).read();
}

type Stacks = ReturnType<typeof noNeighbours>;

function openTemplate(
  document: Document,
  exports: ExportTable,
  deployment: Deployment,
  stacks: Stacks,
): OpenCloudFormation {
  const { file, root, problems } = document;
  if (root?.kind !== 'map')
    return aloneAs(() => ({ file, resources: [], suppressions: [], problems, isUnread: true }));
  const open = openRoot(document, root, exports, deployment, stacks);
  const read = (): Template => {
    const template = open.read();
    return {
      ...template,
      ...cdkOf(document.assembly, root),
      suppressions: [...commentSuppressions(document), ...template.suppressions],
      problems: [...problems, ...template.problems],
    };
  };
  return { ...open, read };
}

/** A template that no other one asks for anything. */
function aloneAs(read: () => Template): OpenCloudFormation {
  return { read, join: () => undefined, exportTo: () => undefined };
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
  stacks: Stacks,
): OpenCloudFormation {
  const located = { file: document.file, node: root, path: undefined };
  switch (formOf(root)) {
    case 'terraform-plan':
      return aloneAs(() => readPlan(located));
    case 'terraform-state':
      return aloneAs(() => readState(located));
    case 'terraform-raw-state':
      return aloneAs(() => readRawState(located));
    case 'cloudformation':
    case undefined:
      return openCloudFormation(document, root, exports, deployment, stacks);
  }
}

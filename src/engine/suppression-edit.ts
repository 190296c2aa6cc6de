import { readTemplates } from '../dialect/read-template.js';
import type { Suppression } from '../dialect/suppression.js';
import { ExportTable } from '../dialect/template.js';
import { child } from '../parse/child.js';
import type { Document } from '../parse/document.js';
import type { MapNode, Node } from '../parse/node.js';
import type { Edit, Finding } from '../report/finding.js';
import { SourceFile, type Span } from '../text/source-file.js';
import { readTemplateText } from './read.js';

/** A replacement by offsets. */
interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/**
 * The edit that suppresses a finding, as closely as its file allows: in a comment on its line, or above it, else for its
 * resource. Its reason is left empty, and until the author writes one it hides nothing. Undefined where there is no
 * place for a suppression, as in a plan.
 */
export async function suppressionEdit(
  { path, text }: SourceFile,
  finding: Finding,
): Promise<Edit | undefined> {
  const { document } = await readTemplateText(text, path, true);
  if (document?.root === undefined) return undefined;
  const before = readings(document);
  for (const replacement of candidates(document, finding)) {
    const { span } = replacement;
    const edited = text.slice(0, span.start) + replacement.text + text.slice(span.end);
    const after = (await readTemplateText(edited, path, true)).document;
    // What can be told from the text alone is less than what the parser can tell.
    if (after?.root === undefined || after.problems.length > document.problems.length) continue;
    const suppressions = readings(after);
    const isNew = suppressions.length === before.length + 1;
    if (isNew && suppressions.some((suppression) => wouldHide(suppression, finding)))
      return { range: document.file.rangeOf(span), text: replacement.text };
  }
  return undefined;
}

function readings(document: Document): readonly Suppression[] {
  return readTemplates([document], new ExportTable()).flatMap(({ suppressions }) => suppressions);
}

/** Whether a suppression lacks nothing but its reason. */
function wouldHide({ ruleId, reason, scope }: Suppression, finding: Finding): boolean {
  if (ruleId !== finding.ruleId || reason !== undefined) return false;
  const name = finding.resource?.name ?? '';
  switch (scope.kind) {
    case 'line':
      // One more line stands above the finding where the comment has its own.
      return scope.line - finding.range.start.line <= 1 && scope.line >= finding.range.start.line;
    case 'resource':
      return scope.name === name;
    case 'resources':
      return scope.names.includes(name);
    case 'file':
      return false;
  }
}

function candidates(document: Document, finding: Finding): Replacement[] {
  const { file, format } = document;
  if (format !== 'json') return commentsAt(file, finding);
  const keys = finding.path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = (count: number): Node | undefined =>
    keys.slice(1, count + 1).reduce<Node | undefined>(step, document.root);
  if (keys[1] === 'Resources') return inMetadata(file, at(2), finding.ruleId);
  // A block of Terraform's: an object, or one of a list of them.
  const blocks = keys[1] === 'resource' ? [at(3), at(4)] : [];
  const comment = `"//": ${JSON.stringify(`incident-lint-disable ${finding.ruleId} -- `)}`;
  return blocks.flatMap((block) =>
    block?.kind === 'map' && child(block, '//') === undefined ? insertion(file, block, comment) : [],
  );
}

function step(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'list' ? node.items[Number(key)] : child(node, key);
}

function commentsAt(file: SourceFile, { ruleId, range }: Finding): Replacement[] {
  const { line } = range.start;
  const written = file.line(line);
  const start = file.offsetAt({ line, column: 1 });
  const end = start + written.trimEnd().length;
  const indentation = /^\s*/.exec(written)?.[0] ?? '';
  const lineBreak = file.text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      span: { start: end, end: start + written.length },
      text: ` # incident-lint-disable-line ${ruleId} -- `,
    },
    {
      span: { start, end: start },
      text: `${indentation}# incident-lint-disable-next-line ${ruleId} -- ${lineBreak}`,
    },
  ];
}

/** As deep in the resource's metadata as there is some. */
function inMetadata(file: SourceFile, resource: Node | undefined, ruleId: string): Replacement[] {
  const entry = JSON.stringify({ rule: ruleId, reason: '' }, undefined, 1).replaceAll(/\n\s*/g, ' ');
  const disable = `"disable": [${entry}]`;
  const own = `"incident-lint": { ${disable} }`;
  const metadata = child(resource, 'Metadata');
  const ours = child(metadata, 'incident-lint');
  const list = child(ours, 'disable');
  if (list?.kind === 'list') {
    const [first] = list.items;
    const at = first?.span.start ?? list.span.start;
    return first === undefined
      ? [{ span: list.span, text: `[${entry}]` }]
      : [{ span: { start: at, end: at }, text: `${entry}, ` }];
  }
  if (list !== undefined) return [];
  if (ours?.kind === 'map') return insertion(file, ours, disable);
  if (metadata?.kind === 'map') return insertion(file, metadata, own);
  return resource?.kind === 'map' ? insertion(file, resource, `"Metadata": { ${own} }`) : [];
}

/** An entry before the first one of a JSON object, laid out as that one. */
function insertion(file: SourceFile, map: MapNode, entry: string): Replacement[] {
  const [first] = map.entries;
  if (first === undefined) return [{ span: map.span, text: `{ ${entry} }` }];
  const { start } = first.keySpan;
  const between = file.text.slice(map.span.start + 1, start);
  return /^\s*$/.test(between)
    ? [{ span: { start, end: start }, text: `${entry},${between === '' ? ' ' : between}` }]
    : [];
}

import type { Resource } from '../dialect/resource.js';
import { Leaf } from '../model/leaf.js';
import type { Field, Slot } from '../model/view.js';
import type { Fix } from '../report/finding.js';
import type { Located, Mending } from '../rule/rule.js';
import type { SourceFile, Span } from '../text/source-file.js';

/** An edit by offsets. */
interface Replacement {
  readonly file: SourceFile;
  readonly span: Span;
  readonly text: string;
}

/** How a file spells maps and scalars; `program` is JavaScript and TypeScript. */
type Notation = 'json' | 'yaml' | 'hcl' | 'program';

/**
 * A fix with its edits; undefined where the text cannot be changed in place: it came by a reference, from an alias or
 * out of another text, or the map around it depends on a condition.
 */
export function fixOf(at: Located, mending: Mending, resource: Resource | undefined): Fix | undefined {
  const edit = editOf(at, mending, resource?.sourceType.startsWith('AWS::') === true);
  if (edit === undefined || !isInside(edit, resource)) return undefined;
  const { description, isSafe } = mending;
  return { description, isSafe, edits: [{ range: edit.file.rangeOf(edit.span), text: edit.text }] };
}

/** @param isCloudFormation only there a partition and the account have a name. */
function editOf(
  at: Located,
  { to, field, slot }: Mending,
  isCloudFormation: boolean,
): Replacement | undefined {
  if (typeof to === 'string') return scalarEdit(at, to, field);
  if ('texts' in to) return textsEdit(to.texts, to.list);
  if (!isCloudFormation) return undefined;
  return 'arn' in to ? arnEdit(at, to.arn, field?.slot) : slot && conditionEdit(to.accountKey, slot);
}

function scalarEdit(at: Located, to: string, field: Field | undefined): Replacement | undefined {
  const leaf = at instanceof Leaf ? at : [...(field ?? [])].find(({ place }) => place === at.place);
  return leaf?.value.kind === 'absent'
    ? field?.slot && insertion(field.slot, scalar(to, notationOf(field.slot.map.place.file)))
    : leaf && replacement(leaf, to);
}

/** An ARN as the only item of a list that is missing or written without items. */
function arnEdit(at: Located, arn: string, slot: Slot | undefined): Replacement | undefined {
  const { file, span } = at.place;
  const notation = notationOf(file);
  if (slot === undefined || (notation !== 'json' && notation !== 'yaml')) return undefined;
  const text = `arn:\${AWS::Partition}:${arn}`;
  const list = notation === 'json' ? `[${JSON.stringify({ 'Fn::Sub': text })}]` : `[!Sub ${single(text)}]`;
  if (!slot.map.entries.some(({ key }) => key === slot.key)) return insertion(slot, list);
  const isEmptyList = /^\[\s*\]$/.test(file.text.slice(span.start, span.end));
  return isEmptyList ? { file, span, text: list } : undefined;
}

/** A list written anew: texts in brackets are the same in JSON, YAML and HCL. */
function textsEdit(texts: readonly string[], list: Leaf | undefined): Replacement | undefined {
  if (list?.value.kind !== 'list') return undefined;
  const { file, span } = list.value.place;
  // Within a text, such as a policy in quotes, a list has the place of the whole.
  if (!/[[-]/.test(file.text.charAt(span.start))) return undefined;
  return { file, span, text: `[${texts.map((text) => JSON.stringify(text)).join(', ')}]` };
}

/** A condition in a statement that has none. */
function conditionEdit(accountKey: string, slot: Slot): Replacement | undefined {
  return insertion(
    slot,
    notationOf(slot.map.place.file) === 'json'
      ? JSON.stringify({ StringEquals: { [accountKey]: { Ref: 'AWS::AccountId' } } })
      : `{ StringEquals: { ${accountKey}: !Ref AWS::AccountId } }`,
  );
}

/** An alias shows what is written at its anchor, perhaps for another resource: that is not touched. */
function isInside({ file, span }: Replacement, resource: Resource | undefined): boolean {
  const { attributes } = resource ?? {};
  if (attributes === undefined || attributes.kind === 'absent') return false;
  const { place } = attributes;
  return place.file === file && place.span.start <= span.start && span.end <= place.span.end;
}

function replacement({ value, place: { file, span } }: Leaf, to: string): Replacement | undefined {
  if (value.kind !== 'text' || value.origin !== undefined) return undefined;
  const raw = file.text.slice(span.start, span.end);
  const quote = /^(["'])([^\\]*)\1$/s.exec(raw);
  const isAsWritten = quote === null ? raw === value.text : quote[2] === value.text;
  if (!isAsWritten) return undefined;
  if (notationOf(file) === 'program') return { file, span, text: scalar(to, 'program') };
  const text = quote?.[1] === '"' ? JSON.stringify(to) : quote === null ? scalar(to, 'yaml') : single(to);
  return { file, span, text };
}

function insertion({ map, key }: Slot, value: string): Replacement | undefined {
  const { file, span } = map.place;
  const { text } = file;
  const [first] = map.entries;
  const notation = notationOf(file);
  const isFlow = text[span.start] === '{';
  // What a construct has by other names than CloudFormation's is no object that a property could be added to.
  if (notation === 'program' && !isFlow) return undefined;
  const entry = `${notation === 'json' ? JSON.stringify(key) : key}${notation === 'hcl' ? ' =' : ':'} ${value}`;
  if (first === undefined)
    return isFlow && /^\{\s*\}$/.test(text.slice(span.start, span.end))
      ? { file, span, text: `{ ${entry} }` }
      : undefined;
  const { start } = first.keyPlace.span;
  if (first.keyPlace.file !== file || start < span.start || start >= span.end) return undefined;
  const at = { start, end: start };
  if (isFlow && notation !== 'hcl') {
    const between = text.slice(span.start + 1, start);
    return /^\s*$/.test(between) ? { file, span: at, text: `${entry},${between || ' '}` } : undefined;
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indentation = text.slice(lineStart, start);
  // What stands before the key on its line may be the dash of a list, and nothing else.
  if (!/^[ \t]*(?:- +)?$/.test(indentation)) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { file, span: at, text: `${entry}${lineBreak}${indentation.replace('-', ' ')}` };
}

function notationOf({ path, text }: SourceFile): Notation {
  if (/\.(?:tf|tofu)$/.test(path)) return 'hcl';
  if (/\.[cm]?[jt]sx?$/.test(path)) return 'program';
  return path.endsWith('.json') || /^\s*\{/.test(text) ? 'json' : 'yaml';
}

/** A text as a scalar: a boolean bare, another text in quotes where the notation needs them. */
function scalar(text: string, notation: Notation): string {
  if (/^(?:true|false)$/.test(text)) return text;
  if (notation === 'program' && !/['\\]/.test(text)) return `'${text}'`;
  if (notation !== 'yaml') return JSON.stringify(text);
  return /^[A-Za-z][\w./-]*(?::[\w./:-]+)?$/.test(text) ? text : single(text);
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

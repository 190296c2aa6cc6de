import { entriesOf, fieldAt, textAt, textsOf } from './plain-json.js';

/** What metadata say about one construct. */
export interface ConstructMetadata {
  /** Its path without the first `/`: `OnCall/AliceSms`. */
  readonly path: string;
  readonly logicalId: string | undefined;
  /** For a stack: its template. */
  readonly templateFile: string | undefined;
  /** Lines of stack traces, the innermost first; those of its creation before those of assignments to it. */
  readonly trace: readonly string[];
}

/** Trees of constructs are searched no further up than this. */
const mostLevels = 20;

/** The kinds of entries whose data is the trace of a creation. */
const traces = ['aws:cdk:creationStack', 'aws:cdk:trace'];

/**
 * Reads metadata by construct paths, as manifests have them and `<stack>.metadata.json`. Every version writes lists of
 * `{ type, data, trace? }`; before creationStack, traces stood beside the logical ID.
 */
export function readMetadata(...sources: readonly unknown[]): ReadonlyMap<string, ConstructMetadata> {
  const found = new Map<string, ConstructMetadata>();
  for (const [key, list] of sources.flatMap(entriesOf)) {
    const path = key.replace(/^\//, '');
    const entries: readonly unknown[] = Array.isArray(list) ? list : [];
    const known = found.get(path);
    const dataOf = (type: string): string | undefined =>
      textAt(
        entries.find((entry) => textAt(entry, 'type') === type),
        'data',
      );
    found.set(path, {
      path,
      logicalId: dataOf('aws:cdk:logicalId') ?? known?.logicalId,
      templateFile: dataOf('aws:cdk:templateFile') ?? known?.templateFile,
      trace: [...(known?.trace ?? []), ...traceOf(entries)],
    });
  }
  return found;
}

function traceOf(entries: readonly unknown[]): string[] {
  const ofType = (...types: readonly string[]): unknown[] =>
    entries.filter((entry) => types.includes(textAt(entry, 'type') ?? ''));
  return [
    ...ofType(...traces).flatMap((entry) => textsOf(fieldAt(entry, 'data'))),
    ...ofType('aws:cdk:logicalId').flatMap((entry) => textsOf(fieldAt(entry, 'trace'))),
    ...ofType('aws:cdk:propertyAssignment').flatMap((entry) =>
      textsOf(fieldAt(fieldAt(entry, 'data'), 'stackTrace')),
    ),
  ];
}

/**
 * The constructs whose traces may tell where one was created, itself first. Traces are cut off at ten frames, so that a
 * part of a construct (`Role/DefaultPolicy/Resource`) may name no source of the user's: then what it is part of does.
 *
 * @param stackPath nothing at or above the stack is asked.
 */
export function tracesFor(
  path: string,
  stackPath: string,
  metadata: ReadonlyMap<string, ConstructMetadata>,
): ConstructMetadata[] {
  const found: (ConstructMetadata | undefined)[] = [metadata.get(path)];
  let above = parentOf(path);
  for (
    let level = 0;
    level < mostLevels && above.length > stackPath.length;
    level += 1, above = parentOf(above)
  )
    found.push(metadata.get(above), metadata.get(`${above}/Resource`), metadata.get(`${above}/Default`));
  return found.filter((construct) => construct !== undefined);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

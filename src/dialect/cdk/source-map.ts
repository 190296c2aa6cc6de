import { originalPositionFor, TraceMap, type SourceMapInput } from '@jridgewell/trace-mapping';
import type { Frame } from './frame.js';

/** Leads from compiled places back to the source; `file` is then as the map names it, relative to the map. */
export type SourceMapping = (line: number, column: number) => Frame | undefined;

/** Reads a source map (ECMA-426), also one with sections; undefined for what is none. */
export function readSourceMap(text: string): SourceMapping | undefined {
  let map: TraceMap;
  try {
    // The parser refuses what is no map by throwing.
    map = new TraceMap(JSON.parse(text) as SourceMapInput);
  } catch {
    return undefined;
  }
  return (line, column) => {
    try {
      const found = originalPositionFor(map, { line, column: column - 1 });
      return found.source === null
        ? undefined
        : { file: found.source, line: found.line, column: found.column + 1 };
    } catch {
      return undefined;
    }
  };
}

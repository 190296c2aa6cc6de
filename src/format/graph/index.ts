import type { GraphFormatter } from './graph-report.js';

/** Every format of the graph and how it is loaded; only the one asked for is. */
const loaders = {
  text: async () => (await import('./text.js')).text,
  mermaid: async () => (await import('./mermaid.js')).mermaid,
  dot: async () => (await import('./dot.js')).dot,
  json: async () => (await import('./json.js')).json,
} satisfies Record<string, () => Promise<GraphFormatter>>;

export type GraphFormatName = keyof typeof loaders;

/** The names of all formats of the graph, the default first. */
export const graphFormatNames = Object.keys(loaders) as readonly GraphFormatName[];

/** Loads a format of the graph. */
export function loadGraphFormat(name: GraphFormatName): Promise<GraphFormatter> {
  return loaders[name]();
}

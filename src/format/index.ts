import type { Formatter } from './report.js';

/** Every format and how it is loaded; only the one asked for is. */
const loaders = {
  stylish: async () => (await import('./stylish.js')).stylish,
  unix: async () => (await import('./unix.js')).unix,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
} satisfies Record<string, () => Promise<Formatter>>;

export type FormatName = keyof typeof loaders;

/** The names of all formats, the default first. */
export const formatNames = Object.keys(loaders) as readonly FormatName[];

/** Loads a format. */
export function loadFormat(name: FormatName): Promise<Formatter> {
  return loaders[name]();
}

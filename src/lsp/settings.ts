import { profiles } from '../rule/level.js';
import type { Profile } from '../index.js';

/** What an editor's user sets. */
export interface EditorSettings {
  /** Undefined: the configuration's, else `recommended`. */
  readonly profile: Profile | undefined;
  /** Whether checks that could not be decided are shown, as hints. */
  readonly undecided: boolean;
  /** Whether the plugins of the configuration are run: they are code of the folder that is opened. */
  readonly plugins: boolean;
  /** Whether findings in files that are not open are shown. */
  readonly closedFiles: boolean;
  /** So long nothing may be typed before the text is linted; milliseconds. */
  readonly delay: number;
}

/** What holds for a user who sets nothing. */
export const defaultEditorSettings: EditorSettings = {
  profile: undefined,
  undecided: false,
  plugins: false,
  closedFiles: true,
  delay: 150,
};

/** No editor can make the server wait longer. */
const mostDelay = 10_000;

/**
 * Reads what an editor sends as its settings; what is of another sort has its default.
 *
 * @param given the settings, or an object with them under `incidentLint`, as some editors send it.
 */
export function readSettings(given: unknown): EditorSettings {
  const { profile, undecided, plugins, closedFiles, delay } = section(given);
  return {
    profile: profiles.find((name) => name === profile),
    undecided: undecided === true,
    plugins: plugins === true,
    closedFiles: closedFiles !== false,
    delay: typeof delay === 'number' && delay >= 0 ? Math.min(delay, mostDelay) : defaultEditorSettings.delay,
  };
}

function section(given: unknown): Partial<Record<keyof EditorSettings, unknown>> {
  if (typeof given !== 'object' || given === null) return {};
  const { incidentLint } = given as { readonly incidentLint?: unknown };
  return typeof incidentLint === 'object' && incidentLint !== null ? incidentLint : given;
}

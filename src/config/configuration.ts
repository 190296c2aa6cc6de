import type { PluginReference } from './plugins.js';
import type { FailOn, RuleLevel } from '../rule/level.js';
import type { Profile } from '../rule/rule.js';
import { defaultSettings, type Settings } from '../rule/settings.js';

/** Severities for the files that match. */
export interface Override {
  /** Globs, or folders, relative to the configuration's folder. */
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleLevel>;
}

/** What a configuration says; what it leaves out is absent or empty. */
export interface Configuration {
  readonly profile?: Profile;
  readonly failOn?: FailOn;
  readonly rules: ReadonlyMap<string, RuleLevel>;
  readonly settings: Settings;
  /** Folders or globs of folders, relative to the configuration's folder; each is one deployment. */
  readonly workspaces: readonly string[];
  /** Globs, or folders, relative to the configuration's folder, that are neither linted nor read as context. */
  readonly ignore: readonly string[];
  /** In order: the last one that matches a file and names the rule counts. */
  readonly overrides: readonly Override[];
  readonly plugins: readonly PluginReference[];
  readonly include: {
    /** The environment variables that directives of cfn-include may read. */
    readonly env: readonly string[];
  };
}

/** A configuration that says nothing. */
export const emptyConfiguration: Configuration = {
  rules: new Map(),
  settings: defaultSettings,
  workspaces: [],
  ignore: [],
  overrides: [],
  plugins: [],
  include: { env: [] },
};

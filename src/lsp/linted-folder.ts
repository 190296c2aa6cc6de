import { emptyConfiguration } from '../config/configuration.js';
import {
  LiveFolder,
  loadConfig,
  rules,
  type LiveOptions,
  type LoadedConfiguration,
  type Outcome,
} from '../index.js';
import type { EditorSettings } from './settings.js';

/** A folder of the editor's workspace with its configuration. */
export class LintedFolder {
  readonly #live: LiveFolder;
  #options: LiveOptions;
  #configured: Promise<void> | undefined;

  /**
   * @param folder absolute; nothing outside of it is read.
   * @param isAlone whether nothing inside of it is read either, for files that are in no folder of the workspace.
   */
  constructor(
    readonly folder: string,
    readonly isAlone: boolean,
    private settings: EditorSettings,
    private readonly onInternalError: (error: unknown) => void,
  ) {
    this.#options = this.optionsOf(nothingConfigured(folder));
    this.#live = new LiveFolder(folder, this.#options);
  }

  /** What editors show of an outcome besides findings: the rules whose undecided checks are told. */
  get rulesWithHints(): LiveOptions['rules'] {
    return this.settings.undecided ? this.#options.rules : [];
  }

  /** All rules there are, with those of plugins. */
  get rules(): LiveOptions['rules'] {
    return this.#options.rules;
  }

  setText(file: string, text: string | undefined): void {
    this.#live.setText(file, text);
  }

  /** Heeds other settings, and what changed in the configuration. */
  reconfigure(settings: EditorSettings = this.settings): void {
    this.settings = settings;
    this.#configured = undefined;
  }

  /** Heeds that files came, changed on disk, or went. */
  filesChanged(): void {
    this.#live.forgetListing();
  }

  /** Lints what is reported, absolute paths, or with undefined everything. */
  async lint(reported: ReadonlySet<string> | undefined): Promise<Outcome> {
    this.#configured ??= this.configure();
    await this.#configured;
    return this.#live.lint(new Date().toISOString().slice(0, 10), reported);
  }

  private async configure(): Promise<void> {
    const { folder, isAlone, settings } = this;
    const ruleIds = rules.map(({ id }) => id);
    const lookUp = !isAlone;
    const loaded = await loadConfig({
      cwd: folder,
      within: folder,
      ruleIds,
      lookUp,
      withPlugins: settings.plugins,
    });
    this.#options = this.optionsOf(loaded);
    this.#live.configure(this.#options);
  }

  private optionsOf(loaded: LoadedConfiguration): LiveOptions {
    const { configuration, pluginRules } = loaded;
    return {
      rules: [...rules, ...pluginRules],
      profile: this.settings.profile ?? configuration.profile ?? 'recommended',
      levels: configuration.rules,
      configuration: loaded,
      isAlone: this.isAlone,
      onInternalError: this.onInternalError,
    };
  }
}

function nothingConfigured(folder: string): LoadedConfiguration {
  return { configuration: emptyConfiguration, folder, found: false, pluginRules: [], problems: [] };
}

import path from 'node:path';
import { configurationNames } from '../config/load.js';
import { toSlash } from '../engine/discover.js';
import type { Finding, Outcome } from '../index.js';
import { diagnosticsOf } from './diagnostics.js';
import type { LintedFolder } from './linted-folder.js';
import { Publisher, type OpenDocument, type Publication } from './publisher.js';

/** So long nothing may happen before files that are not open are looked at, too; milliseconds. */
const idle = 1_000;

/** What is known of the open texts. */
interface Linted {
  readonly outcome: Outcome;
  readonly open: ReadonlyMap<string, OpenDocument>;
}

/** How a folder's findings reach the editor. */
export interface SessionOptions {
  /** So long nothing may be typed before the text is linted; milliseconds. */
  readonly delay: number;
  /** Whether findings in files that are not open are shown. */
  readonly closedFiles: boolean;
  /** Whether a file is shown by this folder, and not by another one inside of it. */
  readonly owns: (file: string) => boolean;
  readonly send: (publication: Publication) => void;
  /** Told of a fault of our own. */
  readonly onError: (error: unknown) => void;
}

/** Lints a folder as its texts are edited: the open ones at once, and what else they affect when it is quiet. */
export class Session {
  readonly #open = new Map<string, OpenDocument>();
  readonly #publisher: Publisher;
  #timer: NodeJS.Timeout | undefined;
  #queue: Promise<void>;
  /** Counts what happened, so that an outcome that is out of date by the time it is known is dropped. */
  #generation = 0;
  #isPending = false;
  #isClosed = false;
  #latest: Linted | undefined;

  /** @param ready nothing is linted before. */
  constructor(
    readonly linted: LintedFolder,
    private options: SessionOptions,
    ready: Promise<void>,
  ) {
    this.#queue = ready;
    this.#publisher = new Publisher(options.send);
  }

  /** The text of an open file is this from now on. */
  edit(file: string, open: OpenDocument, text: string): void {
    const isNew = !this.#open.has(file);
    this.#open.set(file, open);
    this.linted.setText(file, text);
    this.schedule(isNew ? 0 : this.options.delay);
  }

  /** A file is no longer open: what lies on disk counts. */
  close(file: string): void {
    this.#open.delete(file);
    this.linted.setText(file, undefined);
    this.linted.filesChanged();
    this.#publisher.publish(new Map(), this.#open, (name) => name === file && !this.options.closedFiles);
    this.schedule(0);
  }

  /** An open file belongs to another folder from now on, which shows what is found in it. */
  handOver(file: string): void {
    this.close(file);
    this.#publisher.forget(file);
  }

  /** Files on disk may have come, changed or gone. */
  filesChanged(): void {
    this.linted.filesChanged();
    this.schedule(this.options.delay);
  }

  /** The configuration, or the settings with these options, may have changed. */
  reconfigured(options: SessionOptions = this.options): void {
    this.options = options;
    this.schedule(0);
  }

  /** The folder is no longer in the workspace: nothing is shown of it any more. */
  end(): void {
    this.#isClosed = true;
    this.#generation += 1;
    clearTimeout(this.#timer);
    this.#publisher.publish(new Map(), new Map(), () => true);
  }

  /** What is found in an open file as it is now; undefined where it changed again in the meantime. */
  async foundIn(file: string): Promise<readonly Finding[] | undefined> {
    if (this.#isPending) this.enqueue(true);
    await this.#queue;
    const linted = this.#latest?.open.get(file);
    if (linted === undefined || linted.version !== this.#open.get(file)?.version) return undefined;
    const name = toSlash(path.relative(this.linted.folder, file));
    return this.#latest?.outcome.findings.filter((finding) => finding.file === name);
  }

  private schedule(delay: number): void {
    if (this.#isClosed) return;
    this.#generation += 1;
    this.#isPending = true;
    this.wait(delay, true);
  }

  private wait(delay: number, isForOpen: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.enqueue(isForOpen);
    }, delay);
  }

  /** One after the other: a later text must not be overtaken by an earlier one. */
  private enqueue(isForOpen: boolean): void {
    clearTimeout(this.#timer);
    this.#isPending = false;
    const generation = this.#generation;
    this.#queue = this.#queue
      .then(() => (generation === this.#generation ? this.lint(isForOpen) : undefined))
      .catch(this.options.onError);
  }

  private async lint(isForOpen: boolean): Promise<void> {
    const generation = this.#generation;
    const open = new Map(this.#open);
    const outcome = await this.linted.lint(isForOpen ? new Set(open.keys()) : undefined);
    if (generation !== this.#generation) return;
    if (isForOpen) this.#latest = { outcome, open };
    const { folder, rulesWithHints } = this.linted;
    const found = diagnosticsOf(outcome, folder, rulesWithHints);
    const { owns } = this.options;
    const isShown = (file: string): boolean => !isForOpen || open.has(file) || isConfiguration(file);
    this.#publisher.publish(found, open, (file) => isShown(file) && owns(file));
    if (isForOpen && this.options.closedFiles) this.wait(idle, false);
  }
}

function isConfiguration(file: string): boolean {
  return configurationNames.includes(path.basename(file));
}

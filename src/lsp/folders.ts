import path from 'node:path';
import { configurationNames } from '../config/load.js';
import { isNever, toSlash } from '../engine/discover.js';
import { contains } from '../engine/workspaces.js';
import { LintedFolder } from './linted-folder.js';
import type { OpenDocument, Publication } from './publisher.js';
import { Session, type SessionOptions } from './session.js';
import { defaultEditorSettings, type EditorSettings } from './settings.js';

/** An open text, and the session that lints it. */
interface OpenText {
  readonly document: OpenDocument;
  readonly text: string;
  readonly session: Session;
}

/** The folders of the editor's workspace, each with its session. */
export class Folders {
  readonly #sessions = new Map<string, Session>();
  /** Of files that are in no folder, each linted alone. */
  readonly #alone = new Map<string, Session>();
  readonly #open = new Map<string, OpenText>();
  #settings: EditorSettings = defaultEditorSettings;
  #begin: (() => void) | undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });

  constructor(
    private readonly send: (publication: Publication) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Lets the sessions lint: the settings are known. */
  begin(): void {
    this.#begin?.();
  }

  add(folder: string | undefined): void {
    if (folder === undefined || this.#sessions.has(folder)) return;
    this.#sessions.set(folder, this.session(folder, false));
    this.reassign();
  }

  remove(folder: string | undefined): void {
    if (folder === undefined) return;
    this.#sessions.get(folder)?.end();
    this.#sessions.delete(folder);
    this.reassign();
  }

  /** The text of an open file is this from now on. */
  edit(file: string, document: OpenDocument, text: string): void {
    const session = this.of(file);
    this.#open.set(file, { document, text, session });
    session.edit(file, document, text);
  }

  /** A file is no longer open. */
  close(file: string): void {
    this.#open.get(file)?.session.close(file);
    this.#open.delete(file);
  }

  /** The session that a file belongs to: that of the innermost folder. */
  of(file: string): Session {
    const holding = [...this.#sessions].filter(([folder]) => contains(folder, file));
    holding.sort(([left], [right]) => right.length - left.length);
    const [innermost] = holding;
    if (innermost !== undefined) return innermost[1];
    const { root } = path.parse(file);
    let alone = this.#alone.get(root);
    if (alone === undefined) {
      alone = this.session(root, true);
      this.#alone.set(root, alone);
    }
    return alone;
  }

  /** Gives each open text to the folder that it is in now. */
  private reassign(): void {
    for (const [file, { document, text, session }] of [...this.#open]) {
      if (this.of(file) === session) continue;
      session.handOver(file);
      this.edit(file, document, text);
    }
  }

  configure(settings: EditorSettings): void {
    this.#settings = settings;
    for (const session of [...this.#sessions.values(), ...this.#alone.values()]) {
      session.linted.reconfigure(settings);
      session.reconfigured(this.optionsOf(session.linted.folder));
    }
  }

  /** Files came, changed on disk, or went; a configuration among them is heeded. */
  filesChanged(files: readonly string[]): void {
    for (const [folder, session] of this.#sessions) {
      const own = files.filter(
        (file) => contains(folder, file) && !isNever(toSlash(path.relative(folder, file))),
      );
      if (own.length === 0) continue;
      if (own.some((file) => configurationNames.includes(path.basename(file)))) session.linted.reconfigure();
      session.filesChanged();
    }
  }

  private session(folder: string, isAlone: boolean): Session {
    const linted = new LintedFolder(folder, isAlone, this.#settings, this.onError);
    return new Session(linted, this.optionsOf(folder), this.#ready);
  }

  private optionsOf(folder: string): SessionOptions {
    const { delay, closedFiles } = this.#settings;
    const owns = (file: string): boolean => this.of(file).linted.folder === folder;
    return { delay, closedFiles, owns, send: this.send, onError: this.onError };
  }
}

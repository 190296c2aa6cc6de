import { addressOf } from './addresses.js';
import type { Diagnostic } from './protocol.js';

/** What the protocol's `textDocument/publishDiagnostics` carries. */
export interface Publication {
  readonly uri: string;
  /** Of the text that was linted; left out for a file that is not open. */
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** A text that is open in the editor. */
export interface OpenDocument {
  /** As the editor writes it: `file:` addresses of one file can differ. */
  readonly uri: string;
  readonly version: number;
}

/** Sends diagnostics of files, and only those that changed. */
export class Publisher {
  readonly #sent = new Map<string, { readonly uri: string; readonly text: string }>();

  constructor(private readonly send: (publication: Publication) => void) {}

  /**
   * Sends what is found in files, and that nothing is found any more in those that had something.
   *
   * @param found by absolute path.
   * @param open the open texts that were linted, by absolute path.
   * @param isReported whether a file was looked at.
   */
  publish(
    found: ReadonlyMap<string, Diagnostic[]>,
    open: ReadonlyMap<string, OpenDocument>,
    isReported: (file: string) => boolean,
  ): void {
    for (const file of new Set([...found.keys(), ...this.#sent.keys(), ...open.keys()]))
      if (isReported(file)) this.publishOne(file, found.get(file) ?? [], open.get(file));
  }

  /** Another one publishes what is found in a file from now on. */
  forget(file: string): void {
    this.#sent.delete(file);
  }

  private publishOne(file: string, diagnostics: Diagnostic[], open: OpenDocument | undefined): void {
    const sent = this.#sent.get(file);
    if (sent === undefined && open === undefined && diagnostics.length === 0) return;
    const uri = open?.uri ?? sent?.uri ?? addressOf(file);
    const text = JSON.stringify([uri, open?.version, diagnostics]);
    if (sent?.text === text) return;
    if (open === undefined && diagnostics.length === 0) this.#sent.delete(file);
    else this.#sent.set(file, { uri, text });
    this.send({ uri, ...(open && { version: open.version }), diagnostics });
  }
}

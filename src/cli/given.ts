import { parseArgs } from 'node:util';
import { didYouMean } from '../text/nearest.js';
import type { OptionSpec } from './options.js';

/** A mistake of the user; `readArguments` turns it into a result. */
export class WrongUsage extends Error {}

/** The options and operands that were given. */
export class Given {
  readonly operands: readonly string[];
  readonly #options: { readonly name: string; readonly value: string | undefined }[] = [];

  constructor(args: readonly string[], specs: Readonly<Record<string, OptionSpec>>) {
    const tokens = tokensOf(args, specs);
    this.operands = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      const { name, rawName, value, inlineValue } = token;
      const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (spec === undefined) {
        const known = Object.keys(specs).map((option) => `--${option}`);
        const hint = rawName.startsWith('--') ? didYouMean(rawName, known) : '';
        throw new WrongUsage(`unknown option "${rawName}"${hint}`);
      }
      if (spec.value === undefined && value !== undefined) throw new WrongUsage(`${rawName} takes no value`);
      // What follows looks like an option: its value was forgotten. `--name=-value` and a lone `-` are meant.
      const forgotten = value === undefined || (!inlineValue && value.startsWith('-') && value !== '-');
      if (spec.value !== undefined && (forgotten || value === ''))
        throw new WrongUsage(`${rawName} needs a value: ${spec.value}`);
      this.#options.push({ name, value });
    }
  }

  has(name: string): boolean {
    return this.#options.some((option) => option.name === name);
  }

  /** Which of these options was given last. */
  last(...names: readonly string[]): string | undefined {
    return this.#options.findLast(({ name }) => names.includes(name))?.name;
  }

  /** The value of an option; of several the last. */
  text(name: string): string | undefined {
    return this.#options.findLast((option) => option.name === name)?.value;
  }

  all(name: string): string[] {
    return this.#options.flatMap((option) => (option.name === name ? (option.value ?? []) : []));
  }

  word<W extends string>(name: string, words: readonly W[]): W | undefined {
    const written = this.text(name);
    if (written === undefined) return undefined;
    const word = words.find((candidate) => candidate === written);
    if (word !== undefined) return word;
    const hint = didYouMean(written, words);
    throw new WrongUsage(`--${name} must be one of ${words.join(', ')}, not "${written}"${hint}`);
  }
}

/** Not strict: node's own messages name neither our commands nor the nearest option. */
export function tokensOf(args: readonly string[], specs: Readonly<Record<string, OptionSpec>>) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { short, value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  );
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

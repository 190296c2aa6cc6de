import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ParameterValue, ParameterValues } from '../dialect/parameter-values.js';
import type { Document } from '../parse/document.js';
import type { Node } from '../parse/node.js';
import type { Problem } from '../report/problem.js';
import { SourceFile } from '../text/source-file.js';
import type { Path, Place } from '../text/place.js';
import { isJson } from './load.js';
import { Reader } from './reader.js';

/** The values of parameter files, and everything in them that is none. */
export interface LoadedParameters {
  readonly values: ParameterValues;
  readonly problems: readonly Problem[];
}

interface Found {
  readonly everywhere: Map<string, ParameterValue>;
  readonly byStack: Map<string, Map<string, ParameterValue>>;
}

/**
 * Loads files of CloudFormation parameters, in JSON or YAML, in one of these shapes:
 * - the AWS CLI's list of `{ParameterKey, ParameterValue}` or of `Name=Value` (`aws cloudformation deploy
 *   --parameter-overrides`);
 * - CodePipeline's template configuration, `{Parameters: {Name: Value}}`;
 * - a map of values, `{Name: Value}`, or of stacks as CDK apps keep them, `{Stack: {Name: Value}}`.
 *
 * Of several values for one parameter the last counts.
 *
 * @param files relative to the working folder.
 */
export async function loadParameters(cwd: string, files: readonly string[]): Promise<LoadedParameters> {
  const values: Found = { everywhere: new Map(), byStack: new Map() };
  const problems: Problem[] = [];
  for (const given of files) {
    const absolute = path.resolve(cwd, given);
    const name = (path.relative(cwd, absolute) || given).split(path.sep).join('/');
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(absolute));
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      problems.push(
        missing
          ? { file: name, message: 'the file of --parameters does not exist', code: 'missing-file' }
          : { file: name, message: 'the file of --parameters cannot be read', code: 'unreadable-file' },
      );
      continue;
    }
    const source = new SourceFile(name, text);
    const document =
      isJson(source) || name.endsWith('.json')
        ? (await import('../parse/json.js')).parseJson(source)
        : (await import('../parse/yaml.js')).parseYaml(source);
    problems.push(...document.problems, ...readParameters(document, values));
  }
  return { values, problems };
}

/** Adds what a document says to the values; gives what in it has none of the known shapes. */
function readParameters(document: Document, { everywhere, byStack }: Found): readonly Problem[] {
  const { root } = document;
  if (root === undefined) return [];
  const reader = new ParameterReader(document);
  if (root.kind === 'list') {
    for (const [index, item] of root.items.entries()) reader.item(item, index, everywhere);
    return reader.problems;
  }
  if (root.kind === 'scalar') {
    reader.problem(root.span, 'parameters are a list of keys and values, or a map');
    return reader.problems;
  }
  const configured = mapUnder(root, 'Parameters');
  const parent: Path | undefined = configured && { parent: undefined, key: 'Parameters' };
  for (const { key, value } of reader.entries(configured ?? root, '')) {
    const path: Path = { parent, key };
    if (value.kind !== 'map' || configured !== undefined) {
      reader.value(key, value, path, everywhere);
      continue;
    }
    const own = byStack.get(key) ?? new Map<string, ParameterValue>();
    byStack.set(key, own);
    for (const inner of value.entries)
      reader.value(inner.key, inner.value, { parent: path, key: inner.key }, own);
  }
  return reader.problems;
}

function mapUnder(root: Node, wanted: string): Node | undefined {
  const found = root.kind === 'map' ? root.entries.find(({ key }) => key === wanted) : undefined;
  return found?.value.kind === 'map' ? found.value : undefined;
}

class ParameterReader extends Reader {
  /** An item of the AWS CLI's list. */
  item(item: Node, index: number, into: Map<string, ParameterValue>): void {
    const path: Path = { parent: undefined, key: index };
    const [, key, written] = /^(\w+)=(.*)$/s.exec(item.kind === 'scalar' ? item.text : '') ?? [];
    if (key !== undefined && written !== undefined) {
      into.set(key, { text: written, place: this.placeOf(item, path) });
      return;
    }
    const find = (name: string): Node | undefined =>
      item.kind === 'map' ? item.entries.find((entry) => entry.key === name)?.value : undefined;
    const [name, value] = [find('ParameterKey'), find('ParameterValue')];
    // A stack that keeps the value it has keeps one that no file tells.
    if (name?.kind === 'scalar' && value === undefined && find('UsePreviousValue') !== undefined) return;
    if (name?.kind !== 'scalar' || name.text === '' || value === undefined)
      this.problem(item.span, 'an item of a list of parameters needs "ParameterKey" and "ParameterValue"');
    else this.value(name.text, value, { parent: path, key: 'ParameterValue' }, into);
  }

  /** A text, or a list of texts, which stands for one text with commas. */
  value(name: string, value: Node, path: Path, into: Map<string, ParameterValue>): void {
    const items = value.kind === 'list' ? value.items : [value];
    const texts = items.flatMap((item) => (isText(item) ? [item.text] : []));
    if (texts.length < items.length || value.tag !== undefined)
      this.problem(value.span, `the value of parameter "${name}" must be a text`);
    else into.set(name, { text: texts.join(','), place: this.placeOf(value, path) });
  }

  private placeOf({ span }: Node, path: Path): Place {
    return { file: this.document.file, span, path };
  }
}

function isText(node: Node): node is Extract<Node, { kind: 'scalar' }> {
  return node.kind === 'scalar' && node.type !== 'null' && node.tag === undefined;
}

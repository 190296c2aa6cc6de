import { open, type FileHandle } from 'node:fs/promises';
import { formOf, isEmptyState, saysItIsTerraform } from '../dialect/form.js';
import { isConfigurationFile } from '../dialect/terraform/configuration.js';
import { saysItIncludes, usesCfnInclude } from '../include/directives.js';
import type { Document } from '../parse/document.js';
import type { Problem, ProblemCode } from '../report/problem.js';
import { SourceFile } from '../text/source-file.js';
import { hideSecrets } from './secrets.js';

/** A larger file is no template that was written for CloudFormation, whose own limit is 1 MB. */
const mostBytes = 20 * 1024 * 1024;

const notATemplate =
  'the file is no template: it has no map "Resources", and it is neither a plan nor a state of Terraform';

const emptyState = 'the state holds no resources';

/** As much of a larger file is looked at to see whether it says it is a template. */
const firstBytes = 64 * 1024;

/** What became of a file. It is empty for a file that is passed over, because it is no template. */
export interface Reading {
  /** Without a root, but with problems, where the file could not be read. */
  readonly document?: Document;
  /** Why a file that was named is no document. */
  readonly problem?: Problem;
}

/**
 * Reads a file as a template.
 *
 * @param absolute where the file lies.
 * @param name how reports call it.
 * @param named whether the user named it: then it must be a template, else it is passed over when it is none.
 */
export async function readTemplateFile(absolute: string, name: string, named: boolean): Promise<Reading> {
  let bytes: Uint8Array | 'too-large';
  try {
    bytes = await readBytes(absolute, named);
  } catch (error) {
    return unread(name, 'unreadable-file', `the file cannot be read: ${reasonOf(error)}`);
  }
  if (bytes === 'too-large') {
    const limit = String(mostBytes / 1024 / 1024);
    return unread(name, 'too-large', `the file is larger than ${limit} MB`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    if (!named && !saysItIsTemplate(withoutMarks(bytes))) return {};
    return unread(name, 'unreadable-file', 'the file is not UTF-8');
  }
  // UTF-16 without a byte order mark is UTF-8 with a NUL beside each letter.
  if (text.includes('\0') && (named || saysItIsTemplate(withoutMarks(bytes))))
    return unread(name, 'unreadable-file', 'the file is not UTF-8');
  return readTemplateText(text, name, named);
}

/** The text without NULs and byte order marks, so that what UTF-16 says can be read in it. */
function withoutMarks(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.filter((byte) => byte !== 0 && byte < 0xfe));
}

/** Reads a text as a template; see `readTemplateFile`. */
export async function readTemplateText(text: string, name: string, named: boolean): Promise<Reading> {
  if (!named && !isConfigurationFile(name) && !saysItIsTemplate(text)) return {};
  const document = await parse(new SourceFile(name, text));
  hideSecrets(document.file, () => document.root);
  if (document.root === undefined || isConfigurationFile(name) || usesCfnInclude(document))
    return { document };
  if (formOf(document.root) === undefined) return named ? refused(name, 'not-a-template', notATemplate) : {};
  if (isEmptyState(document.root)) return named ? refused(name, 'empty-state', emptyState) : {};
  return { document };
}

/** Parses HCL by its name, and JSON or YAML, told apart by the text: a template that starts with `{` is JSON, or YAML that looks like it. */
async function parse(file: SourceFile): Promise<Document> {
  if (/\.(?:tf|tofu|tfvars)$/.test(file.path)) {
    const { parseHcl } = await import('../parse/hcl.js');
    return parseHcl(file);
  }
  const looksLikeJson = /^\s*\{/.test(file.text);
  if (looksLikeJson || /\.(?:json|tfstate)$/.test(file.path)) {
    const { parseJson } = await import('../parse/json.js');
    const document = parseJson(file);
    if (document.root !== undefined || !/\.ya?ml$/.test(file.path)) return document;
  }
  const { parseYaml } = await import('../parse/yaml.js');
  return parseYaml(file);
}

/** Whether a text that may be malformed claims to be a template: a test without parsing, in linear time. */
export function saysItIsTemplate(text: string): boolean {
  if (saysItIsTerraform(text)) return true;
  const version = /^\s*\{/.test(text)
    ? /["']AWSTemplateFormatVersion["']/
    : /^[ \t]*["']?AWSTemplateFormatVersion["']?[ \t]*:/m;
  if (version.test(text)) return true;
  if (!/\bResources\b/.test(text)) return false;
  return /\bType\b["']?[ \t]{0,20}:[ \t]{0,20}["']?AWS::/.test(text) || saysItIncludes(text);
}

async function readBytes(absolute: string, named: boolean): Promise<Uint8Array | 'too-large'> {
  const file = await open(absolute, 'r');
  try {
    const stats = await file.stat();
    // Devices such as /dev/zero have no end; a pipe (process substitution) has, but no size.
    if (!stats.isFile() && !stats.isFIFO()) throw new Error('it is neither a file nor a folder');
    if (stats.size <= mostBytes) return await file.readFile();
    return named || (await startsAsTemplate(file)) ? 'too-large' : new Uint8Array();
  } finally {
    await file.close();
  }
}

async function startsAsTemplate(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(firstBytes), 0, firstBytes, 0);
  return saysItIsTemplate(new TextDecoder().decode(buffer.subarray(0, bytesRead)));
}

function refused(file: string, code: ProblemCode, message: string): Reading {
  return { problem: { file, message, code } };
}

/** A document that says only why it could not be read, so that nothing is taken for certainly missing. */
export function unread(name: string, code: ProblemCode, message: string): Reading {
  const file = new SourceFile(name, '');
  return { document: { file, format: 'yaml', problems: [{ file: name, message, code }] } };
}

/** The system's code where it has one: its message repeats the absolute path. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

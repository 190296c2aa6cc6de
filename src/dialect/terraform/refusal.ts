import { problemAt } from '../../parse/limits.js';
import type { Problem, ProblemCode } from '../../report/problem.js';
import { enter, isTrue, type Located } from './located.js';

/** The newest major version of plans and states as `terraform show -json` prints them. */
const newestMajor = 1;

/** A problem at a part of a document, or at the beginning of it. */
export function problemOf(root: Located, key: string, code: ProblemCode, message: string): Problem {
  const { file, node } = enter(root, key) ?? root;
  const span = node === root.node ? { start: node.span.start, end: node.span.start + 1 } : node.span;
  return problemAt(file, span, code, message);
}

/**
 * What is to be told of the version of a plan or a state that `terraform show -json` printed. A minor version only adds
 * (Terraform's JSON output format, *Format version*), a newer major one may change the meaning of what is there.
 */
export function versionProblems(root: Located): Problem[] {
  const version = enter(root, 'format_version');
  if (version === undefined) return [];
  const text = version.node.kind === 'scalar' ? version.node.text : '';
  const major = /^(\d{1,6})(?:\.|$)/.exec(text)?.[1];
  if (major !== undefined && Number(major) <= newestMajor) return [];
  const named = major === undefined ? 'an unknown version' : `version ${major}`;
  const message = `the format is of ${named}, which is newer than this tool: it is read as far as it is like version 1`;
  return [{ ...problemOf(root, 'format_version', 'newer-format', message), severity: 'warning' }];
}

/** Why nothing of a raw state can be read; undefined where it can. */
export function rawStateProblem(root: Located): Problem | undefined {
  if (enter(root, 'encrypted_data') !== undefined)
    return problemOf(
      root,
      'encrypted_data',
      'encrypted-state',
      'the state is encrypted: give it as "tofu show -json" prints it',
    );
  const version = enter(root, 'version')?.node;
  const text = version?.kind === 'scalar' ? version.text : '';
  if (text === '4') return undefined;
  const message = 'this version of states is not read: give the state as "terraform show -json" prints it';
  return problemOf(root, 'version', 'unsupported-format', message);
}

/** A plan that Terraform could not finish lacks resources. */
export function planProblems(root: Located): Problem[] {
  if (!isTrue(enter(root, 'errored'))) return [];
  const message = 'Terraform says that planning failed, so the plan may lack resources';
  return [{ ...problemOf(root, 'errored', 'incomplete-plan', message), severity: 'warning' }];
}

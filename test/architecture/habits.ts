import ts from 'typescript';
import { nodesOf, type Fault, type Source } from './sources.js';

const mostLines = 250;
const mostLinesOfRule = 60;

/** Files that nobody can hold in the head. Generated tables are exempt, and a rule's cases, which are one list. */
export function lengthFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(
      ({ path }) => !path.startsWith('src/data/') && !path.endsWith('/cases.ts') && path !== 'rules/index.ts',
    )
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      const most = path.endsWith('/rule.ts') && path.startsWith('rules/') ? mostLinesOfRule : mostLines;
      return lines > most ? [`${path}: ${String(lines)} lines, more than ${String(most)}`] : [];
    });
}

/** Names that say nothing about what is inside. */
export function nameFaults(paths: readonly string[]): Fault[] {
  return paths
    .filter((path) =>
      /(?:^|[/.-])(?:utils?|helpers?|common|misc|types)(?:[/.-]|$)|(?:^|\/)shared(?:[/.]|$)/.test(path),
    )
    .map((path) => `${path}: the name does not say what it is`);
}

/** `any`, switched-off checks, and work that was left for later. */
export function shortcutFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap((source) => {
    const words = [...source.text.matchAll(/@ts-(?:ignore|nocheck)|\b(?:TODO|FIXME|XXX|HACK)\b/g)].map(
      ([word]) => word,
    );
    const anys = nodesOf(source).filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword);
    return [...words, ...anys.map(() => 'any')].map((word) => `${source.path}: ${word}`);
  });
}

const streams = ['stdout', 'stderr', 'stdin', 'env', 'argv', 'exit', 'exitCode'];

/** Printing, reading the environment and ending the process outside `cli/`. */
export function processFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => !path.startsWith('src/cli/'))
    .flatMap((source) =>
      nodesOf(source).flatMap((node) => {
        if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return [];
        const object = node.expression.getText();
        const member = ts.isPropertyAccessExpression(node) ? node.name.text : '';
        const isOurs = object === 'console' || (object === 'process' && streams.includes(member));
        return isOurs ? [`${source.path}: ${node.getText()} outside cli/`] : [];
      }),
    );
}

/** Rules that name a dialect, in code or in words. */
export function dialectFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => path.startsWith('rules/') && path.endsWith('/rule.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/AWS::|Fn::|aws_[a-z]+_|awscc|cloudformation|terraform/gi)].map(
        ([word]) => `${path}: it names ${word}`,
      ),
    );
}

/** Rules that decide by the printable text of a leaf, which hides that a value is unknown. */
export function decisionFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => path.startsWith('rules/') && path.endsWith('/rule.ts'))
    .flatMap((source) =>
      nodesOf(source)
        .filter((node) => ts.isPropertyAccessExpression(node) && node.name.text === 'text' && decides(node))
        .map((node) => `${source.path}: it decides by ${node.getText()}`),
    );
}

const comparisons: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
];

/** Whether a node is on the way to a condition, a comparison or a `switch`. */
function decides(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && comparisons.includes(parent.operatorToken.kind)) return true;
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) return true;
  if (ts.isConditionalExpression(parent) && parent.condition === node) return true;
  if ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) return true;
  if (ts.isSwitchStatement(parent) || ts.isCaseClause(parent)) return true;
  if (
    ts.isSourceFile(parent) ||
    (ts.isStatement(parent) && !ts.isReturnStatement(parent) && !ts.isBlock(parent))
  )
    return false;
  return decides(parent);
}

/** Folders of rules that hold anything but the rule, its page and its cases. */
export function folderFaults(paths: readonly string[]): Fault[] {
  const folders = paths.filter((path) => /^rules\/[^/]+\/[^/]+\/$/.test(path));
  const wanted = ['cases.ts', 'rule.md', 'rule.ts'];
  return folders.flatMap((folder) => {
    const held = paths.filter((path) => path !== folder && path.startsWith(folder));
    const names = held.map((path) => path.slice(folder.length)).sort();
    return names.join() === wanted.join()
      ? []
      : [`${folder}: it holds ${names.join(', ')}, not ${wanted.join(', ')}`];
  });
}

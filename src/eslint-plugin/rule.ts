import type { Edit, Finding, RegisteredRule } from '../index.js';
import { docsOf } from '../index.js';
import { RuleCreator, type TSESLint } from '../parse/typescript.js';
import type { Position, Range } from '../text/source-file.js';
import { findingsOf } from './findings.js';

/** The messages of every rule here: a finding's text is complete, with the names that it speaks of. */
export type MessageId = 'finding' | 'possible' | 'fix';

export type EslintRule = TSESLint.RuleModule<MessageId>;

/** A rule of incident-lint as one of ESLint's, which reports what it finds in the constructs of a file. */
export function eslintRule(registered: RegisteredRule): EslintRule {
  const { id, rule } = registered;
  const create = RuleCreator(() => docsOf(registered));
  return create<[], MessageId>({
    name: id,
    meta: {
      type: 'problem',
      docs: { description: rule.summary },
      messages: {
        finding: '{{ message }}',
        possible: '{{ message }} (possible: when {{ when }})',
        fix: '{{ description }}',
      },
      schema: [],
      ...(rule.fixable === true && { fixable: 'code', hasSuggestions: true }),
    },
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- typescript-eslint 8.0 reads them here only, and fails without
    defaultOptions: [],
    create(context) {
      return {
        'Program:exit'() {
          for (const finding of findingsOf(id, context))
            context.report(descriptorOf(finding, context.sourceCode));
        },
      };
    },
  });
}

function descriptorOf(finding: Finding, code: TSESLint.SourceCode): TSESLint.ReportDescriptor<MessageId> {
  const { message, when, range, fix } = finding;
  const base = {
    loc: locationOf(range),
    ...(when === undefined
      ? { messageId: 'finding' as const, data: { message } }
      : { messageId: 'possible' as const, data: { message, when } }),
  };
  if (fix === undefined) return base;
  const mend: TSESLint.ReportFixFunction = (fixer) =>
    fix.edits.map(({ range: replaced, text }: Edit) => {
      const { start, end } = locationOf(replaced);
      return fixer.replaceTextRange([code.getIndexFromLoc(start), code.getIndexFromLoc(end)], text);
    });
  if (fix.isSafe) return { ...base, fix: mend };
  return { ...base, suggest: [{ messageId: 'fix', data: { description: fix.description }, fix: mend }] };
}

/** ESLint counts columns from 0. */
function locationOf({ start, end }: Range): TSESLint.AST.SourceLocation {
  const positionOf = ({ line, column }: Position) => ({ line, column: column - 1 });
  return { start: positionOf(start), end: positionOf(end) };
}

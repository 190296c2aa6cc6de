import { byFile } from './by-file.js';
import { messageWithCondition } from './rank.js';
import type { FormatOptions, Report, ReportFinding, ReportProblem, ReportUndecided } from './report.js';
import { xmlDocument, type Element } from './xml.js';

interface Case {
  readonly file: string;
  readonly outcome: 'failure' | 'error' | 'skipped' | 'passed';
  readonly element: Element;
}

/**
 * JUnit's XML within the schema of Jenkins, which GitLab and CodeBuild read too: a suite a file, a failed test a finding, an error a problem. A
 * finding that is only information is a passed test that says something, and a file without any is a passed test.
 * Undecided checks are skipped tests, when they are to be listed.
 */
export function junit(report: Report, options: FormatOptions): string {
  const spoken = [
    ...report.errors.map(problemCase),
    ...report.findings.map(findingCase),
    ...(options.undecided ? report.undecided.map(undecidedCase) : []),
  ];
  const named = new Set(spoken.map(({ file }) => file));
  const silent = [...options.sources.keys()].filter((file) => !named.has(file)).map(passedCase);
  const cases = [...spoken, ...silent];
  return xmlDocument({
    name: 'testsuites',
    attributes: totalsOf(report.tool.name, cases),
    content: [...byFile(cases)].map(([file, members]) => ({
      name: 'testsuite',
      attributes: { ...totalsOf(file, members), skipped: countOf(members, 'skipped'), file },
      content: members.map(({ element }) => element),
    })),
  });
}

function totalsOf(name: string, cases: readonly Case[]): Element['attributes'] {
  return {
    name,
    tests: cases.length,
    failures: countOf(cases, 'failure'),
    errors: countOf(cases, 'error'),
  };
}

function countOf(cases: readonly Case[], outcome: Case['outcome']): number {
  return cases.filter((one) => one.outcome === outcome).length;
}

function findingCase(finding: ReportFinding): Case {
  const { ruleId, severity, file, range, help, docs } = finding;
  const message = messageWithCondition(finding);
  const place = `${file}:${String(range.start.line)}:${String(range.start.column)}`;
  const text = `${place}: ${severity}: ${message}\n${help}\n${docs}`;
  const isFailure = severity !== 'info';
  return {
    file,
    outcome: isFailure ? 'failure' : 'passed',
    element: testCase(file, `${ruleId} ${placeName(finding)}`, [
      isFailure
        ? { name: 'failure', attributes: { message, type: severity }, content: text }
        : { name: 'system-out', attributes: {}, content: text },
    ]),
  };
}

function undecidedCase(entry: ReportUndecided): Case {
  const { ruleId, file, reason, settle } = entry;
  const message = `Undecided: ${reason}. Settled by: ${settle}.`;
  return {
    file,
    outcome: 'skipped',
    element: testCase(file, `${ruleId} ${placeName(entry)}`, [{ name: 'skipped', attributes: { message } }]),
  };
}

function problemCase({ file = 'incident-lint', range, message, code }: ReportProblem): Case {
  const place = range === undefined ? '' : ` ${placeName({ range })}`;
  return {
    file,
    outcome: 'error',
    element: testCase(file, `${code}${place}`, [
      { name: 'error', attributes: { message, type: code }, content: message },
    ]),
  };
}

function passedCase(file: string): Case {
  return { file, outcome: 'passed', element: testCase(file, 'incident-lint', []) };
}

function testCase(file: string, name: string, content: readonly Element[]): Element {
  return { name: 'testcase', attributes: { name, classname: file, time: 0 }, content };
}

function placeName({ range: { start } }: Pick<ReportFinding, 'range'>): string {
  return `at ${String(start.line)}:${String(start.column)}`;
}

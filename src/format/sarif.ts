import type { Severity } from '../report/finding.js';
import type { Range } from '../text/source-file.js';
import { authoredPlace, type FormatPlace } from './authored.js';
import { jsonText } from './json-text.js';
import { uriOf } from './location.js';
import { messageWithCondition } from './rank.js';
import type {
  FormatOptions,
  Report,
  ReportFinding,
  ReportProblem,
  ReportRule,
  ReportUndecided,
} from './report.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** On GitHub's scale a finding is high from 7.0, medium from 4.0, and low below. */
const securitySeverities: Readonly<Record<Severity, string>> = {
  error: '8.0',
  warning: '5.0',
  info: '2.0',
};

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as GitHub's code scanning reads it. Undecided checks
 * and suppressed findings are results of their own when they are to be listed: GitHub shows them like findings.
 */
export function sarif(report: Report, options: FormatOptions): string {
  const results = [
    ...report.findings.map((finding) => resultOf(finding, options)),
    ...options.suppressed.map(({ finding, reason }) => ({
      ...resultOf(finding, options),
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    })),
    ...(options.undecided ? report.undecided.map((entry) => openResultOf(entry, options)) : []),
  ];
  const run = {
    tool: { driver: driverOf(report, options) },
    invocations: [
      {
        executionSuccessful: report.errors.length === 0,
        toolExecutionNotifications: [
          ...report.errors.map((problem) => notificationOf(problem, 'error', options)),
          ...(report.warnings ?? []).map((problem) => notificationOf(problem, 'warning', options)),
        ],
      },
    ],
    columnKind: 'utf16CodeUnits',
    results,
  };
  return jsonText({ $schema: schema, version: '2.1.0', runs: [run] });
}

function driverOf({ tool }: Report, { rules }: FormatOptions) {
  return {
    name: tool.name,
    semanticVersion: tool.version,
    informationUri: 'https://github.com/incident-lint/incident-lint',
    rules: rules.map(descriptorOf),
  };
}

function descriptorOf({ id, practice, severity, profile, summary, help, docs }: ReportRule) {
  // Availability and the upkeep of suppressions are no weaknesses: GitHub counts what has a security severity as one.
  const isSecurity = practice !== 'availability' && practice !== 'suppressions';
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${help}` },
    help: {
      text: `${help}\n\n${docs}`,
      markdown: `${summary}\n\n**What to do.** ${help}\n\n[Why, examples, and what cannot be decided](${docs})`,
    },
    helpUri: docs,
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [...(isSecurity ? ['security'] : []), 'aws', 'incident-manager', practice, profile],
      precision: 'high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
      ...(isSecurity && { 'security-severity': securitySeverities[severity] }),
    },
  };
}

function resultOf(finding: ReportFinding, options: FormatOptions) {
  const { ruleId, severity, certainty, when, path, construct, related = [], fingerprint, fix } = finding;
  const place = authoredPlace(finding);
  const others = [...(place.template ? [{ ...place.template, message: 'in the template' }] : []), ...related];
  return {
    ...ruleOf(ruleId, options),
    level: levels[severity],
    message: messageOf(messageWithCondition(finding)),
    locations: [locationOf(place, finding, options)],
    ...(others.length > 0 && {
      relatedLocations: others.map((place, index) => ({
        id: index + 1,
        physicalLocation: physicalLocationOf(place, options),
        message: messageOf(place.message),
      })),
    }),
    // GitHub's own upload adds `primaryLocationLineHash`, and warns of every other value in its place.
    partialFingerprints: { 'incidentLint/v1': fingerprint },
    ...(fix && {
      fixes: [
        {
          description: messageOf(fix.description),
          artifactChanges: [
            {
              artifactLocation: artifactOf(finding.file, options),
              replacements: fix.edits.map(({ range, text }) => ({
                deletedRegion: regionOf(range),
                insertedContent: { text },
              })),
            },
          ],
        },
      ],
    }),
    properties: {
      certainty,
      ...(when !== undefined && { when }),
      path,
      ...(construct && { construct: construct.path }),
    },
  };
}

function openResultOf(entry: ReportUndecided, options: FormatOptions) {
  const { ruleId, reason, settle } = entry;
  return {
    ...ruleOf(ruleId, options),
    kind: 'open',
    level: 'none',
    message: messageOf(`Undecided: ${reason}. Settled by: ${settle}.`),
    locations: [locationOf(entry, entry, options)],
  };
}

/** Brackets before a parenthesis make a link (§3.11.6), and a template's author chooses the names in a message. */
function messageOf(text: string) {
  return { text: text.includes('](') ? text.replace(/[[\]\\]/g, String.raw`\$&`) : text };
}

function ruleOf(ruleId: string, { rules }: FormatOptions) {
  const ruleIndex = rules.findIndex(({ id }) => id === ruleId);
  return { ruleId, ...(ruleIndex !== -1 && { ruleIndex }) };
}

function locationOf(
  { file, range }: FormatPlace,
  { resource }: Pick<ReportFinding | ReportUndecided, 'resource'>,
  options: FormatOptions,
) {
  return {
    physicalLocation: physicalLocationOf({ file, range }, options),
    ...(resource && {
      logicalLocations: [
        {
          name: resource.name,
          fullyQualifiedName: `${resource.sourceType} ${resource.name}`,
          kind: 'resource',
        },
      ],
    }),
  };
}

function physicalLocationOf(
  { file, range }: { readonly file: string; readonly range?: Range },
  options: FormatOptions,
) {
  return { artifactLocation: artifactOf(file, options), ...(range && { region: regionOf(range) }) };
}

function artifactOf(file: string, options: FormatOptions) {
  const uri = uriOf(file, options);
  return { uri, ...(!uri.startsWith('file:') && { uriBaseId: '%SRCROOT%' }) };
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function notificationOf(
  { file, range, message, code }: ReportProblem,
  level: 'error' | 'warning',
  options: FormatOptions,
) {
  return {
    level,
    descriptor: { id: code },
    message: messageOf(message),
    ...(file !== undefined && {
      locations: [{ physicalLocation: physicalLocationOf({ file, ...(range && { range }) }, options) }],
    }),
  };
}

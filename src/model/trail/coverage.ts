import { all, any, not, type Tri } from '../../value/tri.js';

/**
 * The sorts of management events that Incident Manager makes, as CloudTrail's selectors see them: two event sources,
 * and of each calls that read and calls that write (Incident Manager user guide, "Logging Incident Manager API calls
 * using AWS CloudTrail").
 */
export const eventSorts: readonly Readonly<Partial<Record<string, string>>>[] = [
  'ssm-incidents.amazonaws.com',
  'ssm-contacts.amazonaws.com',
].flatMap((eventSource) =>
  ['true', 'false'].map((readOnly) => ({
    eventCategory: 'Management',
    eventType: 'AwsApiCall',
    eventSource,
    readOnly,
  })),
);

/** Whether each of `eventSorts` is recorded, in that order. */
export type Coverage = readonly Tri[];

/** The same answer for every sort of event. */
export function uniform(answer: Tri): Coverage {
  return eventSorts.map(() => answer);
}

/** What two record together. */
export function union(left: Coverage, right: Coverage): Coverage {
  return left.map((answer, index) => any(answer, right[index] ?? false));
}

/** What both let through. */
export function intersection(left: Coverage, right: Coverage): Coverage {
  return left.map((answer, index) => all(answer, right[index] ?? false));
}

/** Whether every event of Incident Manager is recorded. */
export function isComplete(coverage: Coverage): Tri {
  return all(...coverage);
}

/** Whether of one event source neither reads nor writes are recorded. */
export function lacksSource(coverage: Coverage): Tri {
  return not(all(...bySource(coverage).map(({ answers }) => any(...answers))));
}

/** The event sources of which nothing is known to be recorded, as a phrase. */
export function lackedSources(coverage: Coverage): string {
  return bySource(coverage)
    .filter(({ answers }) => !answers.includes(true))
    .map(({ source }) => source)
    .join(' and ');
}

/** Whether of one event source only the reads or only the writes are recorded. */
export function isHalf(coverage: Coverage): Tri {
  return any(...bySource(coverage).map(({ answers }) => all(any(...answers), not(all(...answers)))));
}

/** Which half is missing of a coverage that is half. */
export function missingHalf(coverage: Coverage): 'read' | 'write' {
  const isReadMissing = eventSorts.some(
    ({ readOnly }, index) => readOnly === 'true' && coverage[index] === false,
  );
  return isReadMissing ? 'read' : 'write';
}

interface SourceCoverage {
  readonly source: string;
  readonly answers: readonly Tri[];
}

function bySource(coverage: Coverage): SourceCoverage[] {
  const sources = [...new Set(eventSorts.map(({ eventSource }) => eventSource ?? ''))];
  return sources.map((source) => ({
    source,
    answers: coverage.filter((_, index) => eventSorts[index]?.['eventSource'] === source),
  }));
}

import { entryOf, withEntries, type Entry, type MapValue, type Value } from '../value/value.js';
import { textAt, type Answer } from './answers.js';

const events = ['EventSelectors', 'AdvancedEventSelectors'];

/** Outputs that say more of a trail than `describe-trails` does, by the trail's ARN. */
export interface TrailDetails {
  readonly status: ReadonlyMap<string | undefined, MapValue>;
  readonly selectors: ReadonlyMap<string, MapValue>;
}

/** Sorts outputs of `get-trail-status` and `get-event-selectors` out; the first names its trail only where we wrote it. */
export function trailDetails(outputs: readonly MapValue[]): TrailDetails {
  const status = new Map<string | undefined, MapValue>();
  const selectors = new Map<string, MapValue>();
  for (const output of outputs) {
    const arn = textAt(output, 'TrailARN');
    if (isStatus(output)) status.set(arn, output);
    else if (arn !== undefined && isSelectors(output)) selectors.set(arn, output);
  }
  return { status, selectors };
}

/** Whether it is the output of `aws cloudtrail get-trail-status`. */
export function isStatus(output: MapValue): boolean {
  return entryOf(output, 'IsLogging') !== undefined && entryOf(output, 'trailList') === undefined;
}

/** Whether it is the output of `aws cloudtrail get-event-selectors`. */
export function isSelectors(output: MapValue): boolean {
  return (
    entryOf(output, 'TrailARN') !== undefined && events.some((key) => entryOf(output, key) !== undefined)
  );
}

/** A trail with what its status and its selectors say; what was not captured is unknown, not absent. */
export function completed(trail: Answer, details: TrailDetails, isOnly: boolean): Answer {
  const { properties } = trail;
  const status = details.status.get(trail.name) ?? (isOnly ? details.status.get(undefined) : undefined);
  const logging = status === undefined ? undefined : entryOf(status, 'IsLogging');
  const selectors = details.selectors.get(trail.name);
  const entries: Entry[] = [
    ...properties.entries.filter(({ key }) => key !== 'HasCustomEventSelectors'),
    logging ?? missing('IsLogging', 'get-trail-status', properties),
    ...(selectors === undefined
      ? selectorsBeside(properties)
      : selectors.entries.filter(({ key }) => events.includes(key))),
  ];
  return { ...trail, properties: withEntries(properties, entries) };
}

function selectorsBeside(properties: MapValue): Entry[] {
  const isCustom = textAt(properties, 'HasCustomEventSelectors') !== 'false';
  return isCustom ? [missing('EventSelectors', 'get-event-selectors', properties)] : [];
}

function missing(key: string, command: string, { place }: MapValue): Entry {
  const value: Value = {
    kind: 'unknown',
    what: key,
    why: `the evidence holds no ${command} of the trail`,
    settle: `the output of aws cloudtrail ${command}`,
    place,
  };
  return { key, keyPlace: place, value };
}

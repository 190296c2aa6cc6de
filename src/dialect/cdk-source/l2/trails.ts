import { mapSettled } from '../../../value/select.js';
import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { under } from '../around.js';
import { mapOf, orDefault, valueUnder } from '../maps.js';
import { literalHole } from '../members.js';
import type { MethodCall } from '../method-calls.js';
import { textAt } from '../scalars.js';
import { resource, type Making } from './making.js';

/** Which argument of a method holds the options of the event selector that it adds. */
const optionsAt: Readonly<Partial<Record<string, number>>> = {
  addEventSelector: 2,
  addLambdaEventSelector: 1,
  addS3EventSelector: 1,
  logAllLambdaDataEvents: 0,
  logAllS3DataEvents: 0,
};

/**
 * `new Trail(…)`. CDK's defaults are not CloudFormation's: it logs in every Region and validates its files unless it is
 * told not to (aws-cdk-lib, aws-cloudtrail/lib/cloudtrail.ts).
 */
export function trailResources(making: Making): Resource[] {
  const { evaluator, construct, place, prop } = making;
  const yes = textAt('true', place, 'boolean');
  return [
    resource(evaluator, construct.node, construct.name, 'aws-cloudtrail.CfnTrail', 'AWS::CloudTrail::Trail', {
      trailName: prop('trailName'),
      isLogging: yes,
      isMultiRegionTrail: orDefault(prop('isMultiRegionTrail'), yes),
      enableLogFileValidation: orDefault(prop('enableFileValidation'), yes),
      includeGlobalServiceEvents: orDefault(prop('includeGlobalServiceEvents'), yes),
      eventSelectors: selectorsOf(making),
      // It makes a bucket where it is given none, and in both cases adds the statements that CloudTrail needs.
      s3BucketName: literalHole(`${construct.name}.bucket`, place),
      kmsKeyId: orDefault(prop('encryptionKey'), prop('kmsKey')),
      ...outlets(making),
    }),
  ];
}

/** The log group and the role to write there, both of which CDK makes. */
function outlets({ construct, place, prop }: Making): Record<string, Value> {
  const made = (what: string): Value =>
    mapSettled(prop('sendToCloudWatchLogs'), place, (settled): Value => {
      if (settled.kind === 'unknown') return settled;
      const isSent = settled.kind === 'text' && settled.text === 'true';
      return isSent ? literalHole(`${construct.name}.${what}`, place) : { kind: 'absent', place };
    });
  return { cloudWatchLogsLogGroupArn: made('logGroup'), cloudWatchLogsRoleArn: made('logsRole') };
}

function selectorsOf({ evaluator, construct, place, prop }: Making): Value {
  const calls = evaluator.calls.on(construct.node, ...Object.keys(optionsAt));
  return mapSettled(prop('managementEvents'), place, (settled): Value => {
    if (settled.kind === 'unknown') return settled;
    const isNone = settled.kind === 'text' && settled.text === 'None';
    const isWritten = settled.kind !== 'absent' && !isNone;
    const own = mapOf(place, {
      includeManagementEvents: textAt('true', place, 'boolean'),
      readWriteType: settled,
    });
    const added = calls.map((call) => selectorOf(call, isNone, { evaluator, place }));
    const items = isWritten ? [own, ...added] : added;
    return items.length === 0 ? { kind: 'absent', place } : { kind: 'list', items, place };
  });
}

/** What a method adds. It leaves management events to CloudTrail's default, unless the trail has none of them. */
function selectorOf(
  { node, method }: MethodCall,
  isNone: boolean,
  { evaluator, place }: Pick<Making, 'evaluator' | 'place'>,
): Value {
  const argument = node.arguments[optionsAt[method] ?? 0];
  const options = argument === undefined ? mapOf(place, {}) : evaluator.evaluate(argument, undefined);
  const included = valueUnder(options, 'includeManagementEvents');
  const selector = mapOf(evaluator.placeOf(node, undefined), {
    includeManagementEvents: isNone ? orDefault(included, textAt('false', place, 'boolean')) : included,
    readWriteType: valueUnder(options, 'readWriteType'),
  });
  return under(evaluator, node, selector);
}

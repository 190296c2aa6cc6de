import { mapSettled } from '../../../value/select.js';
import { withEntries, type Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { computed, itemsOf, listOf } from '../maps.js';
import { textAt } from '../scalars.js';
import { argumentsOf } from '../statements.js';
import { resource, type Making } from './making.js';

/** `new Rule(…)` of EventBridge (aws-cdk-lib, aws-events/lib/rule.ts). */
export function eventRuleResources(making: Making): Resource[] {
  const { evaluator, construct, prop } = making;
  return [
    resource(evaluator, construct.node, construct.name, 'aws-events.CfnRule', 'AWS::Events::Rule', {
      name: prop('ruleName'),
      eventBusName: prop('eventBus'),
      eventPattern: patternOf(making),
      scheduleExpression: prop('schedule'),
      state: stateOf(prop('enabled')),
      targets: targetsOf(making),
    }),
  ];
}

/** CDK writes `detailType` for `detail-type`; what several calls say is merged by the program. */
function patternOf({ evaluator, construct, place, prop }: Making): Value {
  const added = evaluator.calls
    .on(construct.node, 'addEventPattern')
    .flatMap((call) => argumentsOf(evaluator, call));
  const [pattern, ...others] = [prop('eventPattern'), ...added].filter(({ kind }) => kind !== 'absent');
  if (pattern === undefined) return { kind: 'absent', place };
  if (others.length > 0) return computed('the event pattern', place);
  return mapSettled(pattern, pattern.place, (settled) => {
    if (settled.kind !== 'map') return settled;
    const entries = settled.entries.map((entry) =>
      entry.key === 'detailType'
        ? { key: 'detail-type', keyPlace: entry.keyPlace, value: entry.value }
        : entry,
    );
    return withEntries(settled, entries);
  });
}

function stateOf(enabled: Value): Value {
  const { place } = enabled;
  return mapSettled(enabled, place, (settled) => {
    if (settled.kind !== 'text') return settled;
    return textAt(settled.text === 'false' ? 'DISABLED' : 'ENABLED', settled.place);
  });
}

/** Others may add targets to a rule that has a name. */
function targetsOf({ evaluator, construct, place, prop }: Making): Value {
  const added = evaluator.calls
    .on(construct.node, 'addTarget')
    .flatMap((call) => argumentsOf(evaluator, call));
  const items = [...itemsOf(prop('targets')), ...added];
  const isNamed = construct.node.parent.type !== 'ExpressionStatement';
  return (
    listOf(place, isNamed && items.length === 0 ? [computed('the targets', place)] : items) ?? {
      kind: 'absent',
      place,
    }
  );
}

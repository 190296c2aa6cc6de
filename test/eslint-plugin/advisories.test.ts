import { ruleOf, stack, tester } from './tester.js';

function health(lines: string): string {
  return `import { aws_events as events, aws_events_targets as targets } from 'aws-cdk-lib';${stack(`
  new incidents.CfnReplicationSet(stack, 'Replication', { regions: [{ regionName: 'eu-west-1' }] });
  ${lines}`)}`;
}

tester.run('advisory-rule-ineffective', ruleOf('advisory-rule-ineffective'), {
  valid: [
    {
      name: 'a rule with a target',
      code: health(`new events.Rule(stack, 'Health', {
    eventPattern: { source: ['aws.health'], detailType: ['AWS Health Event'] },
    targets: [new targets.SnsTopic(others)],
  });`),
    },
    {
      name: 'a rule that others may give a target',
      code: health(`return new events.Rule(stack, 'Health', { eventPattern: { source: ['aws.health'] } });`),
    },
    {
      name: 'a rule that gets its pattern and its target later',
      code: health(`const rule = new events.Rule(stack, 'Health');
  rule.addEventPattern({ source: ['aws.health'] });
  rule.addTarget(new targets.SnsTopic(others));`),
    },
    {
      name: 'a pattern that the program merges',
      code: health(`const rule = new events.Rule(stack, 'Health', { eventPattern: { source: ['aws.health.*'] } });
  rule.addEventPattern({ source: ['aws.health'] });`),
    },
    {
      name: 'a pattern that a function makes',
      code: health(`new events.Rule(stack, 'Health', {
    eventPattern: { source: events.Match.prefix('aws.hea') }, targets: props.channels,
  });`),
    },
  ],
  invalid: [
    {
      name: 'a source that does not exist, at its text and with the right one',
      code: health(`const rule = new events.Rule(stack, 'Health', {
    eventPattern: { source: ['aws.health.*'], detailType: ['AWS Health Event'] },
  });
  rule.addTarget(new targets.SnsTopic(others));`),
      output: health(`const rule = new events.Rule(stack, 'Health', {
    eventPattern: { source: ['aws.health'], detailType: ['AWS Health Event'] },
  });
  rule.addTarget(new targets.SnsTopic(others));`),
      errors: [{ messageId: 'finding', line: 13, column: 30, endColumn: 44 }],
    },
    {
      name: 'a rule that is disabled',
      code: health(`new events.Rule(stack, 'Health', {
    enabled: false, eventPattern: { source: ['aws.health'] }, targets: [new targets.SnsTopic(others)],
  });`),
      errors: [{ messageId: 'finding', line: 13, column: 14, endColumn: 19 }],
    },
  ],
});

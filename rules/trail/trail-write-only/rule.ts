import { isHalf, missingHalf } from '../../../src/model/trail/coverage.js';
import { judgeRecordings } from '../../../src/model/trail/trail-judgements.js';
import type { Recorder } from '../../../src/model/trail/trails.js';
import { rule, type Context } from '../../../src/rule/rule.js';

const message =
  '"{recorder}" records no {missing} events of Incident Manager, and no other trail or event data store here does.';

export default rule({
  summary: 'Require both read and write events of Incident Manager to be recorded.',
  severity: 'warning',
  profile: 'recommended',
  message,
  help: 'Record read and write events, here or in a second trail: AWS shows DeleteContactChannel logged as a read event, so that even a deletion can be lost with the reads.',
  check: { trail: check, 'event-data-store': check },
});

function check(recorder: Recorder, { workspace, report }: Context<typeof message>): void {
  for (const judgement of judgeRecordings(workspace, recorder, isHalf, isHalf)) {
    const data = { recorder: recorder.resource.name, missing: missingHalf(judgement.together) };
    report(judgement.verdict, judgement, data);
  }
}

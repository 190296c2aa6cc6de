import { isComplete, lackedSources, lacksSource } from '../../../src/model/trail/coverage.js';
import { isAlone, judgeRecordings } from '../../../src/model/trail/trail-judgements.js';
import type { Recorder } from '../../../src/model/trail/trails.js';
import { rule, type Context } from '../../../src/rule/rule.js';
import { not } from '../../../src/value/tri.js';

const message =
  '"{recorder}" records no management events of {sources}, and no other trail or event data store here records all of them.';

export default rule({
  summary: 'Disallow trails and event data stores that leave out the calls to Incident Manager.',
  severity: 'error',
  profile: 'recommended',
  message,
  help: 'Switch logging on and select all management events, reads and writes, of ssm-incidents.amazonaws.com and ssm-contacts.amazonaws.com.',
  fixable: true,
  check: { trail: check, 'event-data-store': check },
});

function check(recorder: Recorder, { workspace, report }: Context<typeof message>): void {
  const isIncomplete: typeof lacksSource = (together) => not(isComplete(together));
  for (const judgement of judgeRecordings(workspace, recorder, lacksSource, isIncomplete)) {
    const data = { recorder: recorder.resource.name, sources: lackedSources(judgement.own) };
    const severity = isAlone(workspace, recorder, judgement.when) ? 'error' : 'warning';
    const field = recorder.kind === 'trail' ? recorder.logging : recorder.ingestion;
    const fix = { description: 'Switch logging on', isSafe: true, to: 'true', field };
    report(judgement.verdict, judgement, data, { severity, fix });
  }
}

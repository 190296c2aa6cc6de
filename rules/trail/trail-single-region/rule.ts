import { hasSeveralRegions, judgeRegions } from '../../../src/model/trail/trail-judgements.js';
import type { Recorder } from '../../../src/model/trail/trails.js';
import { rule, type Context } from '../../../src/rule/rule.js';

const message =
  '"{recorder}" records one Region only, and {regions}; no other trail or event data store here covers every Region.';

export default rule({
  summary: 'Require trails and event data stores to record every Region that Incident Manager works in.',
  severity: 'error',
  profile: 'recommended',
  message,
  help: 'Make it multi-Region. CloudTrail logs a call in the Region where it is made, and Incident Manager works in every Region of its replication set.',
  fixable: true,
  check: { trail: check, 'event-data-store': check },
});

function check(recorder: Recorder, { workspace, report }: Context<typeof message>): void {
  for (const judgement of judgeRegions(workspace, recorder)) {
    const isSeveral = hasSeveralRegions(workspace, judgement.when);
    const regions = isSeveral
      ? 'the replication set has several'
      : 'the replication set may have or gain another';
    const data = { recorder: recorder.resource.name, regions };
    // A multi-Region trail costs more, and a second one in a Region is a copy of it.
    const fix = {
      description: 'Make it multi-Region',
      isSafe: false,
      to: 'true',
      field: recorder.multiRegion,
    };
    report(judgement.verdict, judgement, data, { severity: isSeveral ? 'error' : 'warning', fix });
  }
}

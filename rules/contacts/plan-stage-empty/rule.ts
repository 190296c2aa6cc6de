import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow stages of engagement plans without targets.',
  severity: 'error',
  profile: 'recommended',
  message: 'A stage of "{plan}" has no target, so {effect}.',
  help: 'Give the stage a target, or remove it.',
  check: {
    'engagement-plan'({ resource, stages }, { report }) {
      const all = [...stages].filter(({ rotations }) => [...rotations].length === 0);
      const lists = all.flatMap(({ targets }) => targets.variants);
      const isNobody = lists.every(({ isEmpty }) => isEmpty === true);
      const effect = isNobody ? 'the plan engages nobody' : 'it only lets time pass';
      for (const list of lists)
        report(
          list.isEmpty,
          list,
          { plan: resource.name, effect },
          { severity: isNobody ? 'error' : 'warning' },
        );
    },
  },
});

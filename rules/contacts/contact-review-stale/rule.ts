import { judgeReview } from '../../../src/model/contacts/review-dates.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require contacts to have been reviewed lately, by the tag that says when.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Contact "{contact}" {fault}.',
  help: 'Ask whether the person still belongs on call and whether the channels still reach them, then write the day into the tag.',
  options: ['contacts.reviewTag', 'contacts.maxAgeDays'],
  check: {
    contact({ resource }, { workspace, settings, today, report }) {
      const { reviewTag: tag, maxAgeDays } = settings.contacts;
      const tagged = workspace.view(resource, 'taggable');
      if (tag === undefined || tagged === undefined) return;
      for (const { verdict, fault, isExpired, ...at } of judgeReview(tagged, { tag, maxAgeDays, today }))
        report(verdict, at, { contact: resource.name, fault }, { severity: isExpired ? 'warning' : 'info' });
    },
  },
});

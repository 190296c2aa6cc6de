import { judgeTags } from '../../../src/model/inventory/tags.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require the resources of Incident Manager to have tags that they can be found by.',
  severity: 'warning',
  profile: 'recommended',
  message: '{place} "{resource}" has no tag{wanted}.',
  help: 'Tag it, for instance with the team that owns it. Tags that a deployment gives to the whole stack are not in the template and cannot be seen here.',
  options: ['tags.required'],
  check: {
    taggable(view, { settings, report }) {
      for (const { verdict, name, ...way } of judgeTags(view, settings.tags.required)) {
        const wanted = name === undefined ? '' : ` "${name}"`;
        report(verdict, way, { place: 'In the template,', resource: view.resource.name, wanted });
      }
    },
    'incident-template'(view, { report }) {
      const data = { place: 'Every incident of', resource: view.resource.name, wanted: '' };
      for (const { verdict, ...way } of judgeTags(view, [])) report(verdict, way, data, { severity: 'info' });
    },
  },
});

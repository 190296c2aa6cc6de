import type { Leaf } from '../../../src/model/leaf.js';
import { disclosuresIn } from '../../../src/model/contacts/personal-data.js';
import { tagSetsOf } from '../../../src/model/inventory/tags.js';
import { rule, type Context } from '../../../src/rule/rule.js';

const message = '{what} of "{resource}" holds {data}, which everybody sees who may list it.';

export default rule({
  summary: 'Disallow e-mail addresses and phone numbers in names, titles and tags.',
  severity: 'warning',
  profile: 'recommended',
  message,
  help: 'Leave it to the address of a contact channel, where it belongs; call the person or the device by a name.',
  check: {
    contact({ resource, alias, displayName }, context) {
      judge(alias, 'The alias', resource.name, context);
      judge(displayName, 'The display name', resource.name, context);
    },
    'contact-channel'({ resource, channelName }, context) {
      judge(channelName, 'The name', resource.name, context);
    },
    'response-plan'({ resource, title }, context) {
      judge(title, 'The title for incidents', resource.name, context);
    },
    taggable(view, context) {
      const values = tagSetsOf(view).flatMap(({ tags }) => tags.map((tag) => tag.value));
      judge(new Set(values), 'A tag', view.resource.name, context);
    },
  },
});

function judge(
  leaves: Iterable<Leaf>,
  what: string,
  resource: string,
  { report }: Context<typeof message>,
): void {
  for (const leaf of leaves)
    for (const { verdict, data } of disclosuresIn(leaf, what !== 'A tag'))
      report(verdict, leaf, { what, resource, data });
}

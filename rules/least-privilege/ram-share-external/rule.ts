import type { Leaf } from '../../../src/model/leaf.js';
import {
  isForeign,
  isOrganization,
  sharesIncidentManager,
  sharingOf,
} from '../../../src/model/resource-shares.js';
import { rule, type ReportOptions } from '../../../src/rule/rule.js';
import { combine } from '../../../src/value/assumption.js';
import { all, type Tri } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow sharing response plans and contacts outside the organization.',
  severity: 'error',
  profile: 'recommended',
  message: 'Resource share "{share}" opens response plans or contacts to {whom}.',
  help: 'Set AllowExternalPrincipals to false and share with an organizational unit, or name the accounts that belong to you under org.principals in the configuration.',
  fixable: true,
  options: ['account.id', 'org.principals'],
  check: {
    'resource-share'(view, { report, workspace, settings }) {
      const { resources, principals } = sharingOf(view, workspace);
      const shared = sharesIncidentManager(resources, workspace);
      const tell = (verdict: Tri, leaf: Leaf, whom: string, options: ReportOptions): void => {
        const when = combine(leaf.when, shared.when);
        const at = { place: leaf.place, when: when ?? [] };
        if (when !== undefined)
          report(all(shared.verdict, verdict), at, { share: view.resource.name, whom }, options);
      };
      const isInside = principals.length > 0 && all(...principals.map(isOrganization)) === true;
      const fix = { description: 'Keep it inside the organization', isSafe: isInside, to: 'false' };
      for (const flag of view.external) {
        const isOpen = flag.is((text) => text !== 'false');
        const whom = 'whoever is added to it, inside the organization or not';
        tell(isOpen, flag, whom, { milder: isInside, fix: { ...fix, field: view.external } });
      }
      if (shared.verdict !== true) return;
      const own = { accountId: settings.account.id, principals: settings.org.principals };
      for (const principal of principals) {
        const isWhole = principal.is(
          (text) => text.includes(':organization/') && !own.principals.includes(text),
        );
        tell(isForeign(principal, own), principal, 'an account that the configuration does not name', {
          severity: 'warning',
        });
        tell(isWhole === true, principal, 'every account of the organization', { severity: 'info' });
      }
    },
  },
});

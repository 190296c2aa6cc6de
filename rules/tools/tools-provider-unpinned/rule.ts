import { providerAt } from '../../../src/model/tools/provider-constraints.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require modules to say which versions of the AWS providers they take.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Nothing says which versions of the provider {provider} this module takes, so any may deploy it.',
  help: 'Name a version under required_providers, such as "~> 6.20", and raise it regularly.',
  check: {
    resource(resource, { workspace, report }) {
      const provider = providerAt(resource, workspace);
      if (provider === undefined) return;
      const { name, isUnconstrained } = provider;
      report(isUnconstrained, { place: resource.place, when: [] }, { provider: name });
    },
  },
});

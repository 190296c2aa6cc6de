import { isForeignDocument, isUnpinned } from '../../../src/model/runbook-documents.js';
import { rule } from '../../../src/rule/rule.js';
import { combine } from '../../../src/value/assumption.js';

export default rule({
  summary: 'Require runbooks to be pinned to a version of a document that is your own.',
  severity: 'info',
  profile: 'recommended',
  message: 'The runbook of "{plan}" {fault}, so others decide what runs when an incident opens.',
  help: 'Set DocumentVersion to a number, and copy documents of other accounts into your own.',
  options: ['account.id', 'org.principals'],
  check: {
    'response-plan'({ resource, runbooks }, { report, settings }) {
      const own = [settings.account.id ?? [], settings.org.principals].flat();
      for (const { document: documents, version: versions } of runbooks)
        for (const document of documents) {
          const foreign = 'is a document of another account';
          report(isForeignDocument(document, own), document, { plan: resource.name, fault: foreign });
          for (const version of versions) {
            const when = combine(document.when, version.when);
            if (when === undefined) continue;
            const { place } = version.isAbsent === true ? document : version;
            const fault = 'runs whatever version of its document is current';
            report(isUnpinned(document, version), { place, when }, { plan: resource.name, fault });
          }
        }
    },
  },
});

import { schemaFaults } from '../../../src/model/schema/schema.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow resource types, properties and values that Incident Manager and Chatbot do not know.',
  severity: 'error',
  profile: 'recommended',
  message: 'In "{resource}", {fault}{suggestion}.',
  help: 'Correct it: AWS refuses it at deployment, and what a misspelt property was meant to say is seen by no other rule.',
  leftToCdk: true,
  check: {
    resource(resource, { workspace, report }) {
      const scope = resource.place.file;
      for (const fault of schemaFaults(resource, (name) => workspace.resourceAt({ scope, name }))) {
        const suggestion = fault.suggestion === undefined ? '' : ` (did you mean "${fault.suggestion}"?)`;
        report(fault.verdict, fault, { resource: resource.name, fault: fault.what, suggestion });
      }
    },
  },
});

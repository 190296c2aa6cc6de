import { usesIncidentManager } from '../../../src/model/incident-manager.js';
import { installedBy } from '../../../src/model/tools/installed-tools.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow scripts that install old versions of the AWS CLI or of the AWS Tools for PowerShell.',
  severity: 'info',
  profile: 'recommended',
  message: '"{script}" installs {tool}.',
  help: 'Install the current version, and name the oldest one that your team takes under tools.minimum in the configuration. AWS says to update the tools on every workstation every two weeks, which no template shows.',
  options: ['tools.minimum'],
  check: {
    script({ resource, commands, moreCommands }, { workspace, settings, report }) {
      if (!usesIncidentManager(workspace)) return;
      for (const { verdict, at, tool } of installedBy([...commands, ...moreCommands], settings.tools.minimum))
        report(verdict, at, { script: resource.name, tool });
    },
  },
});

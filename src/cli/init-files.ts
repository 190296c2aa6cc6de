import { version } from '../index.js';

/** A file that `init` writes. */
export interface InitFile {
  /** Relative to the working folder. */
  readonly name: string;
  readonly text: string;
}

const configuration = `# What incident-lint checks, and what it may take for granted. Every key is optional.
# https://github.com/incident-lint/incident-lint#configuration

# recommended, or strict for the rules that are marked so.
profile: recommended

# The lowest severity that fails: error, warning, info or never.
failOn: warning

# Severities of single rules: off, info, warning or error.
# rules:
#   trail-integrity: off

# No template proves that a chat channel is private; your word does.
# chat:
#   privateSlackChannelIds: [C07EXAMPLE01]

# What exists, but in another repository.
# external:
#   cloudtrail: organization trail org-trail, managed by the platform team

# Folders that are one deployment each: rules that span files do not look past them.
# workspaces: [apps/*, infra]

# ignore: ['**/fixtures/**']
`;

const preCommit = `repos:
  - repo: https://github.com/incident-lint/incident-lint
    rev: v${version}
    hooks:
      - id: incident-lint
`;

const workflow = `name: incident-lint
on: pull_request

permissions:
  contents: read

jobs:
  incident-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # Only what the pull request adds; drop --base to see everything. A plugin would be code of the pull request.
      - run: npx --yes incident-lint@${version} --base "origin/$GITHUB_BASE_REF" --format github --no-plugins
`;

/** A commented configuration, a pre-commit entry and a pull-request workflow. */
export const initFiles: readonly InitFile[] = [
  { name: 'incident-lint.yaml', text: configuration },
  { name: '.pre-commit-config.yaml', text: preCommit },
  { name: '.github/workflows/incident-lint.yml', text: workflow },
];

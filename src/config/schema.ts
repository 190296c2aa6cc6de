import type { Document } from '../parse/document.js';
import type { Node } from '../parse/node.js';
import type { Problem } from '../report/problem.js';
import { failOnLevels, profiles, ruleLevels, type FailOn, type RuleLevel } from '../rule/level.js';
import type { Profile } from '../rule/rule.js';
import { didYouMean } from '../text/nearest.js';
import { emptyConfiguration, type Configuration, type Override } from './configuration.js';
import type { PluginReference } from './plugins.js';
import { Reader } from './reader.js';

/** Keys that are reserved; a configuration that needs them must not be read as if they were not there. */
const laterKeys = ['activation'];

/** A configuration, and everything in its document that is no configuration. */
export interface ConfigurationReading {
  /** What could be read; entries with a problem are left out. */
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

/**
 * Reads a parsed configuration. Unknown keys, rules and values are problems with their place and the nearest name.
 *
 * @param ruleIds the IDs of all rules; undefined where those of plugins are not known, so that any ID may be right.
 */
export function readConfiguration(
  document: Document,
  ruleIds: readonly string[] | undefined,
): ConfigurationReading {
  // For a template an empty file is a mistake; here it says that nothing is configured.
  if (document.file.text.split('\n').every((line) => /^\s*(#|$)/.test(line)))
    return { configuration: emptyConfiguration, problems: [] };
  const reader = new Reader(document);
  const configuration =
    document.root === undefined ? emptyConfiguration : configurationOf(document.root, reader, ruleIds);
  return { configuration, problems: [...document.problems, ...reader.problems] };
}

function configurationOf(root: Node, reader: Reader, ruleIds: readonly string[] | undefined): Configuration {
  let profile: Profile | undefined;
  let failOn: FailOn | undefined;
  let rules: ReadonlyMap<string, RuleLevel> = new Map();
  let workspaces: readonly string[] = [];
  let ignore: readonly string[] = [];
  let overrides: readonly Override[] = [];
  let plugins: readonly PluginReference[] = [];
  let { include } = emptyConfiguration;
  let { chat, external, contacts, iam, tags, tools, account, org } = emptyConfiguration.settings;

  reader.keys(
    root,
    '',
    {
      // Editors complete and check by it.
      $schema: (node) => reader.text(node, '$schema'),
      profile: (node) => (profile = reader.word(node, 'profile', profiles)),
      failOn: (node) => (failOn = reader.word(node, 'failOn', failOnLevels)),
      rules: (node) => (rules = levelsOf(node, 'rules', reader, ruleIds)),
      chat: (node) => {
        const set = (key: keyof typeof chat) => (value: Node) => {
          chat = { ...chat, [key]: reader.texts(value, `chat.${key}`) };
        };
        reader.keys(node, 'chat', {
          privateSlackChannelIds: set('privateSlackChannelIds'),
          privateTeamsChannelIds: set('privateTeamsChannelIds'),
          publicSlackChannelIds: set('publicSlackChannelIds'),
          sharedChannelsAllowed: set('sharedChannelsAllowed'),
        });
      },
      external: (node) => {
        const set = (key: keyof typeof external) => (value: Node) => {
          const text = reader.text(value, `external.${key}`);
          if (text !== undefined) external = { ...external, [key]: text };
        };
        const readers = {
          cloudtrail: set('cloudtrail'),
          chatbotOrgPolicy: set('chatbotOrgPolicy'),
          scp: set('scp'),
          resourceGroups: set('resourceGroups'),
          healthMonitoring: set('healthMonitoring'),
          trustedAdvisor: set('trustedAdvisor'),
          securityContact: set('securityContact'),
        };
        reader.keys(node, 'external', readers);
      },
      contacts: (node) => {
        reader.keys(node, 'contacts', {
          allowedEmailDomains: (value) =>
            (contacts = {
              ...contacts,
              allowedEmailDomains: reader.texts(value, 'contacts.allowedEmailDomains'),
            }),
          reviewTag: (value) => {
            const reviewTag = reader.text(value, 'contacts.reviewTag');
            if (reviewTag !== undefined) contacts = { ...contacts, reviewTag };
          },
          maxAgeDays: (value) => {
            const maxAgeDays = reader.count(value, 'contacts.maxAgeDays');
            if (maxAgeDays !== undefined) contacts = { ...contacts, maxAgeDays };
          },
        });
      },
      iam: (node) => {
        reader.keys(node, 'iam', {
          breakGlassRoles: (value) => (iam = { breakGlassRoles: reader.texts(value, 'iam.breakGlassRoles') }),
        });
      },
      tags: (node) => {
        reader.keys(node, 'tags', {
          required: (value) => (tags = { required: reader.texts(value, 'tags.required') }),
        });
      },
      tools: (node) => {
        const set = (key: keyof typeof tools.minimum) => (value: Node) => {
          const version = reader.version(value, `tools.minimum.${key}`);
          if (version !== undefined) tools = { minimum: { ...tools.minimum, [key]: version } };
        };
        const minimums = {
          awsCdkLib: set('awsCdkLib'),
          terraform: set('terraform'),
          awsProvider: set('awsProvider'),
          awsccProvider: set('awsccProvider'),
          awsCli: set('awsCli'),
          powershell: set('powershell'),
        };
        reader.keys(node, 'tools', {
          minimum: (value) => {
            reader.keys(value, 'tools.minimum', minimums);
          },
        });
      },
      account: (node) => {
        reader.keys(node, 'account', {
          id: (value) => {
            const id = reader.text(value, 'account.id');
            if (id !== undefined) account = { id };
          },
        });
      },
      org: (node) => {
        reader.keys(node, 'org', {
          principals: (value) => (org = { principals: reader.texts(value, 'org.principals') }),
        });
      },
      workspaces: (node) => (workspaces = reader.patterns(node, 'workspaces')),
      ignore: (node) => (ignore = reader.patterns(node, 'ignore')),
      overrides: (node) => (overrides = overridesOf(node, reader, ruleIds)),
      plugins: (node) => (plugins = pluginsOf(node, reader)),
      include: (node) => {
        reader.keys(node, 'include', {
          env: (value) => (include = { env: reader.texts(value, 'include.env') }),
        });
      },
    },
    laterKeys,
  );
  return {
    ...(profile !== undefined && { profile }),
    ...(failOn !== undefined && { failOn }),
    rules,
    settings: { chat, external, contacts, iam, tags, tools, account, org },
    workspaces,
    ignore,
    overrides,
    plugins,
    include,
  };
}

function levelsOf(
  node: Node,
  where: string,
  reader: Reader,
  ruleIds: readonly string[] | undefined,
): ReadonlyMap<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  for (const { key, keySpan, value } of reader.entries(node, where)) {
    if (ruleIds?.includes(key) === false) {
      reader.problem(keySpan, `unknown rule "${key}"${didYouMean(key, ruleIds)}`);
      continue;
    }
    const level = reader.word(value, `${where}.${key}`, ruleLevels);
    if (level !== undefined) levels.set(key, level);
  }
  return levels;
}

function pluginsOf(node: Node, reader: Reader): PluginReference[] {
  return reader.items(node, 'plugins').flatMap((item) => {
    const [path] = reader.patterns({ kind: 'list', items: [item], span: item.span }, 'plugins');
    return path === undefined ? [] : [{ path, ...reader.place(item.span) }];
  });
}

function overridesOf(node: Node, reader: Reader, ruleIds: readonly string[] | undefined): Override[] {
  return reader.items(node, 'overrides').map((item) => {
    let files: readonly string[] | undefined;
    let rules: ReadonlyMap<string, RuleLevel> | undefined;
    reader.keys(item, 'overrides[]', {
      files: (value) => (files = reader.patterns(value, 'overrides[].files')),
      rules: (value) => (rules = levelsOf(value, 'overrides[].rules', reader, ruleIds)),
    });
    if (files === undefined || rules === undefined)
      reader.problem(item.span, 'an entry of "overrides" needs "files" and "rules"');
    return { files: files ?? [], rules: rules ?? new Map() };
  });
}

import path from 'node:path';
import {
  lint,
  rules,
  version,
  type Finding,
  type LoadedConfiguration,
  type Outcome,
  type Profile,
  type RuleLevel,
} from '../index.js';
import { loadConfigSync } from '../config/load-sync.js';
import { isAtLeast } from '../report/finding.js';
import { isError } from '../report/problem.js';
import { versionWithoutPlugins } from './library.js';
import { documentsOf } from './templates.js';

/** What a CDK app sets for the plugin; the rest comes from the configuration. */
export interface IncidentLintProps {
  /** The configuration, relative to the working folder; left out: the nearest `incident-lint.yaml`. */
  readonly config?: string;
  /** Which rules run; left out: what the configuration says, else `recommended`. */
  readonly profile?: Profile;
  /** Levels of single rules by their IDs. They count more than the configuration's. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
}

/** What CDK hands to a plugin, old (`Beta1`) and new, as far as it is used here. */
export interface ValidationContext {
  /** CDK says that they are absolute; with an output folder that is relative, so are they. */
  readonly templatePaths: readonly string[];
}

/** A violation as CDK's reports have it. */
export interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly fix: string;
  readonly ruleMetadata: Readonly<Record<string, string>>;
  readonly violatingResources: {
    readonly resourceLogicalId: string;
    readonly templatePath: string;
    readonly locations: string[];
  }[];
}

export interface ValidationReport {
  /** False makes the synthesis fail. */
  readonly success: boolean;
  readonly violations: Violation[];
  readonly pluginVersion: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * A validation plugin of AWS CDK: `Validations.of(app).addPlugins(new IncidentLint())`, or with older versions
 * `new App({ policyValidationBeta1: [new IncidentLint()] })`. It lints all stacks of the app as one deployment.
 */
export class IncidentLint {
  readonly name = 'incident-lint';
  readonly version = version;
  readonly ruleIds = rules.map(({ id }) => id);

  /** Throws when a rule that the properties name does not exist, and where aws-cdk-lib is too old to call plugins. */
  constructor(private readonly props: IncidentLintProps = {}) {
    const unknown = Object.keys(props.rules ?? {}).find((id) => !this.ruleIds.includes(id));
    if (unknown !== undefined) throw new Error(`incident-lint has no rule "${unknown}"`);
    const old = versionWithoutPlugins(process.cwd());
    if (old !== undefined)
      throw new Error(
        `aws-cdk-lib ${old} calls no plugins, so that incident-lint would find nothing: 2.71.0 is the first that does`,
      );
  }

  /** Called by CDK when everything is synthesised. */
  validate({ templatePaths }: ValidationContext): ValidationReport {
    const cwd = process.cwd();
    const loaded = loadConfigSync({ cwd, ruleIds: this.ruleIds, file: this.props.config });
    const outcome = lint(documentsOf(templatePaths, cwd), {
      ...this.optionsOf(loaded),
      isReported: () => true,
    });
    const failOn = loaded.configuration.failOn ?? 'warning';
    const failing = outcome.findings.some(
      ({ severity }) => failOn !== 'never' && isAtLeast(severity, failOn),
    );
    const problems = [...loaded.problems, ...outcome.problems]
      .filter(isError)
      .map(({ file, message }) => (file === undefined ? message : `${file}: ${message}`));
    if (problems.length > 0) throw new Error(`incident-lint cannot judge the app: ${problems.join('; ')}`);
    return {
      success: !failing,
      violations: outcome.findings.map((finding) => violationOf(finding, cwd)),
      pluginVersion: version,
      metadata: metadataOf(outcome),
    };
  }

  private optionsOf({ configuration }: LoadedConfiguration) {
    const chosen = Object.entries(this.props.rules ?? {});
    return {
      rules: rules.filter(({ rule }) => rule.leftToCdk !== true),
      profile: this.props.profile ?? configuration.profile ?? 'recommended',
      levels: new Map([...configuration.rules, ...chosen]),
      settings: configuration.settings,
      today: new Date().toISOString().slice(0, 10),
    } as const;
  }
}

function violationOf(finding: Finding, cwd: string): Violation {
  const { ruleId, severity, message, help, docs, file, when, resource, range } = finding;
  return {
    ruleName: ruleId,
    description: when === undefined ? message : `${message} (possible: when ${when})`,
    severity,
    fix: help,
    ruleMetadata: { docs, line: String(range.start.line), fingerprint: finding.fingerprint },
    violatingResources: [
      {
        resourceLogicalId: resource?.name ?? '',
        templatePath: path.resolve(cwd, file),
        locations: locationsOf(finding),
      },
    ],
  };
}

/** The path from the resource on, with dots: `Properties.DeferActivation`. */
function locationsOf({ path: pointer }: Finding): string[] {
  const keys = pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const inside = keys[1] === 'Resources' ? keys.slice(3) : keys.slice(1);
  return inside.length === 0 ? [] : [inside.join('.')];
}

function metadataOf({ undecided, suppressed }: Outcome): Record<string, string> {
  return { undecided: String(undecided.length), suppressed: String(suppressed.length) };
}

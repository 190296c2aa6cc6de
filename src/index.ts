export { rules } from '../rules/index.js';
export type { Configuration, Override } from './config/configuration.js';
export type { Plugin } from './config/plugins.js';
export { loadConfig, type LoadedConfiguration, type LoadOptions } from './config/load.js';
export { applyFixes } from './engine/fix.js';
export { loadParameters, type LoadedParameters } from './config/parameters.js';
export type { ParameterValue, ParameterValues } from './dialect/parameter-values.js';
export { lint } from './engine/lint.js';
export { LiveFolder, type LiveOptions } from './engine/live-folder.js';
export type { LintOptions } from './engine/options.js';
export { readTemplateText, type Reading } from './engine/read.js';
export { ReadingCache } from './engine/reading-cache.js';
export { run, type Run, type RunOptions } from './engine/run.js';
export { version } from './engine/version.js';
export type { Document } from './parse/document.js';
export type {
  Certainty,
  Edit,
  Finding,
  Fix,
  RelatedPlace,
  ResourceName,
  Severity,
  Undecided,
} from './report/finding.js';
export type {
  ChannelStateName,
  EngagedLink,
  EngagedNode,
  EngagementDoubt,
  EngagementKind,
  Engagements,
  ReachName,
} from './report/engagements.js';
export type { Outcome } from './report/outcome.js';
export type { Problem, ProblemCode } from './report/problem.js';
export type { FailOn, RuleLevel } from './rule/level.js';
export { docsOf, rule, type Profile, type RegisteredRule, type Rule } from './rule/rule.js';
export type { Leaf } from './model/leaf.js';
export { all, any, not, type Doubt, type Tri } from './value/tri.js';
export { defaultSettings, type Settings } from './rule/settings.js';
export type { Position, Range } from './text/source-file.js';

import type { Resource } from '../dialect/resource.js';
import { Leaf } from '../model/leaf.js';
import { declaredPlace, type Declarations } from './declarations.js';
import { fixOf } from './edits.js';
import { fingerprint } from '../report/fingerprint.js';
import {
  severities,
  type Finding,
  type ResourceName,
  type Severity,
  type Undecided,
} from '../report/finding.js';
import { docsOf, type Located, type RegisteredRule, type Related, type Report } from '../rule/rule.js';
import { keysOf, pointer, type Place } from '../text/place.js';
import { describe } from '../value/assumption.js';
import { isDoubt } from '../value/tri.js';

/** Turns what rules report into findings and undecided entries, and keeps them. */
export class Collector {
  readonly #findings: Finding[] = [];
  /** Findings in plans, told where the author can act. */
  readonly #moved: Finding[] = [];
  readonly undecided: Undecided[] = [];

  /** @param declarationOf where a planned resource is declared. */
  constructor(private readonly declarationOf: Declarations = () => undefined) {}

  /** All findings; what a plan and its configuration both show is told once. */
  get findings(): readonly Finding[] {
    if (this.#moved.length === 0) return this.#findings;
    const told = new Set(this.#findings.map(subjectOf));
    return [...this.#findings, ...this.#moved.filter((finding) => !told.has(subjectOf(finding)))];
  }

  /**
   * The `report` of a rule that looks at a resource, or at something that belongs to none.
   *
   * @param chosen the severity that the user gave the rule, which then holds for all its findings.
   */
  reporter(
    registered: RegisteredRule,
    resource: Resource | undefined,
    chosen: Severity | undefined,
  ): Report<string> {
    const { id, rule } = registered;
    return (verdict, at, data, options = {}) => {
      if (verdict === false) return;
      const about: { readonly resource?: ResourceName } =
        resource === undefined
          ? {}
          : { resource: { type: resource.type, name: resource.name, sourceType: resource.sourceType } };
      const declaration = resource && this.declarationOf(resource);
      const declared = declaration && declaredPlace(at.place, declaration);
      const isMoved = declared !== undefined && declaration?.isReported === true;
      const place = isMoved ? declared : at.place;
      const file = place.file.path;
      const range = place.file.rangeOf(place.span);
      if (isDoubt(verdict)) {
        this.undecided.push({
          ruleId: id,
          file,
          range,
          ...about,
          reason: verdict.why,
          settle: verdict.settle,
        });
        return;
      }
      const named = Object.entries<unknown>(data);
      const texts = named.map(([name, value]) => [name, textOf(value)] as const);
      const condition = describe(at.when);
      // What a program writes is overwritten the next time.
      const isOwn = resource?.construct === undefined && resource?.isGenerated !== true;
      const fix = options.fix && isOwn && fixOf(at, options.fix, resource);
      const findings = isMoved ? this.#moved : this.#findings;
      findings.push({
        ruleId: id,
        severity: chosen ?? stepped(options.severity ?? rule.severity, options.milder === true),
        certainty: condition === undefined ? 'certain' : 'possible',
        message: fill(rule.message, new Map(texts)),
        file,
        range,
        path: pointer(place.path),
        ...about,
        ...(condition !== undefined && { when: condition }),
        ...(resource?.construct && { construct: resource.construct }),
        ...relatedPlaces([
          ...(options.related ?? []),
          ...originOf(at),
          ...(declared === undefined ? [] : [counterpart(at.place, declared, isMoved)]),
        ]),
        ...(fix && { fix }),
        help: rule.help,
        docs: docsOf(registered),
        fingerprint: fingerprint({
          ruleId: id,
          file,
          address: resource?.name ?? '',
          keys: keysOf(place.path),
          // A count changes with what surrounds the finding, and does not make it another one.
          data: named.filter(([, value]) => typeof value !== 'number').map(([, value]) => textOf(value)),
        }),
      });
    };
  }
}

/** The other one of the two places where a planned resource is seen. */
function counterpart(planned: Place, declared: Place, isMoved: boolean): Related {
  return isMoved
    ? { place: planned, message: 'the plan has it here' }
    : { place: declared, message: 'it is declared here' };
}

/** What a finding is about: two of one rule on one resource of one file say the same, whatever their place. */
function subjectOf({ ruleId, file, resource }: Finding): string {
  return JSON.stringify([ruleId, file, resource?.name]);
}

/** Where a text was written, when a reference brought it to the place of the finding. */
function originOf(at: Located): Related[] {
  const origin = at instanceof Leaf && at.value.kind === 'text' ? at.value.origin : undefined;
  return origin === undefined ? [] : [{ place: origin, message: 'the value is written here' }];
}

function relatedPlaces(related: readonly Related[]): Pick<Finding, 'related'> {
  if (related.length === 0) return {};
  return {
    related: related.map(({ place, message }) => ({
      file: place.file.path,
      range: place.file.rangeOf(place.span),
      message,
    })),
  };
}

function textOf(value: unknown): string {
  return value instanceof Leaf ? value.text : String(value);
}

function fill(message: string, data: ReadonlyMap<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => data.get(name) ?? whole);
}

/** The next milder severity; `info` has none. */
function stepped(severity: Severity, milder: boolean): Severity {
  return milder ? (severities[severities.indexOf(severity) + 1] ?? severity) : severity;
}

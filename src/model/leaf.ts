import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import { isDoubt, type Doubt, type Tri } from '../value/tri.js';
import type { Hole, Reference, Settled } from '../value/value.js';

/**
 * In the text that `test` gives to a judge, this stands for a gap that is some literal without wildcards
 * (an account, a Region, a name or ARN of a resource). U+E000 is a private-use character: no template means it.
 */
export const someLiteral = '\uE000';

/** In the text that `test` gives to a judge, this stands for a gap of which nothing is known. */
export const anything = '\uE001';

/**
 * Attributes of resources of these types are whatever the resource's own code returns; of Terraform's, those of
 * providers that do not make things of AWS's.
 */
const opaqueTypes =
  /^(Custom::|AWS::CloudFormation::(CustomResource|Macro|Stack|WaitCondition)|(?!aws(cc)?_)[a-z]|aws_(lambda_invocation|cloudformation_stack)$)/;

/** Whether attributes of resources of a type may be anything; also where the type is not known. */
export function isOpaqueType(type: string | undefined): boolean {
  return type === undefined || opaqueTypes.test(type);
}

/** The attributes that stand for a resource as a whole, in CloudFormation and in Terraform. */
const identifying = /^(?:Ref|id|\w*arn)$/i;

/** A value at the end of a field's path, in one arm of the conditions on the way. */
export class Leaf {
  constructor(
    readonly value: Settled,
    readonly when: Assumptions,
    /** Where it stands; for a value that is missing, the key of the resource that needs it. */
    readonly place: Place,
    /** The documented default that an absent value means. */
    private readonly fallback?: string,
    private readonly typeOf: (reference: Reference) => string | undefined = () => undefined,
  ) {}

  /** Whether the documentation says what an absent value means. */
  get hasDefault(): boolean {
    return this.fallback !== undefined;
  }

  /** Whether no value was written. */
  get isAbsent(): Tri {
    return this.doubt ?? this.value.kind === 'absent';
  }

  /**
   * Whether the text satisfies a predicate. An absent value is judged by its documented default; without one it
   * satisfies nothing. A text with gaps, or a reference whose value exists only after deployment, is a doubt.
   */
  is(predicate: (text: string) => boolean): Tri {
    return this.test((text) => {
      const known = !text.includes(anything) && !text.includes(someLiteral);
      return known ? predicate(text) : this.gap;
    });
  }

  /**
   * As `is`, for a judge that can read a text with gaps: each gap is `someLiteral` or `anything`. Of a parameter's
   * allowed values all must agree, otherwise the answer is a doubt.
   */
  test(judge: (text: string) => Tri): Tri {
    const { value } = this;
    switch (value.kind) {
      case 'text':
        return judge(value.text);
      case 'partial':
        return judge(value.parts.map((part) => (typeof part === 'string' ? part : markerOf(part))).join(''));
      case 'reference':
        return judge(this.isOpaque(value) ? anything : someLiteral);
      case 'absent':
        return this.fallback === undefined ? false : judge(this.fallback);
      case 'unknown':
        return { why: value.why, settle: value.settle };
      case 'one-of':
        return this.agreement(value.texts.map(judge), value.source);
      case 'list':
      case 'map':
        return false;
    }
  }

  /** Why the value is not known at all; undefined when something is known of it. */
  get doubt(): Doubt | undefined {
    return this.value.kind === 'unknown' ? { why: this.value.why, settle: this.value.settle } : undefined;
  }

  /** The text as messages may show it, with gaps named and secrets hidden. Not for decisions: use `is` or `test`. */
  get text(): string {
    const { value } = this;
    switch (value.kind) {
      case 'text':
        return value.secret === true ? 'a hidden value' : value.text;
      case 'one-of':
        return value.source;
      case 'partial':
        return value.parts.map((part) => (typeof part === 'string' ? part : `\${${part.what}}`)).join('');
      case 'reference':
        return identifying.test(value.attribute)
          ? value.target.name
          : `${value.target.name}.${value.attribute}`;
      case 'absent':
        return this.fallback ?? 'nothing';
      case 'unknown':
        return 'an unknown value';
      case 'list':
        return 'a list';
      case 'map':
        return 'an object';
    }
  }

  /** A value from inside this one, as a leaf of its own. */
  inner(value: Settled, when: Assumptions): Leaf {
    return new Leaf(value, when, value.place, undefined, this.typeOf);
  }

  private get gap(): Doubt {
    const { value } = this;
    if (value.kind === 'partial') {
      const hole = value.parts.find((part): part is Hole => typeof part !== 'string');
      if (hole !== undefined)
        return { why: `${hole.what} is not known before deployment`, settle: hole.settle };
    }
    return {
      why: `${this.text} is known only after deployment`,
      settle: 'a literal value, or evidence from the account',
    };
  }

  private isOpaque(reference: Reference): boolean {
    return reference.attribute !== 'Ref' && isOpaqueType(this.typeOf(reference));
  }

  private agreement(verdicts: readonly Tri[], source: string): Tri {
    const doubt = verdicts.find(isDoubt);
    if (doubt !== undefined) return doubt;
    if (new Set(verdicts).size > 1)
      return {
        why: `${source} allows values that pass and values that do not`,
        settle: `values of ${source} that all pass`,
      };
    return verdicts[0] ?? false;
  }
}

function markerOf(hole: Hole): string {
  return hole.literal ? someLiteral : anything;
}

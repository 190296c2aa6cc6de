import type { Leaf } from '../../model/leaf.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import { arnPattern, neverMatches } from '../policy/arns.js';
import { gapOf, hasGap, widest } from '../policy/gap.js';
import { globsMeet, isGlob } from '../policy/glob.js';
import { limitsSource } from '../policy/service-conditions.js';
import type { Condition, Statement } from '../policy/statement.js';

/** What is wrong with how a trust statement says whose incidents may use a role. */
export interface SourceFault {
  /** Undefined where the whole statement lacks a condition. */
  readonly at: Leaf | undefined;
  /** A clause that says of the trust policy what is wrong. */
  readonly fault: string;
  /** Whether the role can never be assumed so. */
  readonly isFatal: boolean;
  readonly verdict: Tri;
}

/**
 * The faults of a trust statement for Incident Manager: no condition on the source; a source that is no incident, since
 * `aws:SourceArn` is the incident record's ARN and never the response plan's; or an account beside an ARN of another
 * account (Incident Manager user guide: Cross-service confused deputy prevention).
 */
export function sourceFaultsOf(statement: Statement): SourceFault[] {
  const arns = statement.conditions.filter((condition) => speaksOf(condition, 'aws:sourcearn'));
  const accounts = statement.conditions.filter((condition) => speaksOf(condition, 'aws:sourceaccount'));
  const fatal: SourceFault[] = arns.flatMap(({ operator, values }) => {
    const [at] = values;
    if (at === undefined) return [];
    const verdict = all(...values.map((value) => isNoIncident(value, operator)));
    return [
      {
        at,
        fault: 'waits for a source that is never an incident, so that nothing can use the role',
        isFatal: true,
        verdict,
      },
    ];
  });
  const apart: SourceFault[] = arns.flatMap((arn) =>
    accounts.flatMap((account) => {
      const [at] = account.values;
      const verdict = not(
        any(...arn.values.flatMap((one) => account.values.map((other) => canAgree(one, other)))),
      );
      if (at === undefined || arn.values.length === 0) return [];
      return [
        {
          at,
          fault: 'names one account and an ARN of another, so that nothing can use the role',
          isFatal: true,
          verdict,
        },
      ];
    }),
  );
  const open = 'lets Incident Manager use the role for any account: no condition names the source';
  return [
    { at: undefined, fault: open, isFatal: false, verdict: not(limitsSource(statement)) },
    ...fatal,
    ...apart,
  ].filter(({ verdict }) => verdict !== false);
}

function speaksOf({ operator, key }: Condition, wanted: string): boolean {
  return (
    key.toLowerCase() === wanted &&
    /^(?:for\w+:)?(?:string(?:equals|like)|arn(?:equals|like))/i.test(operator)
  );
}

/** Whether no ARN of an incident record satisfies a value. */
function isNoIncident(value: Leaf, operator: string): Tri {
  return value.test((text) => {
    // Without `Like`, an operator on texts takes `*` by the letter; the operators on ARNs are all alike.
    if (/^(?:for\w+:)?stringequals/i.test(operator) && isGlob(text)) return true;
    const arn = arnPattern(text);
    if (arn === undefined) return hasGap(text) ? gapOf(value) : true;
    const record = { service: 'ssm-incidents', resource: 'incident-record/*' };
    if (!globsMeet(widest(arn.service), record.service) || !globsMeet(widest(arn.resource), record.resource))
      return true;
    return neverMatches(value);
  });
}

/** Whether an ARN can be one of an account; what is not known can. */
function canAgree(arn: Leaf, account: Leaf): Tri {
  const agree = arn.test((text) => {
    const field = arnPattern(text)?.account ?? '*';
    return any(account.test((id) => globsMeet(widest(field), widest(id))));
  });
  return agree === false ? false : true;
}

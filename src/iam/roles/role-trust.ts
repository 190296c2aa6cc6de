import type { Leaf } from '../../model/leaf.js';
import { lackingIn } from '../../model/lacking.js';
import type { Judgement } from '../../model/unanimous.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import { gapOf, hasGap, widest } from '../policy/gap.js';
import { globsMeet } from '../policy/glob.js';
import { admitsService } from '../policy/service-conditions.js';
import { statementsOf } from '../policy/statements.js';
import { trustsEverybody, trustsService } from './trust.js';

/** Why a role cannot serve, or serves too many. */
export interface TrustFault {
  /** A clause that says of the role what is wrong. */
  readonly fault: string;
  readonly verdict: Tri;
  readonly place: Place;
  readonly when: Assumptions;
  /** The trust policy; undefined where none is known. */
  readonly trust: Place | undefined;
}

/** The scanned role that a leaf names, or why it is not known which one it is. */
export function roleBehind(leaf: Leaf, workspace: Workspace): View<'role'> | Doubt {
  const role = workspace.follow(leaf, 'role');
  if (role !== undefined) return role;
  return { why: `${leaf.text} is no role of the scanned files`, settle: 'a role that is declared there' };
}

/** Service-linked roles have a path of their own and are assumed by their service alone (IAM user guide). */
export function isServiceLinked(role: Leaf): Tri {
  return role.test((text) => {
    const [head = '', ...rest] = text.split('/');
    if (!head.endsWith(':role')) return false;
    if (rest[0] === 'aws-service-role') return true;
    return hasGap(rest[0] ?? '') && globsMeet(widest(text), '*:role/aws-service-role/*')
      ? gapOf(role)
      : false;
  });
}

/**
 * What is wrong with the trust policy of the role that a leaf names, as far as the service that must assume it is
 * concerned: it does not let that service in, or it lets everybody in.
 */
export function trustFaultsOf(leaf: Leaf, service: string, workspace: Workspace): TrustFault[] {
  if (leaf.isAbsent === true) return [];
  const role = roleBehind(leaf, workspace);
  if (!('resource' in role)) {
    const at = { place: leaf.place, when: leaf.when, trust: undefined };
    return [{ ...at, fault: `does not trust ${service}`, verdict: role }];
  }
  return [...role.trust].flatMap((document) => {
    const when = combine(leaf.when, combine(role.when, document.when) ?? role.when);
    if (when === undefined) return [];
    const at = { place: leaf.place, trust: document.place };
    return [
      ...missing(document, service, when).map((found) => ({
        ...at,
        ...found,
        fault: `does not trust ${service}`,
      })),
      ...open(document, when).map((found) => ({ ...at, ...found, fault: 'everybody can assume' })),
    ];
  });
}

function missing(document: Leaf, service: string, when: Assumptions): Judgement[] {
  const statements = statementsOf(document);
  const candidates = statements.flatMap((statement) =>
    statement.principals.flatMap((principal): Judgement[] => {
      const both = combine(when, principal.leaf.when);
      if (both === undefined) return [];
      const named = trustsService({ ...statement, principals: [principal] }, statements, service);
      return [{ verdict: named === false ? false : all(named, admitsService(statement)), when: both }];
    }),
  );
  return lackingIn(candidates, when);
}

function open(document: Leaf, when: Assumptions): Judgement[] {
  const statements = statementsOf(document);
  return statements.flatMap((statement) => {
    const verdict = trustsEverybody(statement, statements);
    const everybody = statement.principals.find(
      (principal) => any(trustsEverybody({ ...statement, principals: [principal] }, statements)) === true,
    );
    const both = combine(when, everybody?.leaf.when ?? statement.when);
    // What is not known is said once, by the question whom the policy trusts.
    return verdict === false || isDoubt(verdict) || both === undefined ? [] : [{ verdict, when: both }];
  });
}

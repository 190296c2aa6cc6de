import type { Resource } from '../dialect/resource.js';
import { lackingIn } from '../model/lacking.js';
import { anything, type Leaf } from '../model/leaf.js';
import type { Judgement } from '../model/unanimous.js';
import type { View } from '../model/view.js';
import type { Workspace } from '../model/workspace.js';
import type { Severity } from '../report/finding.js';
import { combine, type Assumptions } from '../value/assumption.js';
import { all, any, not, type Tri } from '../value/tri.js';
import { statementIsPublic } from './policy/conditions.js';
import { actionCovers, isTakenBack } from './policy/covers.js';
import { gapOf, hasGap, widest } from './policy/gap.js';
import { namesService } from './policy/principals.js';
import { admitsService } from './policy/service-conditions.js';
import { statementsOf } from './policy/statements.js';
import { incidentManagerPrincipal } from './topics/topic-publishing.js';

/** What is wrong with how the secret of PagerDuty is kept. */
export interface SecretFault extends Judgement {
  /** A clause that says so of the secret. */
  readonly fault: string;
  readonly severity: Severity;
}

/**
 * What is wrong with the secret that a response plan hands to PagerDuty: its token stands in the template, it is
 * encrypted with AWS's own key, everybody can read it, or Incident Manager cannot (Incident Manager user guide:
 * Storing PagerDuty access credentials in a secret).
 */
export function secretFaultsOf(id: Leaf, workspace: Workspace): SecretFault[] {
  if (id.isAbsent === true) return [];
  const { when } = id;
  const isToken = id.is(looksLikeToken);
  const token = 'stands in the template as a token, for everybody who can read it';
  if (isToken === true) return [{ fault: token, severity: 'error', verdict: true, when }];
  const secret = workspace.follow(id, 'secret');
  if (secret === undefined || !('resource' in secret)) {
    const outside = {
      why: `${id.text} is no secret of the scanned files`,
      settle: 'a reference to the secret',
    };
    return [{ fault: '', severity: 'warning', verdict: secret ?? outside, when }];
  }
  const from = combine(when, secret.when);
  return from === undefined
    ? []
    : [...keyFaults(secret, from, workspace), ...policyFaults(secret, from, workspace)];
}

/** PagerDuty's keys have twenty characters of all sorts; the name of a secret has words in it. */
function looksLikeToken(text: string): boolean {
  return (
    /^[\w+-]{20,32}$/.test(text) &&
    [/[a-z]/, /[A-Z]/, /\d/].every((sort) => sort.test(text)) &&
    !/pager|duty|secret|incident|credential|integration|api|on-?call|prod/i.test(text)
  );
}

function keyFaults(secret: View<'secret'>, when: Assumptions, workspace: Workspace): SecretFault[] {
  return [...secret.key].flatMap((key): SecretFault[] => {
    const both = combine(when, key.when);
    if (both === undefined) return [];
    const own = 'is encrypted with the key that AWS manages, which Incident Manager cannot use';
    const isAws = key.test(
      (text) => /(?:^|:)alias\/aws\//.test(text) || (text.startsWith(anything) ? gapOf(key) : false),
    );
    if (isAws !== false) return [{ fault: own, severity: 'warning', verdict: isAws, when: both }];
    const declared = workspace.follow(key, 'encryption-key');
    if (declared === undefined || !('resource' in declared)) return [];
    const fault = 'is encrypted with a key that does not let Incident Manager decrypt';
    return [...declared.policy].flatMap((document) => {
      const so = combine(both, document.when);
      if (so === undefined || document.isAbsent === true) return [];
      return lackingGrant([document], 'kms:Decrypt', so).map((found) => ({
        ...found,
        fault,
        severity: 'warning' as const,
      }));
    });
  });
}

function policyFaults(secret: View<'secret'>, when: Assumptions, workspace: Workspace): SecretFault[] {
  const documents = [...secret.policy, ...(policiesIn(workspace).get(secret.resource) ?? [])].filter(
    (document) => document.isAbsent !== true,
  );
  const open = documents.flatMap((document) => {
    const statements = statementsOf(document);
    return statements.flatMap((statement): SecretFault[] => {
      const verdict = all(statementIsPublic(statement), not(isTakenBack(statement, statements)));
      const both = combine(when, statement.when);
      const fault = 'has a policy that opens it to everybody';
      return both === undefined || verdict !== true
        ? []
        : [{ fault, severity: 'error', verdict, when: both }];
    });
  });
  const fault = 'has no policy that lets Incident Manager read it';
  const lacking = lackingGrant(documents, 'secretsmanager:GetSecretValue', when).map(
    (found): SecretFault => ({
      ...found,
      verdict: all(found.verdict, workspace.unread ?? true),
      fault,
      severity: 'warning',
    }),
  );
  return [...open, ...lacking];
}

/** In which arms of conditions no statement lets Incident Manager do something. */
function lackingGrant(documents: readonly Leaf[], action: string, when: Assumptions): Judgement[] {
  const candidates = documents.flatMap((document) => {
    const statements = statementsOf(document);
    return statements.flatMap((statement): Judgement[] => {
      const both = combine(when, statement.when);
      const verdict = all(
        statement.allows,
        namesService(statement, incidentManagerPrincipal),
        any(statement.notActions.length > 0, ...statement.actions.map((leaf) => allows(leaf, action))),
        admitsService(statement),
        not(isTakenBack(statement, statements)),
      );
      return both === undefined ? [] : [{ verdict, when: both }];
    });
  });
  return lackingIn(candidates, when);
}

function allows(leaf: Leaf, action: string): Tri {
  return leaf.test((text) => {
    if (!actionCovers(widest(text), action)) return false;
    return hasGap(text) ? gapOf(leaf) : true;
  });
}

const known = new WeakMap<Workspace, ReadonlyMap<Resource, readonly Leaf[]>>();

/** The policies of each secret that stand in resources of their own. */
function policiesIn(workspace: Workspace): ReadonlyMap<Resource, readonly Leaf[]> {
  const kept = known.get(workspace);
  if (kept !== undefined) return kept;
  const policies = new Map<Resource, Leaf[]>();
  for (const { secret: ids, document: documents } of workspace.all('secret-policy'))
    for (const id of ids) {
      const secret = workspace.follow(id, 'secret');
      if (secret === undefined || !('resource' in secret)) continue;
      policies.set(secret.resource, [...(policies.get(secret.resource) ?? []), ...documents]);
    }
  known.set(workspace, policies);
  return policies;
}

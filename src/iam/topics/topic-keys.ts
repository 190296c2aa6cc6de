import { isNoKey, keysNamed, policiesOfKey } from '../../model/chat/encryption-keys.js';
import { condensed, lackingIn } from '../../model/lacking.js';
import type { Leaf } from '../../model/leaf.js';
import type { Judgement } from '../../model/unanimous.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import { combine } from '../../value/assumption.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import type { Action } from '../policy/actions.js';
import { gapOf, hasGap, widest } from '../policy/gap.js';
import { globsMeet } from '../policy/glob.js';
import { namesAction } from '../policy/grants.js';
import { isAnonymous, namesService } from '../policy/principals.js';
import { admitsService } from '../policy/service-conditions.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';
import { incidentManagerPrincipal } from './topic-publishing.js';

/** What a topic's encryption key keeps from Incident Manager, in one arm of conditions. */
export interface KeyJudgement extends Judgement {
  /** The value that names the key. */
  readonly at: Leaf;
  /** A clause that says why, after the topic's name. */
  readonly fault: string;
  /** The key, where a scanned template declares it. */
  readonly key: View<'encryption-key'> | undefined;
}

/** What a service needs to publish to an encrypted topic (Amazon SNS developer guide, key management). */
const needed: readonly Action[] = ['GenerateDataKey', 'Decrypt'].map((name) => {
  return { service: 'kms', name, level: 'Write', resourceTypes: ['key'] };
});

/**
 * Whether the key of a topic keeps Incident Manager from publishing: AWS's own key for SNS, whose policy nobody can
 * change, or a key of which no statement lets the service make data keys and decrypt.
 */
export function judgeTopicKey(topic: View<'topic'>, workspace: Workspace): KeyJudgement[] {
  return [...topic.key].flatMap((at): KeyJudgement[] => {
    if (isNoKey(at) === true) return [];
    const isManaged = isManagedKey(at);
    if (isManaged !== false) {
      const fault = 'is encrypted with AWS’s own key for SNS, which no service can publish with';
      return [{ at, fault, key: undefined, verdict: isManaged, when: at.when }];
    }
    const fault = 'is encrypted with a key that does not let Incident Manager use it';
    return keysNamed(at, workspace).flatMap(({ key, when }): KeyJudgement[] => {
      if (!('resource' in key)) return [{ at, fault, key: undefined, verdict: key, when }];
      const lacks = grantsOf(key, workspace).flatMap((grants) => lackingIn(grants, when));
      const worst = lacks.find(({ verdict }) => verdict === true) ?? lacks[0];
      return worst === undefined ? [] : [{ ...worst, at, fault, key }];
    });
  });
}

function isManagedKey(leaf: Leaf): Tri {
  return leaf.test((text) => {
    if (/(?:^|[:/])alias\/aws\/sns$/.test(text)) return true;
    // A reference is to a key or an alias of the workspace, and never to AWS's own.
    if (leaf.value.kind === 'reference' || !hasGap(text)) return false;
    return globsMeet(widest(text), '*alias/aws/sns') ? gapOf(leaf) : false;
  });
}

type Grants = readonly (readonly Judgement[])[];

const known = new WeakMap<Workspace, Map<View<'encryption-key'>, Grants>>();

/** For each thing that is needed, what may let Incident Manager do it. Many topics can have one key: it is read once. */
function grantsOf(key: View<'encryption-key'>, workspace: Workspace): Grants {
  let ofKeys = known.get(workspace);
  if (ofKeys === undefined) known.set(workspace, (ofKeys = new Map<View<'encryption-key'>, Grants>()));
  let grants = ofKeys.get(key);
  if (grants === undefined) {
    const { documents, doubt } = policiesOfKey(key, workspace);
    const possible: Judgement[] = doubt === undefined ? [] : [{ verdict: doubt, when: key.when }];
    const statements = documents.flatMap(statementsOf);
    grants = needed.map((action) =>
      condensed([...statements.flatMap((statement) => grantsBy(statement, key, action)), ...possible]),
    );
    ofKeys.set(key, grants);
  }
  return grants;
}

function grantsBy(statement: Statement, key: View<'encryption-key'>, action: Action): Judgement[] {
  const common = all(
    statement.allows,
    any(namesService(statement, incidentManagerPrincipal), isAnonymous(statement)),
    admitsService(statement),
  );
  if (common === false) return [];
  const { actions, notActions } = statement;
  const others = not(any(...notActions.map((leaf) => namesAction(leaf, action))));
  const ways = [
    ...actions.map((leaf): Judgement => ({ verdict: namesAction(leaf, action), when: leaf.when })),
    ...(notActions.length === 0 ? [] : [{ verdict: others, when: statement.when }]),
  ];
  return ways.flatMap((way): Judgement[] => {
    const verdict = all(common, way.verdict);
    const when = combine(key.when, way.when);
    return verdict === false || when === undefined ? [] : [{ verdict, when }];
  });
}

import { withText, type Node } from '../../parse/node.js';
import type { Path } from '../../text/place.js';
import { callOf } from './call.js';
import { child } from './evaluator.js';
import { keptAt, listAt, mapAt, textAt } from './moved.js';

/** What becomes of one entry of `Policies`; undefined for what is none of the sort that is asked for. */
type Sort = (entry: Node) => Node | undefined;

/**
 * The managed policies among a resource's `Policies`, as a role names them: by ARN. AWS SAM takes AWS's own by their
 * names as well (AWS SAM developer guide, "Policies" of AWS::Serverless::Function).
 */
export function managedIn(policies: Node, path: Path): Node {
  return sorted(policies, path, (entry) => {
    if (entry.kind !== 'scalar' || entry.tag !== undefined) return isCall(entry) ? entry : undefined;
    const isName = entry.type === 'string' && !entry.text.includes(':');
    return isName ? withText(entry, `arn:aws:iam::aws:policy/${entry.text}`) : entry;
  });
}

/**
 * The policies that are stated there, as a role states them. Policy templates such as `S3ReadPolicy` are left out: none
 * of the 81 grants anything that rules ask about (aws/serverless-application-model, policy_templates.json).
 */
export function statedIn(policies: Node, path: Path): Node {
  return sorted(policies, path, (entry) =>
    child(entry, 'Statement') === undefined
      ? undefined
      : mapAt(entry, [{ key: 'PolicyDocument', keySpan: entry.span, value: entry }]),
  );
}

function sorted(policies: Node, path: Path, sort: Sort): Node {
  const whole = keptAt(policies, path);
  if (policies.kind !== 'list' || policies.tag !== undefined) {
    const found = inArms(policies, path, sort);
    return listAt(whole, found === undefined ? [] : [found]);
  }
  const items = policies.items.flatMap((item, index) => {
    const found = inArms(item, { parent: whole.origin?.path, key: index }, sort);
    return found === undefined ? [] : [found];
  });
  return listAt(whole, items);
}

/** The entry itself, or an `Fn::If` with what is left of its arms. */
function inArms(entry: Node, path: Path, sort: Sort): Node | undefined {
  const kept = keptAt(entry, path);
  const call = callOf(kept, kept.origin?.path);
  if (call?.name !== 'Fn::If' || call.argument.kind !== 'list') return sort(kept);
  const { argument } = call;
  const [condition, ...arms] = argument.items;
  const found = arms.map((arm, index) => armOf(arm, { parent: call.path, key: index + 1 }, sort));
  if (condition === undefined || found.every((arm) => arm === undefined)) return undefined;
  const items = [condition, ...found.map((arm) => arm ?? nothingAt(kept))];
  const choice = listAt(keptAt(argument, call.path), items);
  return mapAt(kept, [{ key: 'Fn::If', keySpan: kept.span, value: choice }]);
}

/** An arm may be a list, whose items then count one by one. */
function armOf(arm: Node, path: Path, sort: Sort): Node | undefined {
  if (arm.kind !== 'list' || arm.tag !== undefined) return inArms(arm, path, sort);
  const list = sorted(arm, path, sort);
  return list.kind === 'list' && list.items.length > 0 ? list : undefined;
}

function nothingAt(at: Node): Node {
  return mapAt(at, [{ key: 'Ref', keySpan: at.span, value: textAt(at, 'AWS::NoValue') }]);
}

function isCall(node: Node): boolean {
  return callOf(node, undefined) !== undefined;
}

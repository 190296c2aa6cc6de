import { condensed, lackingIn } from '../model/lacking.js';
import type { Leaf } from '../model/leaf.js';
import type { Judgement } from '../model/unanimous.js';
import type { View } from '../model/view.js';
import type { Workspace } from '../model/workspace.js';
import type { Severity } from '../report/finding.js';
import type { Place } from '../text/place.js';
import { combine } from '../value/assumption.js';
import { all, any, not, type Doubt } from '../value/tri.js';
import type { Action } from './policy/actions.js';
import { statementIsPublic } from './policy/conditions.js';
import { isTakenBack } from './policy/covers.js';
import { namesAction } from './policy/grants.js';
import { isAnonymous, namesService } from './policy/principals.js';
import { admitsService, limitsSource } from './policy/service-conditions.js';
import { statementsOf } from './policy/statements.js';

/** What is wrong with the bucket of a trail, in one arm of conditions. */
export interface BucketFault extends Judgement {
  /** A clause that follows the trail's name. */
  readonly fault: string;
  readonly severity: Severity;
  /** The statement to blame. */
  readonly statement: Place | undefined;
}

interface BucketPolicies {
  readonly byBucket: ReadonlyMap<View<'bucket'>, readonly Leaf[]>;
  /** Why there may be another policy. */
  readonly doubt: Doubt | undefined;
}

const outside: Doubt = {
  why: 'the bucket of the trail is declared outside the scanned files',
  settle: 'the template that declares the bucket and its policy among the scanned files',
};

const cloudTrail = 'cloudtrail.amazonaws.com';
const open = 'has a bucket whose policy lets everybody in';
const shared =
  'has a bucket that trails of any account can write to: its policy has no condition on aws:SourceArn';

const [getBucketAcl, putObject] = [s3('GetBucketAcl'), s3('PutObject')];

function s3(name: string): Action {
  return { service: 's3', name, level: 'Write', resourceTypes: ['bucket'] };
}

/**
 * What is wrong with the policies of a trail's bucket: they open it to everybody, keep CloudTrail from looking at the
 * bucket's owner, or let the trails of any account write to it (CloudTrail user guide: Amazon S3 bucket policy).
 */
export function bucketFaultsOf(name: Leaf, workspace: Workspace): BucketFault[] {
  const bucket = workspace.follow(name, 'bucket');
  if (bucket === undefined || !('resource' in bucket)) {
    const verdict = name.doubt ?? outside;
    return [{ verdict, when: name.when, fault: '', severity: 'info', statement: undefined }];
  }
  const when = combine(name.when, bucket.when);
  return faultsOf(bucket, workspace).flatMap((found) => {
    const both = when && combine(when, found.when);
    return both === undefined ? [] : [{ ...found, when: both }];
  });
}

const known = new WeakMap<Workspace, Map<View<'bucket'>, readonly BucketFault[]>>();

/** Many trails can have one bucket: it is judged once. */
function faultsOf(bucket: View<'bucket'>, workspace: Workspace): readonly BucketFault[] {
  let ofBuckets = known.get(workspace);
  if (ofBuckets === undefined) known.set(workspace, (ofBuckets = new Map<View<'bucket'>, BucketFault[]>()));
  let faults = ofBuckets.get(bucket);
  if (faults === undefined) {
    const { byBucket, doubt } = policiesOf(workspace);
    const documents = byBucket.get(bucket) ?? [];
    faults = [...lackOfAcl(bucket, documents, doubt), ...openingsIn(documents)];
    ofBuckets.set(bucket, faults);
  }
  return faults;
}

function lackOfAcl(
  bucket: View<'bucket'>,
  documents: readonly Leaf[],
  doubt: Doubt | undefined,
): BucketFault[] {
  const grants = documents.flatMap(statementsOf).map((statement): Judgement => {
    const verdict = all(
      statement.allows,
      any(namesService(statement, cloudTrail), isAnonymous(statement)),
      any(...statement.actions.map((action) => namesAction(action, getBucketAcl))),
      admitsService(statement),
    );
    return { verdict, when: statement.when };
  });
  const others: Judgement[] = doubt === undefined ? [] : [{ verdict: doubt, when: bucket.when }];
  const fault =
    'has a bucket that no policy lets CloudTrail check (s3:GetBucketAcl), so that nothing is delivered';
  return lackingIn(condensed([...grants, ...others]), bucket.when).map((lack) => {
    return { ...lack, fault, severity: 'warning', statement: undefined };
  });
}

function openingsIn(documents: readonly Leaf[]): BucketFault[] {
  const found: { open: BucketFault[]; shared: BucketFault[] } = { open: [], shared: [] };
  for (const document of documents) {
    const statements = statementsOf(document);
    for (const statement of statements) {
      const { place, when, actions } = statement;
      const letsIn = statementIsPublic(statement);
      const isPublic = letsIn === false ? false : all(letsIn, not(isTakenBack(statement, statements)));
      const isForAnyTrail = all(
        statement.allows,
        namesService(statement, cloudTrail),
        any(...actions.map((action) => namesAction(action, putObject))),
        not(limitsSource(statement)),
      );
      found.open.push({ verdict: isPublic, when, fault: open, severity: 'error', statement: place });
      found.shared.push({ verdict: isForAnyTrail, when, fault: shared, severity: 'info', statement: place });
    }
  }
  return [...condensed(found.open), ...condensed(found.shared)];
}

const indexes = new WeakMap<Workspace, BucketPolicies>();

function policiesOf(workspace: Workspace): BucketPolicies {
  let index = indexes.get(workspace);
  if (index === undefined) indexes.set(workspace, (index = indexOf(workspace)));
  return index;
}

function indexOf(workspace: Workspace): BucketPolicies {
  const byBucket = new Map<View<'bucket'>, Leaf[]>();
  let doubt = workspace.unread;
  for (const { bucket: named, document } of workspace.all('bucket-policy'))
    for (const leaf of named) {
      const bucket = workspace.follow(leaf, 'bucket');
      if (bucket === undefined) continue;
      // A literal name is of a bucket of elsewhere.
      if ('why' in bucket) doubt ??= leaf.value.kind === 'text' ? undefined : bucket;
      else {
        const same = byBucket.get(bucket);
        if (same === undefined) byBucket.set(bucket, [...document]);
        else same.push(...document);
      }
    }
  return { byBucket, doubt };
}

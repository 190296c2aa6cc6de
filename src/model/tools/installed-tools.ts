import { alternatives } from '../../value/select.js';
import { any, type Doubt, type Tri } from '../../value/tri.js';
import type { Value } from '../../value/value.js';
import { isOlder, readVersion, type Version } from '../../value/version.js';
import { anything, someLiteral, type Leaf } from '../leaf.js';
import type { Minimums } from './tool-age.js';

/** An old tool that a script installs, or may install. */
export interface Installation {
  readonly verdict: Tri;
  readonly at: Leaf;
  /** The tool, as the object of "installs". */
  readonly tool: string;
}

/** A number with dots, or the gap that stands in its place. No part can grow without bound, so every search is linear. */
const version = `["']?v?(\\d{1,6}(?:\\.\\d{1,6}){0,3}|[${someLiteral}${anything}])`;

/** How scripts name the version of the AWS CLI: to pip and apt, to Chocolatey, in AWS's own archives, to Docker. */
const cli = [
  `\\bawscli *(?:={1,3}|~=|<=) *${version}`,
  `\\bawscli\\b[^\\n;|&]{0,100}?--version[ =]+${version}`,
  `\\bawscli-bundle-${version}`,
  `\\bawscli-exe-linux-\\w{1,16}-${version}`,
  `\\bawscli(?:v2|32|64)(?:py3)?-${version}`,
  `\\bamazon/aws-cli:${version}`,
].map((source) => new RegExp(source, 'gi'));

/** The modules of the AWS Tools for PowerShell have one version; that which installs them has its own. */
const powershell = [
  `\\bAWS(?:PowerShell|\\.Tools\\.(?!Installer\\b)\\w{1,64})\\b[^\\n;|]{0,200}?-(?:Required|Maximum)Version[ :]+${version}`,
].map((source) => new RegExp(source, 'gi'));

interface Sort {
  readonly patterns: readonly RegExp[];
  readonly tool: string;
  /** From which version on it counts; undefined: from the first. */
  readonly from?: Version;
  readonly below: Version;
}

/** AWS keeps no list of versions that are too old: what counts without a minimum of the user's, as of November 2026. */
const hint = '2.22.0';

function sortsOf({ awsCli = hint, powershell: module }: Minimums): readonly Sort[] {
  const two: Version = [2, 0, 0];
  const five: Version = [5, 0, 0];
  const least = readVersion(module ?? '') ?? five;
  return [
    // Banner of the AWS CLI 1 reference: in maintenance since 5 August 2026, supported until 15 July 2027.
    { patterns: cli, tool: 'AWS CLI 1, which has been in maintenance since August 2026', below: two },
    {
      patterns: cli,
      tool: `a version of AWS CLI 2 older than ${awsCli}`,
      from: two,
      below: readVersion(awsCli) ?? two,
    },
    // AWS Developer Tools Blog, "AWS Tools for PowerShell v4 Maintenance Mode Announcement".
    {
      patterns: powershell,
      tool: 'AWS Tools for PowerShell of a version before 5, without support since June 2026',
      below: five,
    },
    {
      patterns: powershell,
      tool: `AWS Tools for PowerShell of a version before ${module ?? '5'}`,
      from: five,
      below: least,
    },
  ];
}

/** The old tools that the commands of a script name with their versions. */
export function installedBy(commands: Iterable<Leaf>, minimums: Minimums): Installation[] {
  const sorts = sortsOf(minimums);
  const left = { values: mostValues };
  return [...commands].flatMap((leaf): Installation[] => {
    const found = textsIn(leaf, left).flatMap((at) => installedIn(at, sorts));
    return left.values < 0 ? [...found, { verdict: tooLong, at: leaf, tool: 'a tool' }] : found;
  });
}

function installedIn(at: Leaf, sorts: readonly Sort[]): Installation[] {
  if (at.doubt !== undefined) return [{ verdict: at.doubt, at, tool: 'a tool' }];
  const all = sorts.map((sort) => ({ verdict: installs(at, sort), at, tool: sort.tool }));
  const found = all.filter(({ verdict }) => verdict === true);
  return found.length > 0 ? found : all.filter(({ verdict }) => verdict !== false).slice(0, 1);
}

function installs(leaf: Leaf, { patterns, from, below }: Sort): Tri {
  return leaf.test((text) => {
    const script = decoded(text);
    return any(
      ...patterns.flatMap((pattern) =>
        [...script.matchAll(pattern)].map(([, found = '']): Tri => {
          const named = readVersion(found);
          // A gap in place of the version.
          if (named === undefined) return leaf.is(() => false);
          return isOlder(named, below) && (from === undefined || !isOlder(named, from));
        }),
      ),
    );
  });
}

/** User data can stand in a template as Base64. */
function decoded(text: string): string {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]{16,}={0,2}$/.test(text)) return text;
  return atob(text);
}

/** More values than this are not looked at: where they share their parts, a short script can have any number. */
const mostValues = 10_000;

const tooLong: Doubt = {
  why: 'the script has more parts than are looked at',
  settle: 'a script of fewer parts',
};

/** Every text in a value, while there are values left to look at. */
function textsIn(leaf: Leaf, left: { values: number }): Leaf[] {
  left.values -= 1;
  if (left.values < 0) return [];
  const parts = partsOf(leaf);
  if (parts === undefined) return [leaf];
  return parts.flatMap((part) =>
    alternatives(part, leaf.when).flatMap(({ value, when }) => textsIn(leaf.inner(value, when), left)),
  );
}

function partsOf({ value }: Leaf): readonly Value[] | undefined {
  if (value.kind === 'list') return value.items;
  return value.kind === 'map' ? value.entries.map((entry) => entry.value) : undefined;
}

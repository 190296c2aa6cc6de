/** Why a question cannot be answered, and what would settle it. */
export interface Doubt {
  /** A clause that completes "cannot tell, because …". */
  readonly why: string;
  /** What the user can give or change so that it is known. */
  readonly settle: string;
}

/** Yes, no, or a doubt. A rule hands it to `report` as it is and never turns a doubt into a boolean. */
export type Tri = boolean | Doubt;

export function isDoubt(tri: Tri): tri is Doubt {
  return typeof tri === 'object';
}

/** The opposite; a doubt stays a doubt. */
export function not(tri: Tri): Tri {
  return isDoubt(tri) ? tri : !tri;
}

/** True if all are true, false if one is false (whatever the doubts), else the first doubt. */
export function all(...tris: readonly Tri[]): Tri {
  if (tris.includes(false)) return false;
  return tris.find(isDoubt) ?? true;
}

/** True if one is true (whatever the doubts), false if all are false, else the first doubt. */
export function any(...tris: readonly Tri[]): Tri {
  if (tris.includes(true)) return true;
  return tris.find(isDoubt) ?? false;
}

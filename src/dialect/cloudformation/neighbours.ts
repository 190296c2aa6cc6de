import type { AssemblyTemplate } from '../../parse/assembly-template.js';
import { NestedStacks } from './nested-stacks.js';
import { StackOutputs } from './stack-outputs.js';

/** What a template's values may come from besides itself and exports. */
export interface Neighbours {
  readonly nested: NestedStacks;
  readonly outputs: StackOutputs;
  /** What the cloud assembly says about the template. */
  readonly assembly: AssemblyTemplate | undefined;
}

/** The neighbours of a template that stands alone. */
export function noNeighbours(): Neighbours {
  return { nested: new NestedStacks(), outputs: new StackOutputs(), assembly: undefined };
}

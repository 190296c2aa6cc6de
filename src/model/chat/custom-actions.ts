import type { Resource } from '../../dialect/resource.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import type { Tri } from '../../value/tri.js';
import { isIncidentChat } from './chat.js';
import { anything, someLiteral, type Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A chat configuration that offers a custom action to its channel. */
export interface Offer {
  readonly configuration: View<'chat-configuration'>;
  readonly when: Assumptions;
  /** Whether a response plan is known to use the channel. */
  readonly isIncident: boolean;
}

const known = new WeakMap<Workspace, ReadonlyMap<Resource, Offer>>();

/** By which channel a custom action is offered, one of incidents before any other; undefined where none is known to. */
export function offerOf(action: View<'custom-action'>, workspace: Workspace): Offer | undefined {
  let offers = known.get(workspace);
  if (offers === undefined) {
    offers = readOffers(workspace);
    known.set(workspace, offers);
  }
  return offers.get(action.resource);
}

function readOffers(workspace: Workspace): ReadonlyMap<Resource, Offer> {
  const offers = new Map<Resource, Offer>();
  for (const configuration of workspace.all('chat-configuration')) {
    const leaves = [...configuration.customizations];
    const isIncident = leaves.length > 0 && isIncidentChat(configuration.topics, workspace);
    for (const leaf of leaves) {
      const action = workspace.follow(leaf, 'custom-action');
      if (action === undefined || !('resource' in action)) continue;
      const when = combine(action.when, leaf.when);
      const first = offers.get(action.resource);
      if (when === undefined || (first !== undefined && (first.isIncident || !isIncident))) continue;
      offers.set(action.resource, { configuration, when, isIncident });
    }
  }
  return offers;
}

/** What changes or runs something at a click: calls that delete, end or overwrite, functions, and changes in IAM. */
const risky =
  /^(?:lambda invoke|iam (?!(?:list|get|generate|simulate)-)[\w-]+|[\w-]+ (?:delete|terminate|put|remove|revoke|detach|disable|stop)-[\w-]+)(?= |$)/;

/** Whether a command of the channel, as in `lambda invoke --function-name …`, does something that cannot be taken back. */
export function isRiskyCommand(command: Leaf): Tri {
  return command.test((text) => {
    const [first = '', second = '', third = ''] = text.trim().toLowerCase().split(/\s+/, 3);
    const words = /^@?aws$/.test(first) ? [second, third] : [first, second];
    if (risky.test(words.join(' '))) return true;
    const isOpen = words.some((word) => word.includes(anything) || word.includes(someLiteral));
    const gap = command.is(() => true);
    return isOpen ? gap : false;
  });
}

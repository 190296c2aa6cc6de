import { anything, type Leaf } from '../../model/leaf.js';
import { isChatEndpoint, type Subscription } from '../../model/chat/topic-subscriptions.js';
import type { Judgement } from '../../model/unanimous.js';
import type { Severity } from '../../report/finding.js';
import { combine } from '../../value/assumption.js';
import { any, not, type Doubt, type Tri } from '../../value/tri.js';
import { gapOf, hasGap, widest } from '../policy/gap.js';
import { globsMeet } from '../policy/glob.js';

/** A subscription by which the messages of a topic leave the chat channel and the account. */
export interface ExtraSubscriber extends Judgement {
  readonly at: Leaf;
  /** Where they go, as an adverb. */
  readonly where: string;
  readonly severity: Severity;
}

interface Way {
  readonly protocols: readonly string[];
  readonly where: string;
  readonly severity: Severity;
  readonly leaves: (endpoint: Leaf, account: string | undefined) => Tri;
}

/** The protocols of SNS (API reference, Subscribe), but for `application`: whose phone an app is on, no template says. */
const ways: readonly Way[] = [
  {
    protocols: ['http'],
    where: 'to a web address, and unencrypted',
    severity: 'error',
    leaves: () => true,
  },
  {
    protocols: ['https'],
    where: 'to a web address',
    severity: 'warning',
    leaves: (endpoint) => not(any(isChatEndpoint(endpoint), mayBeChatEndpoint(endpoint))),
  },
  { protocols: ['email', 'email-json'], where: 'by e-mail', severity: 'warning', leaves: () => true },
  { protocols: ['sms'], where: 'by text message', severity: 'warning', leaves: () => true },
  {
    protocols: ['sqs', 'lambda', 'firehose'],
    where: 'to a resource of another account',
    severity: 'warning',
    leaves: isOfAnotherAccount,
  },
];

/**
 * How a subscription lets messages of a topic out, in each arm of its conditions.
 *
 * @param account the topic's account, where it is known.
 */
export function extraSubscribers(
  { protocol, endpoint }: Pick<Subscription, 'protocol' | 'endpoint'>,
  account: string | undefined,
): ExtraSubscriber[] {
  return [...protocol].flatMap((at) =>
    [...endpoint].flatMap((leaf): ExtraSubscriber[] => {
      const when = combine(at.when, leaf.when);
      if (when === undefined) return [];
      const verdict = at.test((text) => {
        if (hasGap(text)) return gapOf(at);
        return ways.find(({ protocols }) => protocols.includes(text))?.leaves(leaf, account) ?? false;
      });
      const way = ways.find(({ protocols }) => at.is((text) => protocols.includes(text)) === true);
      const { where, severity } = way ?? { where: 'elsewhere', severity: 'warning' };
      return verdict === false ? [] : [{ verdict, at, when, where, severity }];
    }),
  );
}

/** A doubt where gaps in the host of an address leave it open whether it is the chat service's. */
function mayBeChatEndpoint(endpoint: Leaf): Tri {
  return endpoint.test((text) => {
    const [host = ''] = /^(?:https:\/\/)?[^/?#]*/.exec(text) ?? [];
    return hasGap(host) && globsMeet(widest(host), '*sns-api.chatbot.amazonaws.com')
      ? gapOf(endpoint)
      : false;
  });
}

const unknownAccount: Doubt = {
  why: 'it is not known whether the account of the endpoint is that of the topic',
  settle: 'account.id in the configuration',
};

/** What is referred to here, or named by the template's own account, is of the same account. */
function isOfAnotherAccount(endpoint: Leaf, account: string | undefined): Tri {
  return endpoint.test((text) => {
    const named = text.split(':')[4];
    if (named === undefined || named === anything) return text.includes(anything) ? gapOf(endpoint) : false;
    if (!/^\d{12}$/.test(named)) return false;
    return account === undefined ? unknownAccount : named !== account;
  });
}

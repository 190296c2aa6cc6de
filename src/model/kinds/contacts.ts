import type { KindSpec } from '../kind.js';

/** Contacts, their channels and their engagement plans. */
export const contactKinds = {
  'contact-channel': {
    cloudformation: ['AWS::SSMContacts::ContactChannel'],
    fields: {
      contact: { cloudformation: 'ContactId' },
      type: { cloudformation: 'ChannelType' },
      channelName: { cloudformation: 'ChannelName' },
      address: { cloudformation: 'ChannelAddress' },
      deferred: { cloudformation: 'DeferActivation', default: 'false' },
      /** `ACTIVATED` or `NOT_ACTIVATED`: no template says it, and a state or the account does. */
      activation: { terraform: 'activation_status', evidence: 'ActivationStatus' },
    },
  },
  contact: {
    cloudformation: ['AWS::SSMContacts::Contact'],
    fields: {
      alias: { cloudformation: 'Alias' },
      type: { cloudformation: 'Type' },
    },
  },
  'engagement-plan': {
    cloudformation: ['AWS::SSMContacts::Contact', 'AWS::SSMContacts::Plan'],
    fields: {
      contact: { cloudformation: { 'AWS::SSMContacts::Plan': 'ContactId' } },
      stages: {
        cloudformation: { 'AWS::SSMContacts::Contact': 'Plan[]', 'AWS::SSMContacts::Plan': 'Stages[]' },
        fields: {
          duration: { cloudformation: 'DurationInMinutes' },
          targets: {
            cloudformation: 'Targets[]',
            fields: {
              channel: { cloudformation: 'ChannelTargetInfo.ChannelId' },
              contact: { cloudformation: 'ContactTargetInfo.ContactId' },
            },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

import type { Minimums } from '../model/tools/tool-age.js';

/** What the user declares in the configuration and rules may rely on. */
export interface Settings {
  readonly chat: {
    readonly privateSlackChannelIds: readonly string[];
    readonly privateTeamsChannelIds: readonly string[];
    readonly publicSlackChannelIds: readonly string[];
    /** Channel IDs that several response plans may share. */
    readonly sharedChannelsAllowed: readonly string[];
  };
  /** What exists, but in another repository: each with the reference that the report shows. */
  readonly external: {
    readonly cloudtrail?: string;
    readonly chatbotOrgPolicy?: string;
    readonly scp?: string;
    readonly resourceGroups?: string;
    readonly healthMonitoring?: string;
    readonly trustedAdvisor?: string;
    readonly securityContact?: string;
  };
  readonly contacts: {
    /** The domains that e-mail addresses of channels may have; undefined: any. */
    readonly allowedEmailDomains?: readonly string[];
    /** The key of the tag that says on which day a contact was last reviewed; undefined: nobody writes it down. */
    readonly reviewTag?: string;
    /** How many days a review holds, and how far ahead a rotation may start. */
    readonly maxAgeDays: number;
  };
  readonly iam: {
    /** Logical IDs or role names whose sharing and destructive rights are intended. */
    readonly breakGlassRoles: readonly string[];
  };
  readonly tags: {
    /** The keys that everything taggable of Incident Manager has to have. */
    readonly required: readonly string[];
  };
  readonly tools: {
    /** The oldest versions that the user takes. */
    readonly minimum: Minimums;
  };
  /** The account that the templates are deployed to. */
  readonly account: { readonly id?: string };
  readonly org: {
    /** Accounts, organizations and organizational units that belong to the user: twelve digits, or ARNs. */
    readonly principals: readonly string[];
  };
}

export const defaultSettings: Settings = {
  chat: {
    privateSlackChannelIds: [],
    privateTeamsChannelIds: [],
    publicSlackChannelIds: [],
    sharedChannelsAllowed: [],
  },
  external: {},
  contacts: { maxAgeDays: 90 },
  iam: { breakGlassRoles: [] },
  tags: { required: [] },
  tools: { minimum: {} },
  account: {},
  org: { principals: [] },
};

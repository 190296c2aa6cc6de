import { diffTemplate, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { MapNode } from '../parse/node.js';
import type { Effect, TemplateChange } from '../model/change.js';
import { plainTemplate } from './plain-template.js';

const effects: Readonly<Record<ResourceImpact, Effect>> = {
  [ResourceImpact.WILL_CREATE]: 'created',
  [ResourceImpact.WILL_IMPORT]: 'created',
  [ResourceImpact.WILL_UPDATE]: 'updated',
  [ResourceImpact.NO_CHANGE]: 'updated',
  [ResourceImpact.MAY_REPLACE]: 'perhaps replaced',
  [ResourceImpact.WILL_REPLACE]: 'replaced',
  [ResourceImpact.WILL_DESTROY]: 'deleted',
  [ResourceImpact.WILL_ORPHAN]: 'released',
};

/**
 * What a deployment of the second template does to the resources of the first, as AWS's CDK compares templates. Its
 * verdict on broadened permissions is not used: it is wrong for narrowed statements and inside conditions.
 */
export function compareTemplates(before: MapNode, after: MapNode): TemplateChange {
  const difference = diffTemplate(plainTemplate(before), plainTemplate(after));
  const resources = new Map(
    difference.resources.logicalIds.map((name) => {
      const change = difference.resources.get(name);
      const causes = Object.entries(change.propertyUpdates)
        .filter(([, { changeImpact }]) => changeImpact === change.changeImpact)
        .map(([property]) => property);
      return [name, { effect: effects[change.changeImpact], causes }] as const;
    }),
  );
  const { additions, removals } = difference.iamChanges.statements;
  return { resources, statements: { added: additions.length, removed: removals.length } };
}

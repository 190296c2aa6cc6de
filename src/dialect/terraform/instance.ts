import type { Place } from '../../text/place.js';
import { enter, itemsOf, placeOf, textAt, textOf, type Located } from './located.js';
import { stepsOf } from './traversal.js';

/** An instance of a resource, or of a data source, as plans and states list it. */
export interface Instance {
  readonly isManaged: boolean;
  /** Whole, with modules and index: `module.a["x"].aws_sns_topic.t[0]`. */
  readonly address: string;
  /** The address without the index. */
  readonly base: string;
  /** The index, such as `["x"]`; empty where there is none. */
  readonly key: string;
  /** The address of its module; empty for the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** The text of its address. */
  readonly place: Place;
  readonly values: Located | undefined;
  readonly sensitive: Located | undefined;
}

/** The instances of a module and of all modules in it (`values` of a state, `planned_values` of a plan). */
export function instancesIn(module: Located | undefined): Instance[] {
  if (module === undefined) return [];
  const own = itemsOf(enter(module, 'resources')).flatMap((resource) => {
    // A deposed object is to be destroyed and stands beside the one that replaced it.
    if (enter(resource, 'deposed_key') !== undefined) return [];
    const instance = instanceOf(resource, enter(resource, 'values'), enter(resource, 'sensitive_values'));
    return instance === undefined ? [] : [instance];
  });
  return [...own, ...itemsOf(enter(module, 'child_modules')).flatMap(instancesIn)];
}

/** What a plan or a state says of one resource; undefined for what has no address and no type. */
export function instanceOf(
  resource: Located,
  values: Located | undefined,
  sensitive: Located | undefined,
): Instance | undefined {
  const at = enter(resource, 'address');
  const [address, type, name] = [textOf(at), textAt(resource, 'type'), textAt(resource, 'name')];
  if (at === undefined || address === undefined || type === undefined || name === undefined) return undefined;
  const key = address.endsWith(']') ? (stepsOf(address).at(-1) ?? '') : '';
  const isManaged = textAt(resource, 'mode') !== 'data';
  const base = address.slice(0, address.length - key.length);
  const own = `${isManaged ? '' : 'data.'}${type}.${name}`;
  return {
    isManaged,
    address,
    base,
    key,
    module: base.endsWith(`.${own}`) ? base.slice(0, -own.length - 1) : '',
    type,
    name,
    place: { ...placeOf(at), path: resource.path },
    values,
    sensitive,
  };
}

import { TemplateMemory } from '../dialect/template-memory.js';
import { ViewMemory } from '../model/view-memory.js';

/** What is kept from one `lint` of a workspace to the next one, so that only documents that changed are looked at anew. */
export class Memory {
  readonly templates = new TemplateMemory();
  readonly views = new ViewMemory();
}

import { expect } from 'chai';
import { createRequire } from 'node:module';
import { readTemplate } from '../../src/dialect/read-template.js';
import { ExportTable } from '../../src/dialect/template.js';
import type { MapValue, Value } from '../../src/value/value.js';
import { corpusFiles, hasCorpus, parseCorpusFile } from './files.js';

/** What AWS's own offline validator (@aws/cloudformation-validate, bundled in aws-cdk-lib) makes of a value. */
type Resolved =
  | { Concrete: { value: unknown } }
  | { List: { items: Resolved[] } }
  | { Map: { entries: { key: string; value: Resolved }[] } }
  | { Enum: { variants: Resolved[] } }
  | { Conditional: { condition: string; if_true: Resolved; if_false: Resolved } }
  | { Reference: { target: string } }
  | { Dynamic: unknown }
  | { TypedDynamic: unknown };

interface TemplateModel {
  resources(): Record<string, { resourceType: string; properties: Record<string, Resolved> }>;
  sourceLocation(path: string): { startLine: number; startColumn: number } | null;
  free(): void;
}

interface Validator {
  TemplateModel: new (content: object) => TemplateModel;
  TemplateContent: new (text: string, name: string) => object;
}

/** The bundled copy; npm's own latest has another interface. */
function loadValidator(): Validator {
  const fromCdk = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
  return fromCdk('@aws/cloudformation-validate') as Validator;
}

interface Comparison {
  compared: number;
  disagreements: string[];
}

/** Both sides give a value for what is compared; what one of them leaves open is passed over. */
function compare(ours: Value, theirs: Resolved, path: string, result: Comparison): void {
  const [arm, ...otherArms] = ours.kind === 'choice' ? ours.arms : [];
  if (arm !== undefined && otherArms.length === 0) compare(arm.value, theirs, path, result);
  else if ('Concrete' in theirs) compareConcrete(ours, theirs.Concrete.value, path, result);
  else if ('List' in theirs) {
    if (ours.kind === 'list' && ours.items.length === theirs.List.items.length)
      theirs.List.items.forEach((item, index) => {
        const own = ours.items[index];
        if (own !== undefined) compare(own, item, `${path}/${String(index)}`, result);
      });
    else if (ours.kind === 'list') disagree(ours, theirs, path, result);
  } else if ('Map' in theirs) {
    if (ours.kind === 'map')
      for (const { key, value } of theirs.Map.entries) {
        const entry = entryAt(ours, key);
        if (entry === undefined) disagree(ours, key, path, result);
        else compare(entry.value, value, `${path}/${key}`, result);
      }
  } else if ('Enum' in theirs) {
    if (ours.kind === 'one-of') {
      const texts = theirs.Enum.variants.flatMap((variant) =>
        'Concrete' in variant ? [String(variant.Concrete.value)] : [],
      );
      // The validator takes a Region for granted and so sees fewer rows of a mapping; of a parameter both see all.
      const same = ours.source.startsWith('mapping ')
        ? texts.every((text) => ours.texts.includes(text))
        : ours.texts.join() === texts.join();
      count(same, ours, theirs, path, result);
    }
  } else if ('Conditional' in theirs) {
    const { if_true: yes, if_false: no } = theirs.Conditional;
    if (ours.kind === 'choice' && ours.arms.length === 2)
      [yes, no].forEach((arm, index) => {
        const own = ours.arms[index];
        if (own !== undefined) compare(own.value, arm, path, result);
      });
  } else if ('Reference' in theirs && ours.kind === 'reference')
    count(ours.target.name === theirs.Reference.target, ours, theirs, path, result);
}

function compareConcrete(ours: Value, value: unknown, path: string, result: Comparison): void {
  if (ours.kind === 'text') count(sameScalar(ours.text, value), ours, value, path, result);
  else if (ours.kind === 'absent') count(value === null || value === '', ours, value, path, result);
  else if (ours.kind === 'list' && Array.isArray(value)) {
    if (count(ours.items.length === value.length, ours, value, path, result))
      ours.items.forEach((item, index) => {
        compare(
          item,
          { Concrete: { value: (value as unknown[])[index] } },
          `${path}/${String(index)}`,
          result,
        );
      });
  } else if (ours.kind === 'map' && typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      const entry = entryAt(ours, key);
      if (entry === undefined) disagree(ours, key, path, result);
      else compare(entry.value, { Concrete: { value: inner } }, `${path}/${key}`, result);
    }
}

function entryAt(map: MapValue, key: string): MapValue['entries'][number] | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** Numbers are compared as numbers: we keep `1.50` as it was written, the validator keeps 1.5. */
function sameScalar(text: string, value: unknown): boolean {
  return typeof value === 'number' ? Number(text) === value : String(value) === text;
}

function count(same: boolean, ours: Value, theirs: unknown, path: string, result: Comparison): boolean {
  if (same) result.compared += 1;
  else disagree(ours, theirs, path, result);
  return same;
}

function disagree(ours: Value, theirs: unknown, path: string, result: Comparison): void {
  const own = ours.kind === 'text' ? JSON.stringify(ours.text) : ours.kind;
  result.disagreements.push(`${path}: ${own} where AWS has ${JSON.stringify(theirs)}`);
}

const validator = loadValidator();

describe('resolution and places, compared with AWS’s own validator over the corpus', function () {
  this.timeout(300_000);
  const result: Comparison = { compared: 0, disagreements: [] };
  const keys: Comparison = { compared: 0, disagreements: [] };

  before(function () {
    if (!hasCorpus) this.skip();
    for (const path of corpusFiles('cfn-')) {
      const document = parseCorpusFile(path);
      if (document.root === undefined || document.problems.length > 0) continue;
      let model: TemplateModel;
      try {
        model = new validator.TemplateModel(new validator.TemplateContent(document.file.text, path));
      } catch {
        continue;
      }
      const theirs = model.resources();
      for (const { name, properties } of readTemplate(document, new ExportTable()).resources) {
        const resource = theirs[name];
        if (resource === undefined || properties.kind !== 'map') continue;
        for (const { key, keyPlace, value } of properties.entries) {
          const resolved = resource.properties[key];
          if (resolved !== undefined) compare(value, resolved, `${path}#${name}/${key}`, result);
          const location = model.sourceLocation(`Resources/${name}/Properties/${key}`);
          if (location === null) continue;
          const { line, column } = keyPlace.file.positionAt(keyPlace.span.start);
          if (line === location.startLine && column === location.startColumn) keys.compared += 1;
          else
            keys.disagreements.push(
              `${path}#${name}/${key}: ${String(line)}:${String(column)} where AWS has ${String(location.startLine)}:${String(location.startColumn)}`,
            );
        }
      }
      model.free();
    }
  });

  it('gives the same values wherever both give one', () => {
    expect(result.disagreements, result.disagreements.slice(0, 20).join('\n')).to.deep.equal([]);
    expect(result.compared).to.be.greaterThan(5_000);
  });

  it('places every property where AWS places it', () => {
    expect(keys.disagreements, keys.disagreements.slice(0, 20).join('\n')).to.deep.equal([]);
    expect(keys.compared).to.be.greaterThan(2_000);
  });
});

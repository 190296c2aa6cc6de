import { expect } from 'chai';
import { readTemplate } from '../../../src/dialect/read-template.js';
import { ExportTable, type Template } from '../../../src/dialect/template.js';
import { parseJson } from '../../../src/parse/json.js';
import { SourceFile } from '../../../src/text/source-file.js';
import { pointer } from '../../../src/text/place.js';
import { rawStateOf, stateOf, type Resources } from '../../terraform-documents.js';
import { show } from '../show.js';

function read(text: string): Template {
  return readTemplate(parseJson(new SourceFile('terraform.tfstate', text)), new ExportTable());
}

const arn = 'arn:aws:sns:eu-west-1:111122223333:chat';
const estate: Resources = {
  'aws_sns_topic.chat': { arn, id: arn, name: 'chat', policy: null },
  'module.a["x"].aws_sns_topic.t[0]': { name: 't0' },
  'module.a["x"].aws_sns_topic.t[1]': { name: 't1' },
  'module.a["x"].module.b.aws_sns_topic.u["k.l"]': { name: 'u' },
};

/** The document with a change. */
function patched(text: string, patch: (document: Patchable) => void): string {
  const document = JSON.parse(text) as Patchable;
  patch(document);
  return JSON.stringify(document);
}

interface Patchable {
  resources: { mode: string; instances: Record<string, unknown>[] }[];
  values: { root_module: { resources: Record<string, unknown>[] } };
}

for (const [name, write] of Object.entries({ 'as it is shown': stateOf, 'as it is stored': rawStateOf }))
  describe(`a Terraform state ${name}`, () => {
    it('gives every managed instance with its address and values', () => {
      const { resources, problems } = read(write(estate));
      expect(problems).to.deep.equal([]);
      expect(resources.map((resource) => resource.name)).to.deep.equal(Object.keys(estate));
      expect(resources.map(({ type }) => type)).to.deep.equal(resources.map(() => 'AWS::SNS::Topic'));
      const [chat] = resources;
      expect(chat && show(chat.properties)).to.equal(
        `{arn: "${arn}", id: "${arn}", name: "chat", policy: absent}`,
      );
      expect(chat?.identifiers).to.deep.equal([arn, arn]);
    });

    it('leaves out data sources', () => {
      const text = patched(write(estate), (document) => {
        const [first] =
          name === 'as it is shown' ? document.values.root_module.resources : document.resources;
        if (first) first.mode = 'data';
      });
      expect(read(text).resources).to.have.length(3);
    });

    it('marks what is sensitive', () => {
      const text = patched(write({ 'aws_sns_topic.t': { name: 'a' } }), (document) => {
        if (name === 'as it is shown') {
          const [topic] = document.values.root_module.resources;
          Object.assign(topic ?? {}, { sensitive_values: { name: true } });
        } else {
          const [topic] = document.resources;
          const marks = [[{ type: 'get_attr', value: 'name' }]];
          Object.assign(topic?.instances[0] ?? {}, { sensitive_attributes: marks });
        }
      });
      const [topic] = read(text).resources;
      const value = topic?.properties.kind === 'map' ? topic.properties.entries[0]?.value : undefined;
      expect(value).to.include({ text: 'a', secret: true });
    });
  });

describe('a Terraform state', () => {
  it('has its resources where the document has them', () => {
    const place = (text: string): string | undefined => {
      const [, resource] = read(text).resources;
      return resource && pointer(resource.place.path);
    };
    expect(place(stateOf(estate))).to.equal('/values/root_module/child_modules/0/resources/0');
    expect(place(rawStateOf(estate))).to.equal('/resources/1/instances/0');
  });

  it('leaves out the objects that were replaced', () => {
    const text = patched(rawStateOf(estate), ({ resources }) => {
      resources[0]?.instances.push({ deposed: 'a1b2', attributes: { name: 'old' } });
    });
    expect(read(text).resources).to.have.length(4);
  });
});

import { expect } from 'chai';
import { readTemplate } from '../../../src/dialect/read-template.js';
import { ExportTable } from '../../../src/dialect/template.js';
import { parseJson } from '../../../src/parse/json.js';
import { SourceFile } from '../../../src/text/source-file.js';

/** A document as it may be shown: whole, or from a text on. */
function shown(document: object, from = ''): string {
  const file = new SourceFile('terraform.json', JSON.stringify(document));
  readTemplate(parseJson(file), new ExportTable());
  return file.shown({ start: file.text.indexOf(from), end: file.text.length }, '•');
}

const resource = { address: 'aws_x.a', mode: 'managed', type: 'aws_x', name: 'a' };

describe('what Terraform calls sensitive', () => {
  const documents: Readonly<Record<string, object>> = {
    'values of a plan': {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              ...resource,
              values: { open: 'shown', all: 'S3CRET', list: ['shown', { in: 'S3CRET', out: 'shown' }] },
              sensitive_values: { all: true, list: [false, { in: true }] },
            },
          ],
        },
      },
    },
    'changes, outputs and variables of a plan': {
      format_version: '1.2',
      planned_values: { outputs: { o: { sensitive: true, value: ['S3CRET'] } }, root_module: {} },
      resource_changes: [
        {
          ...resource,
          change: {
            actions: ['update'],
            before: { a: 'S3CRET', b: 'shown' },
            after: 'S3CRET',
            before_sensitive: { a: true },
            after_sensitive: true,
          },
        },
      ],
      configuration: { root_module: { variables: { v: { default: 'S3CRET', sensitive: true } } } },
    },
    'a state as it is stored': {
      version: 4,
      terraform_version: '1.9.8',
      lineage: 'x',
      resources: [
        {
          mode: 'managed',
          type: 'aws_x',
          name: 'a',
          instances: [
            {
              attributes: { open: 'shown', address: [{ simple: 'S3CRET' }] },
              sensitive_attributes: [[{ type: 'get_attr', value: 'address' }]],
            },
          ],
        },
      ],
    },
  };
  for (const [what, document] of Object.entries(documents))
    it(`is shown nowhere, in ${what}`, () => {
      const text = JSON.stringify(document);
      expect(text).to.contain('S3CRET');
      expect(shown(document)).to.have.length(text.length);
      expect(shown(document)).not.to.contain('S3CRET');
      expect(shown(document).split('shown')).to.have.length(text.split('shown').length);
    });

  it('is not shown in part either', () => {
    const document = documents['values of a plan'] ?? {};
    for (const from of ['3CRET', 'RET"', 'T"'])
      expect(shown(document, from).startsWith('•'), from).to.equal(true);
  });
});

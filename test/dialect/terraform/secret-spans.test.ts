import { expect } from 'chai';
import { readTemplateText } from '../../../src/index.js';

/** A document as it may be shown: whole, or from a text on. */
async function shown(document: object, from = ''): Promise<string> {
  const { document: read } = await readTemplateText(JSON.stringify(document), 'terraform.json', true);
  if (read === undefined) throw new Error('it is no document');
  return read.file.shown({ start: read.file.text.indexOf(from), end: read.file.text.length }, '•');
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
    it(`is shown nowhere, in ${what}`, async () => {
      const text = JSON.stringify(document);
      expect(text).to.contain('S3CRET');
      const masked = await shown(document);
      expect(masked).to.have.length(text.length);
      expect(masked).not.to.contain('S3CRET');
      expect(masked.split('shown')).to.have.length(text.split('shown').length);
    });

  it('is not shown in part either', async () => {
    const document = documents['values of a plan'] ?? {};
    for (const from of ['3CRET', 'RET"', 'T"'])
      expect((await shown(document, from)).startsWith('•'), from).to.equal(true);
  });
});

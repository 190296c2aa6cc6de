import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { generators } from '../../scripts/generate.js';
import { serviceActions } from '../../src/data/iam-actions.js';
import { resourceTypes } from '../../src/data/resource-schemas.js';

describe('npm run generate', () => {
  for (const [path, generate] of Object.entries(generators))
    it(`would change nothing in ${path}`, async () => {
      expect(await generate()).to.equal(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
    });
});

describe('the generated tables', () => {
  it('have every service that rules ask for', () => {
    expect(Object.keys(serviceActions)).to.include.members([
      'ssm-incidents',
      'ssm-contacts',
      'sns',
      'iam',
      'ram',
    ]);
  });

  it('have the six types of Incident Manager and the three of Chatbot', () => {
    expect(resourceTypes).to.have.lengthOf(9);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { parse } from 'yaml';
import { rules } from '../../rules/index.js';
import { readConfiguration } from '../../src/config/schema.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { nodesOf } from '../architecture/sources.js';
import { schemaFaults } from '../format/valid.js';

const root = path.join(import.meta.dirname, '../..');
const file = path.join(root, 'schemas/configuration.schema.json');
const faults = schemaFaults(file);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every key of a schema with what it is in: `chat.privateSlackChannelIds`, `overrides[].files`. */
function keysOf({ properties = {}, items }: Schema, where = ''): string[] {
  const own = Object.entries(properties).flatMap(([key, schema]) => {
    const name = where === '' ? key : `${where}.${key}`;
    return [name, ...keysOf(schema, name)];
  });
  return items === undefined ? own : [...own, ...keysOf(items, `${where}[]`)];
}

/** Every key that the reader of configurations knows: the literal maps that it hands to `reader.keys`. */
function readKeys(): string[] {
  const name = 'src/config/schema.ts';
  const nodes = nodesOf({ path: name, text: readFileSync(path.join(root, name), 'utf8') });
  const literalOf = (node: ts.Node | undefined): ts.ObjectLiteralExpression | undefined => {
    if (node === undefined || ts.isObjectLiteralExpression(node)) return node;
    const declaration = nodes
      .filter(ts.isVariableDeclaration)
      .find((candidate) => candidate.name.getText() === node.getText());
    return declaration?.initializer === undefined ? undefined : literalOf(declaration.initializer);
  };
  return nodes
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === 'reader.keys')
    .flatMap(({ arguments: [, where, readers] }) => {
      const prefix = where !== undefined && ts.isStringLiteral(where) ? where.text : '?';
      const literal = literalOf(readers);
      if (literal === undefined) throw new Error(`what "${prefix}" may hold is not written as a map`);
      return literal.properties.map((property) =>
        [prefix, property.name?.getText()].filter((part) => part !== '').join('.'),
      );
    });
}

/** The configurations that README.md shows. */
function examples(): string[] {
  const [, section = ''] = readFileSync(path.join(root, 'README.md'), 'utf8').split('\n## Configuration\n');
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
}

describe('the schema of the configuration', () => {
  it('has the keys that are read, and no others', () => {
    const written = keysOf(JSON.parse(readFileSync(file, 'utf8')) as Schema);
    expect(written).to.include.members(['profile', 'chat.privateSlackChannelIds', 'overrides[].files']);
    expect(written.toSorted()).to.deep.equal(readKeys().toSorted());
  });

  it('takes what README.md shows', () => {
    const shown = examples();
    expect(shown).not.to.deep.equal([]);
    for (const text of shown) expect(faults(parse(text))).to.deep.equal([]);
  });

  const ruleIds = rules.map(({ id }) => id);
  const texts: Readonly<Record<string, readonly string[]>> = {
    good: [
      'profile: strict',
      'failOn: never',
      'rules: { trail-missing: "off", channel-unverified: info }',
      '$schema: ./node_modules/incident-lint/schemas/configuration.schema.json',
      'overrides: [{ files: [a], rules: { trail-missing: error } }]',
      'external: { cloudtrail: org-trail }',
      'external: { healthMonitoring: hub, trustedAdvisor: hub, securityContact: the security team }',
      'plugins: [lint/own.js]',
    ],
    bad: [
      'profil: strict',
      'profile: all',
      'failOn: off',
      'rules: { trail-mising: error }',
      'rules: { trail-missing: fatal }',
      'chat: { privateChannels: [] }',
      'external: { cloudtrail: [] }',
      'ignore: a',
      'ignore: [""]',
      'overrides: [{ files: [a] }]',
      '$schema: []',
      'plugins: lint/own.js',
      'overrides: [{ files: [a], rules: { own: error } }]',
    ],
  };
  it('takes rules of plugins where there are some', () => {
    const own = { rules: { own: 'off' }, overrides: [{ files: ['a'], rules: { own: 'error' } }] };
    expect(faults({ ...own, plugins: ['lint/own.js'] })).to.deep.equal([]);
    expect(faults(own)).not.to.deep.equal([]);
    expect(faults({ rules: { own: 'fatal' }, plugins: [] })).not.to.deep.equal([]);
  });

  for (const [verdict, given] of Object.entries(texts))
    for (const text of given)
      it(`agrees with the command that it is ${verdict}: ${text}`, () => {
        const document = parseYaml(new SourceFile('incident-lint.yaml', `${text}\n`));
        const { problems } = readConfiguration(document, ruleIds);
        expect([faults(parse(text)).length === 0, problems.length === 0]).to.deep.equal(
          verdict === 'good' ? [true, true] : [false, false],
        );
      });
});

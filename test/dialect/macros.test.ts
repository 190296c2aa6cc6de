import { expect } from 'chai';
import { describe as describeAssumptions } from '../../src/value/assumption.js';
import { show, yaml } from './show.js';

const topic = 'Resources:\n  T: { Type: AWS::SNS::Topic }\n';

describe('a template with a macro', () => {
  for (const [what, text] of Object.entries({
    'named at the top': `Transform: Own\n${topic}`,
    'named among others': `Transform: [AWS::Serverless-2016-10-31, Own]\n${topic}`,
    'that is AWS::Include': `Transform: { Name: AWS::Include, Parameters: { Location: 's3://a/b' } }\n${topic}`,
    'among its resources': `${topic}  Fn::Transform: { Name: Own }\n`,
    'that makes a resource': `${topic}  U: { Fn::Transform: { Name: Own } }\n`,
    'that makes one, as a tag': `${topic}  U: !Transform { Name: Own }\n`,
  }))
    it(`may have more resources than it declares: ${what}`, () => {
      const { isOpen, resources } = yaml(text);
      expect(resources.map(({ name }) => name)).to.deep.equal(['T']);
      expect(isOpen?.why).to.match(/may add resources to the template$/);
    });

  it('may have more by a module', () => {
    const { isOpen } = yaml(`${topic}  M: { Type: Own::Team::OnCall::MODULE }\n`);
    expect(isOpen?.why).to.equal('module M stands for resources that no file here shows');
  });

  for (const name of ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions', 'AWS::CodeDeployBlueGreen'])
    it(`has no more than it declares by ${name}`, () => {
      expect(yaml(`Transform: ${name}\n${topic}`).isOpen).to.equal(undefined);
    });

  it('may have any resources where a macro makes the section', () => {
    const { isOpen, resources, problems } = yaml('Resources: !Transform { Name: Own }\n');
    expect([resources, problems]).to.deep.equal([[], []]);
    expect(isOpen?.why).to.equal('a macro among its resources may add resources to the template');
  });

  it('is taken to be left as it is, which a finding names', () => {
    const [resource] = yaml(`Transform: [Own, AWS::LanguageExtensions, Own]\n${topic}`).resources;
    expect(resource && describeAssumptions(resource.when)).to.equal('the macro Own leaves it as it is');
    const [included] = yaml(
      `Transform: { Name: AWS::Include, Parameters: { Location: 's3://a/b' } }\n${topic}`,
    ).resources;
    expect(included?.when).to.deep.equal([]);
  });

  it('has no known properties where the macro stands beside them', () => {
    const [resource] = yaml(
      'Resources:\n  T: { Type: AWS::SNS::Topic, Properties: { A: b }, Fn::Transform: { Name: Own } }\n',
    ).resources;
    expect(resource && show(resource.properties)).to.equal(
      '? the output of a macro is known only at deployment',
    );
    const [inner] = yaml(
      'Resources:\n  T: { Type: AWS::SNS::Topic, Properties: { A: b, Fn::Transform: { Name: Own } } }\n',
    ).resources;
    expect(inner && show(inner.properties)).to.equal('? the output of a macro is known only at deployment');
  });
});

describe('the section Rules', () => {
  const parameter = 'Parameters: { P: { Type: String, AllowedValues: [a, b] } }\n';
  const rules: Readonly<Record<string, string>> = {
    'that limits a parameter': `
  Only:
    RuleCondition: !Equals [!Ref AWS::Region, eu-central-1]
    Assertions: [{ Assert: { 'Fn::Contains': [[a], !Ref P] }, AssertDescription: only a }]`,
    'with its own functions': `
  Only: { Assertions: [{ Assert: { 'Fn::EachMemberIn': [{ 'Fn::ValueOfAll': [T, Tags.a] }, { 'Fn::RefAll': T }] } }] }`,
    'that is a text': ' x',
    'that is a list': ' [!Ref P, { Fn::Transform: { Name: Own } }]',
    'of the wrong form': ' { Only: [], Other: { Assertions: x } }',
  };
  for (const [what, text] of Object.entries(rules))
    it(`leaves open what a parameter can be: ${what}`, () => {
      const { resources, problems } = yaml(
        `${parameter}Rules:${text}\nResources: { T: { Type: AWS::SNS::Topic, Properties: { A: !Ref P } } }\n`,
      );
      expect(resources.map(({ properties }) => show(properties))).to.deep.equal([
        '{A: one of a, b (parameter P)}',
      ]);
      expect(problems).to.deep.equal([]);
    });
});

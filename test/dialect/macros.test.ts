import { expect } from 'chai';
import { yaml } from './show.js';

const topic = 'Resources:\n  T: { Type: AWS::SNS::Topic }\n';

describe('a template with a macro', () => {
  for (const [what, text] of Object.entries({
    'named at the top': `Transform: Own\n${topic}`,
    'named among others': `Transform: [AWS::Serverless-2016-10-31, Own]\n${topic}`,
    'that is AWS::Include': `Transform: { Name: AWS::Include, Parameters: { Location: 's3://a/b' } }\n${topic}`,
    'among its resources': `${topic}  Fn::Transform: { Name: Own }\n`,
  }))
    it(`may have more resources than it declares: ${what}`, () => {
      const { isOpen, resources } = yaml(text);
      expect(resources.map(({ name }) => name)).to.deep.equal(['T']);
      expect(isOpen?.why).to.match(/may add resources to the template$/);
    });

  for (const name of ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions', 'AWS::CodeDeployBlueGreen'])
    it(`has no more than it declares by ${name}`, () => {
      expect(yaml(`Transform: ${name}\n${topic}`).isOpen).to.equal(undefined);
    });
});

import { expect } from 'chai';
import { focus } from '../../src/engine/focus.js';
import { finding, outcome, undecided } from '../format/reports.js';

describe('focus', () => {
  it('keeps what is about the reported files, and problems of no file', () => {
    const focused = focus(
      outcome({
        findings: [finding({ file: 'in.yaml' }), finding({ file: 'out.yaml' })],
        undecided: [undecided({ file: 'in.yaml' }), undecided({ file: 'out.yaml' })],
        problems: [
          { file: 'in.yaml', message: 'm', code: 'malformed-yaml' },
          { file: 'out.yaml', message: 'm', code: 'malformed-yaml' },
          { message: 'm', code: 'internal-error' },
        ],
      }),
      { isReported: (file) => file === 'in.yaml' },
    );
    expect(focused.findings.map(({ file }) => file)).to.deep.equal(['in.yaml']);
    expect(focused.undecided.map(({ file }) => file)).to.deep.equal(['in.yaml']);
    expect(focused.problems.map(({ file }) => file)).to.deep.equal(['in.yaml', undefined]);
  });
});

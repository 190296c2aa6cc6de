import { expect } from 'chai';
import { sort } from '../../src/engine/sort.js';
import { finding, outcome, undecided } from '../format/reports.js';

const at = (line: number, column: number) => ({ start: { line, column }, end: { line, column: column + 1 } });

describe('sort', () => {
  it('orders by file, line, column, rule and message, by code unit and number', () => {
    const ordered = [
      finding({ file: 'B.yaml', range: at(9, 9) }),
      finding({ file: 'a.yaml', range: at(2, 10) }),
      finding({ file: 'a.yaml', range: at(10, 2), ruleId: 'a' }),
      finding({ file: 'a.yaml', range: at(10, 2), ruleId: 'b', message: 'x' }),
      finding({ file: 'a.yaml', range: at(10, 2), ruleId: 'b', message: 'y' }),
      finding({ file: 'a.yaml', range: at(10, 10), ruleId: 'a' }),
      finding({ file: 'ä.yaml' }),
    ];
    const shuffled = [3, 0, 6, 5, 1, 4, 2].flatMap((index) => ordered[index] ?? []);
    expect(sort(outcome({ findings: shuffled })).findings).to.deep.equal(ordered);
  });

  it('drops exact repetitions and nothing else', () => {
    const findings = [finding(), finding({ when: 'IsProd' }), finding()];
    const problems = [
      { message: 'm', code: 'missing-file' },
      { message: 'm', code: 'missing-file' },
    ] as const;
    const sorted = sort(outcome({ findings, undecided: [undecided(), undecided()], problems }));
    expect(sorted.findings).to.have.length(2);
    expect(sorted.undecided).to.have.length(1);
    expect(sorted.problems).to.have.length(1);
  });

  it('gives the same order whatever the order it was given', () => {
    const findings = [finding({ when: 'A' }), finding({ when: 'B' }), finding({ when: 'C' })];
    expect(sort(outcome({ findings: findings.toReversed() })).findings).to.deep.equal(
      sort(outcome({ findings })).findings,
    );
  });
});

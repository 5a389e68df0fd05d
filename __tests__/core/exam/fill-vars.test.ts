import { describe, expect, it } from 'vitest';
import { fillVars } from '../../../src/core/exam/compare-case.ts';
import { compareChecks } from '../../../src/core/exam/compare-checks.ts';
import { compareExams } from '../../../src/core/exam/compare-exams.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

describe('variables that a case lacks', () => {
  const golden = aCase({ vars: { question: 'Own?', user: { name: 'Ada' } } });

  it('are taken from the first lender that has them, and never in place of its own', () => {
    const lenders = [
      { question: 'Lent?', tone: 'kind', 'user.name': 'Eve' },
      { tone: 'rude', plan: 'pro' },
    ];
    expect(fillVars(golden, ['question', 'user.name', 'tone', 'plan', 'nobody'], lenders).vars).toEqual({
      ...golden.vars,
      tone: 'kind',
      plan: 'pro',
    });
  });

  it('leave it as it is where there are none', () => {
    expect(fillVars(golden, ['question', 'nobody'], [{ question: 'Lent?' }])).toBe(golden);
    expect(fillVars(golden, [], [{ tone: 'kind' }])).toBe(golden);
  });
});

describe('what nothing can hide behind', () => {
  it('is a check required anew beside one that was required before', () => {
    const [one, other] = ['one', 'other'].map((name) => aCheck({ kind: 'contains', name, argument: name }));
    if (one === undefined || other === undefined) throw new Error('two checks');
    const base = aCase({ id: 'c', checks: [{ ...one, required: true }, other] });
    const asked = (...required: readonly [boolean, boolean]) =>
      compareExams({
        base: [base],
        head: [
          {
            ...base,
            tags: ['slow'],
            checks: [
              { ...one, required: required[0] },
              { ...other, required: required[1] },
            ],
          },
        ],
        policy: 'ratchet',
      }).cases.map(({ key }) => key);
    expect(asked(true, true)).toEqual(['c', 'c (as base had it)']);
    expect(asked(true, false)).toEqual(['c']);
  });

  it('is a check turned round on one side alone: that is another question', () => {
    const short = aCheck({ kind: 'contains', name: 'x', argument: 'ab' });
    const long = { ...short, argument: 'abc' };
    expect(compareChecks([{ ...long, not: true }], [short]).weakened).toEqual(['check `x` loosened to `x`']);
    expect(compareChecks([{ ...short, not: true }], [long]).weakened).toEqual([]);
    expect(compareChecks([short], [{ ...long, not: true }]).weakened).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { howFarChecked } from '../../../src/core/exam/compare-case.ts';
import { compareExams, type ExamPolicy } from '../../../src/core/exam/compare-exams.ts';
import { isSameCase, standingCases } from '../../../src/core/exam/standing-cases.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const at = { file: 'shop.cases.yml', line: 1 };
const days = aCheck({ kind: 'contains', name: 'days', argument: '30 days' });
const polite = aCheck({ kind: 'judge', name: 'polite', argument: 'Is polite.' });
const refund = aCase({ id: 'refund', checks: [days, polite] });
const other = aCase({ id: 'other', vars: { question: 'Other?' }, checks: [days] });

describe('the cases of the branch that a pull request goes into', () => {
  it('are those at its tip, with what was changed or added since, and those that are gone from it', () => {
    const changed = { ...refund, checks: [polite] };
    expect(standingCases([refund, other], [changed, aCase({ id: 'new', vars: { a: 1 } })])).toEqual([
      { golden: changed, before: refund, isNew: false },
      { golden: aCase({ id: 'new', vars: { a: 1 } }), isNew: true },
      { golden: other, isNew: false },
    ]);
  });

  it('are the same where only their place differs', () => {
    const moved: GoldenCase = {
      ...refund,
      at: { file: 'moved.yml' },
      checks: refund.checks.map((check) => ({ ...check, at: { file: 'moved.yml' } })),
      notRun: [],
    };
    expect(isSameCase(refund, moved)).toBe(true);
    expect(standingCases([refund], [moved])).toEqual([{ golden: moved, isNew: false }]);
    expect(isSameCase(refund, { ...refund, weight: 2 })).toBe(false);
    expect(isSameCase(refund, { ...refund, checks: [days] })).toBe(false);
    expect(isSameCase(refund, { ...refund, checks: [days, days] })).toBe(false);
    const silent = (name: string, file: string) => ({ ...refund, notRun: [{ name, at: { file } }] });
    expect(isSameCase(silent('js', 'a'), silent('js', 'b'))).toBe(true);
    expect(isSameCase(silent('js', 'a'), silent('py', 'a'))).toBe(false);
  });
});

describe('the exam where the base branch went on', () => {
  const sit = (tip: readonly GoldenCase[], head: readonly GoldenCase[], policy: ExamPolicy = 'ratchet') => {
    const exam = compareExams({ base: [refund, other], tip, head, policy });
    return { ...exam, entries: exam.cases.map(({ key, version }) => `${key}|${version}`) };
  };
  const changed = { ...refund, checks: [days] };
  const added = aCase({ id: 'new', vars: { question: 'New?' }, checks: [days] });

  it('asks what the branch changed and the pull request did not touch as the branch has it', () => {
    const { entries, cases, changed: told, sinceBegun } = sit([changed, other], [refund, other]);
    expect(entries).toEqual(['refund|base', 'other|head']);
    expect(cases[0]?.golden).toEqual(changed);
    expect(told).toEqual({ added: [], removed: [], edited: [], weakened: [] });
    expect(sinceBegun).toEqual({ added: [], changed: ['refund'] });
  });

  it('asks what came to the branch since, whatever the policy, and does not call it removed', () => {
    for (const policy of ['ratchet', 'strict', 'allow'] as const) {
      const { entries, changed: told, sinceBegun } = sit([refund, other, added], [refund, other], policy);
      expect(entries).toEqual(['refund|head', 'other|head', 'new|base']);
      expect(told.removed).toEqual([]);
      expect(sinceBegun).toEqual({ added: ['new'], changed: [] });
    }
  });

  it('says nothing of the branch where it did not go on', () => {
    expect(sit([refund, other], [refund, other])).not.toHaveProperty('sinceBegun');
    expect(sit([refund, other], [refund])).not.toHaveProperty('sinceBegun');
    expect(sit([refund, other], [refund, other])).not.toHaveProperty('edits');
  });

  it('takes what head took over from the branch for its own doing no more', () => {
    const { entries, changed: told, sinceBegun } = sit([changed, other], [changed, other]);
    expect(entries).toEqual(['refund|head', 'other|head']);
    expect(told).toEqual({ added: [], removed: [], edited: [], weakened: [] });
    expect(sinceBegun).toBeUndefined();
  });

  it('holds head to both versions of a case that the branch and head changed', () => {
    const stricter = { ...refund, checks: [days, polite, aCheck({ kind: 'answers' })] };
    const { entries, changed: told } = sit([stricter, other], [{ ...refund, checks: [polite] }, other]);
    expect(entries).toEqual(['refund|base', 'refund (2)|base', 'other|head']);
    expect(told.weakened).toEqual([{ id: 'refund', what: ['check `days` dropped', 'check `answers` dropped'] }]);
  });
});

describe('cases that were edited', () => {
  const head = { ...refund, checks: [{ ...days, argument: 'a month' }, polite] };

  it('are kept beside as base had them, under the name that head gives them', () => {
    const { cases, edits } = compareExams({ base: [refund], head: [{ ...head, id: 'returns' }], policy: 'ratchet' });
    expect(cases.map(({ key, version }) => [key, version])).toEqual([['returns', 'head']]);
    expect(edits).toEqual([
      { key: 'returns', golden: refund, family: 'base', version: 'base', weight: 1, question: refund.vars },
    ]);
  });

  it.each<[string, GoldenCase, GoldenCase, ExamPolicy]>([
    ['nothing changed', refund, refund, 'ratchet'],
    ['what it is called changed alone', refund, { ...refund, tags: ['slow'] }, 'ratchet'],
    ['it is asked as base had it anyway', refund, head, 'strict'],
    ['base checked nothing', { ...refund, checks: [] }, head, 'ratchet'],
  ])('are not where %s', (_, base, edited, policy) => {
    expect(compareExams({ base: [base], head: [edited], policy })).not.toHaveProperty('edits');
  });

  it('are asked as base had them beside where a check is required anew: nothing may hide behind it', () => {
    const required = { ...refund, checks: [days, { ...polite, required: true }] };
    const asked = (one: GoldenCase, policy: ExamPolicy) =>
      compareExams({ base: [refund], head: [one], policy }).cases.map(({ key }) => key);
    expect(asked(required, 'ratchet')).toEqual(['refund', 'refund (as base had it)']);
    expect(asked(required, 'allow')).toEqual(['refund']);
    const held = { ...refund, checks: [days, { ...polite, required: true }] };
    expect(
      compareExams({ base: [held], head: [{ ...held, tags: ['slow'] }], policy: 'ratchet' }).cases.map(
        ({ key }) => key,
      ),
    ).toEqual(['refund']);
  });
});

describe('how far a case can be judged', () => {
  const foreign = { name: 'javascript', at };
  it.each([
    ['by all its checks', [days], [], 'whole'],
    ['by nothing', [], [], 'unchecked'],
    ['by a conversation alone', [aCheck({ kind: 'simulate' })], [], 'unchecked'],
    ['by a comparison of sides alone', [aCheck({ kind: 'prefer' })], [], 'unchecked'],
    ['by what is run of its checks', [days], [foreign], 'part'],
    ['by none, since none is run', [], [foreign], 'not-run'],
    ['by none, since a conversation is no check', [aCheck({ kind: 'simulate' })], [foreign], 'not-run'],
    [
      'by none, since what is lacking shapes the request',
      [days],
      [foreign, { ...foreign, whole: true as const }],
      'not-run',
    ],
  ] as const)('%s', (_, checks, notRun, far) => {
    expect(howFarChecked(aCase({ checks, notRun }))).toBe(far);
  });
});

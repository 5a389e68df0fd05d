import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countQuestions } from '../../../src/core/scoring/count-questions.ts';
import { needsOf } from '../../../src/core/scoring/needs-of.ts';
import { combineScores, scoreReply } from '../../../src/core/scoring/score-reply.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { said, scoreAsked } from '../../support/answer-questions.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';
import { anInput } from '../../support/score-with.ts';

const contains = (argument: string, about = {}) => aCheck({ kind: 'contains', name: argument, argument, ...about });
const never = () => {
  throw new Error('nothing should be asked');
};
const scoreOf = (...checks: readonly ReturnType<typeof aCheck>[]) =>
  scoreAsked({ golden: aCase({ checks }), text: 'within 30 days' }, never).score;

describe('a reply’s score', () => {
  it('is the weighted mean of its checks', () => {
    expect(scoreOf(contains('30', { weight: 3 }), contains('40'))).toMatchObject({ value: 0.75, passes: false });
    expect(scoreOf(contains('30'), contains('days'))).toMatchObject({ value: 1, passes: true });
  });

  it('is 0 where a required check fails, whatever else it does well', () => {
    expect(scoreOf(contains('30', { weight: 99 }), contains('40', { required: true }))).toMatchObject({
      value: 0,
      passes: false,
    });
  });

  it('takes a check of weight 0 for the pass but not for the mean', () => {
    expect(scoreOf(contains('30'), contains('40', { weight: 0 }))).toMatchObject({ value: 1, passes: false });
    expect(scoreOf(contains('30', { weight: 0 }))).toMatchObject({ kind: 'unscored', why: 'every check has weight 0' });
  });

  it('passes by the mark of a graded check, or not at all without one', () => {
    const near = (about: object) => aCheck({ kind: 'levenshtein', argument: 'within 30 weeks', ...about });
    expect(scoreOf(near({ min: 0.5 }))).toMatchObject({ passes: true });
    expect(scoreOf(near({ min: 0.99 }))).toMatchObject({ passes: false });
    expect(scoreOf(near({}))).not.toHaveProperty('passes');
  });

  it('comes of the checks that can be run where others could not be taken over', () => {
    const script = { name: 'javascript', at: { file: 'promptfooconfig.yaml', line: 7 } };
    const { score } = scoreAsked({ golden: aCase({ checks: [contains('30')], notRun: [script] }) }, never);
    expect(score).toMatchObject({ kind: 'scored', checks: [{ scorer: 'contains' }] });
  });

  it('is turned round where a check asks the opposite', () => {
    expect(scoreOf(contains('30', { not: true }), contains('40', { not: true }))).toMatchObject({
      value: 0.5,
      passes: false,
      checks: [{ passed: false }, { passed: true }],
    });
    const far = aCheck({ kind: 'levenshtein', argument: 'within 30 weeks', min: 0.9, not: true });
    expect(scoreOf(far)).toMatchObject({ passes: true });
  });

  it('reads a reply of tool calls alone as their JSON where its case says so', () => {
    const answer = { ...anInput().answer, toolCalls: [{ name: 'refund', arguments: '{"days":30}' }] };
    const scored = (golden: Parameters<typeof aCase>[0], text = '') =>
      scoreAsked({ golden: aCase({ checks: [contains('"name":"refund"')], ...golden }), text, answer }, never).score;
    expect(scored({ callsAsText: true })).toMatchObject({ passes: true });
    expect(scored({ callsAsText: true }, 'said')).toMatchObject({ passes: false });
    expect(scored({})).toMatchObject({ passes: false });
  });

  it('passes by the pass mark of its case, and sets of checks by theirs', () => {
    const set = { name: 'either', min: 0.5 };
    const either = [
      { ...contains('30'), set },
      { ...contains('absent'), set },
    ];
    const passes = (golden: Parameters<typeof aCase>[0]) => {
      const { score } = scoreAsked({ golden: aCase(golden) }, never);
      return score.kind === 'scored' && score.passes;
    };
    expect(passes({ checks: either })).toBe(true);
    expect(passes({ checks: either.map((check) => ({ ...check, set: { ...set, min: 0.6 } })) })).toBe(false);
    expect(passes({ checks: [...either, contains('absent')] })).toBe(false);
    expect(passes({ checks: [contains('30'), contains('absent')], min: 0.5 })).toBe(true);
    expect(passes({ checks: [contains('30'), contains('absent'), contains('lacking')], min: 0.4 })).toBe(false);
    expect(passes({ checks: [{ ...contains('absent'), weight: 0.1 }, contains('30')], min: 0.9 })).toBe(true);
  });

  it('is none where what could not be taken over shapes all of it, and nothing is asked then', () => {
    const golden = aCase({
      checks: [contains('30'), aCheck({ kind: 'judge', argument: 'polite' })],
      notRun: [{ name: 'options.transform', at: { file: 'promptfooconfig.yaml', line: 7 }, whole: true }],
    });
    const { score } = scoreAsked({ golden }, never);
    expect(score).toMatchObject({
      kind: 'unscored',
      why: expect.stringMatching(/^options\.transform: has no counterpart here/),
    });
    expect(score.checks).toHaveLength(3);
  });

  it('is none where a check is unscored or unknown; nothing more is asked then', () => {
    const judge = aCheck({ kind: 'judge', argument: 'polite' });
    expect(scoreOf(judge, aCheck({ kind: 'max-cost', argument: 1 }))).toMatchObject({ kind: 'unscored' });
    expect(scoreOf(judge, aCheck({ kind: 'telepathy' }))).toMatchObject({
      why: expect.stringMatching(/no check named telepathy/),
    });
    expect(scoreOf()).toMatchObject({ why: 'no check scores this reply' });
    expect(scoreOf(contains('30'), aCheck({ kind: 'contains', argument: '' }))).toMatchObject({ kind: 'unscored' });
  });

  it('leaves pairs and conversations to others', () => {
    const simulate = aCheck({ kind: 'simulate', argument: { persona: 'hostile' } });
    expect(scoreOf(contains('30'), simulate, aCheck({ kind: 'prefer', argument: 'kinder' })).checks).toHaveLength(1);
  });

  it('keeps the questions of two checks of one kind apart', () => {
    const judges = ['a', 'b'].map((rubric) => aCheck({ kind: 'judge', name: rubric, argument: rubric }));
    const scoring = scoreReply({ ...anInput({ golden: aCase({ checks: judges }) }), kinds: checkKinds });
    expect(scoring).toMatchObject({
      askings: [
        { key: 'judge a/grade1', trial: 0 },
        { key: 'judge b/grade1', trial: 0 },
      ],
    });
  });

  it('lies within 0–1 and never rises when a check fails', () => {
    const check = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
      required: fc.boolean(),
    });
    const named = { kind: 'scored', check: 'c', scorer: 'c', binary: false, reason: '' } as const;
    fc.assert(
      fc.property(fc.array(check, { minLength: 1, maxLength: 8 }), (checks) => {
        const [first, ...others] = checks.map((one) => ({ ...named, ...one }));
        if (first === undefined) return;
        const before = combineScores([first, ...others]);
        const after = combineScores([{ ...first, value: 0 }, ...others]);
        if (before.kind !== 'scored' || after.kind !== 'scored') throw new Error('unscored');
        expect(before.value >= 0 && before.value <= 1).toBe(true);
        expect(after.value).toBeLessThanOrEqual(before.value + 1e-12);
      }),
    );
  });
});

describe('what scoring a case takes', () => {
  const golden = aCase({
    checks: [
      contains('30'),
      aCheck({ kind: 'judge', argument: ['a', 'b'], options: { votes: 3 } }),
      aCheck({ kind: 'rag' }),
      aCheck({ kind: 'simulate', argument: { persona: 'confused', turns: 4 } }),
      aCheck({ kind: 'score', argument: 'policy' }),
    ],
  });

  it('is counted before anything is asked', () => {
    expect(countQuestions(golden, checkKinds)).toEqual({ usual: 6 + 8 + 4 + 1, most: 20 + 15 + 8 + 1 });
    expect(countQuestions(aCase({ checks: [contains('30')] }), checkKinds)).toEqual({ usual: 0, most: 0 });
  });

  it('is named by the checks that need it', () => {
    const { judge, embeddings, scorer, simulator } = needsOf(golden, checkKinds);
    expect([judge, embeddings, scorer, simulator].map((checks) => checks.map(({ kind }) => kind))).toEqual([
      ['judge', 'rag'],
      ['rag'],
      ['score'],
      ['simulate'],
    ]);
  });

  it('is one more question for an unreadable answer, found under the draw’s own key', () => {
    let trials: number[] = [];
    scoreAsked({ golden: aCase({ checks: [aCheck({ kind: 'judge', argument: 'a' })] }) }, (_, trial) => {
      trials = [...trials, trial];
      return said('?');
    });
    expect(trials).toEqual([0, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { said, scoreAsked, shownTo } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';
import { faultOf } from '../support/score-with.ts';

describe('GitHub’s evaluators', () => {
  it.each(['similarity', 'coherence', 'fluency', 'relevance', 'groundedness'])(
    'github/%s maps 1–5 to quarters',
    (name) => {
      const golden = aCase({ reference: 'No.', checks: [aCheck({ kind: `github/${name}` })] });
      for (const [grade, value] of [
        [1, 0],
        [2, 0.25],
        [3, 0.5],
        [4, 0.75],
        [5, 1],
      ]) {
        expect(scoreAsked({ golden }, () => said({ reason: 'r', score: grade })).score).toMatchObject({ value });
      }
      expect(scoreAsked({ golden }, () => said({ reason: 'r', score: 6 })).score.kind).toBe('unscored');
    },
  );

  const choices = [
    { choice: '1', score: 0 },
    { choice: '5', score: 1 },
  ];
  const golden = aCase({
    reference: 'EXPECTED TEXT',
    checks: [
      aCheck({
        kind: 'llm',
        argument: {
          prompt: 'Given {{ question }}, rate {{completion}} against {{expected}}; keep {{other}}.',
          choices,
        },
      }),
    ],
  });

  it('llm scores the choice that is named, not one that occurs in the reasoning', () => {
    const { score, questions } = scoreAsked({ golden, text: 'REPLY TEXT' }, () =>
      said({ reason: 'At first 1 seems right.', choice: '5' }),
    );
    expect(score).toMatchObject({ value: 1, checks: [{ reason: '5: At first 1 seems right.' }] });
    const shown = questions.map(shownTo).join();
    expect(shown).toContain('Given [QUESTION], rate [COMPLETION] against [EXPECTED]; keep {{other}}.');
    for (const part of ['REPLY TEXT', 'EXPECTED TEXT', '40 days']) expect(shown).toContain(part);
  });

  it('llm is unscored where no choice is named, and passes only by a mark', () => {
    expect(scoreAsked({ golden }, () => said({ reason: '1', choice: '3' })).score.kind).toBe('unscored');
    expect(scoreAsked({ golden }, () => said({ reason: '', choice: '5' })).score).not.toHaveProperty('passes');
    expect(faultOf('llm', { prompt: 'x', choices: [choices[0], choices[0]] })).toBe('two choices are the same text');
  });
});

describe('a team’s own scorer', () => {
  const golden = aCase({ context: ['C'], checks: [aCheck({ kind: 'score', argument: 'policy' })] });

  it('gets prompt, case and reply and gives a score with a reason', () => {
    const { score, questions } = scoreAsked({ golden, text: 'Hi' }, () => said({ score: 0.25, reason: 'curt' }));
    expect(score).toMatchObject({ value: 0.25, checks: [{ reason: 'curt' }] });
    expect(questions).toMatchObject([
      {
        kind: 'scorer',
        name: 'policy',
        input: {
          prompt: [{ role: 'user' }],
          case: { id: 'refund-window', context: ['C'] },
          reply: { text: 'Hi', finishReason: 'stop' },
        },
      },
    ]);
  });

  it.each(['{"score": 7}', '{"score": "1"}', 'Traceback: …', ''])(
    'is unscored with its words when it answers %j',
    (text) => {
      const { score, asked } = scoreAsked({ golden }, () => said(text));
      expect(score).toMatchObject({ kind: 'unscored', why: expect.stringContaining(JSON.stringify(text).slice(1, 6)) });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('observers', () => {
  it('sentiment is rated from −1 to 1', () => {
    const golden = aCase({ checks: [aCheck({ kind: 'sentiment', min: 0 })] });
    expect(scoreAsked({ golden }, () => said({ reason: 'warm', score: 0.5 })).score).toMatchObject({
      value: 0.75,
      passes: true,
    });
    expect(scoreAsked({ golden }, () => said({ reason: 'cold', score: -0.5 })).score).toMatchObject({
      value: 0.25,
      passes: false,
    });
  });

  it('helpfulness is rated from 1 to 10', () => {
    const golden = aCase({ checks: [aCheck({ kind: 'helpfulness' })] });
    expect(scoreAsked({ golden }, () => said({ reason: 'settled', score: 10 })).score).toMatchObject({ value: 1 });
  });
});

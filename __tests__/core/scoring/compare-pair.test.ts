import { describe, expect, it } from 'vitest';
import type { QuestionAnswer } from '../../../src/core/score.ts';
import { comparePair } from '../../../src/core/scoring/compare-pair.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { said, shownTo } from '../../support/answer-questions.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const golden = aCase({ checks: [aCheck({ kind: 'prefer', argument: 'the kinder' })] });

/** Compares with a judge that names the letter of the reply it is told to like, or always the first. */
function compare(texts: { old: string; new: string }, judge: (shown: string) => QuestionAnswer) {
  const answers = new Map<string, QuestionAnswer>();
  for (let round = 0; round < 5; round += 1) {
    const scoring = comparePair({ golden, kinds: checkKinds, texts, answers });
    if (scoring.kind === 'scores') return { scores: scoring.scores, asked: answers.size };
    for (const { key, question } of scoring.askings) answers.set(key, judge(shownTo(question)));
  }
  throw new Error('it never stops asking');
}

const likes = (text: string) => (shown: string) =>
  said({ reason: 'r', better: shown.indexOf(text) < shown.indexOf('REPLY B') ? 'A' : 'B' });

describe('prefer', () => {
  const texts = { old: 'Thanks, and no.', new: 'No!' };

  it('is a win or a loss where both orders name the same reply', () => {
    expect(compare(texts, likes('No!'))).toMatchObject({ scores: [{ outcome: 'win' }], asked: 2 });
    expect(compare(texts, likes('Thanks'))).toMatchObject({ scores: [{ outcome: 'loss' }] });
  });

  it('is a tie where the judge follows the order, or likes neither', () => {
    expect(compare(texts, () => said({ reason: 'r', better: 'A' }))).toMatchObject({
      scores: [{ outcome: 'tie', reason: 'the orders disagree' }],
    });
    expect(compare(texts, () => said({ reason: 'r', better: 'neither' }))).toMatchObject({
      scores: [{ outcome: 'tie' }],
    });
  });

  it('is a tie without a question where the replies are the same', () => {
    expect(compare({ old: 'x', new: 'x' }, likes('x'))).toMatchObject({ scores: [{ outcome: 'tie' }], asked: 0 });
  });

  it('treats the sides alike: swapping them swaps win and loss', () => {
    const judge = likes('Thanks');
    expect(compare({ old: texts.new, new: texts.old }, judge)).toMatchObject({ scores: [{ outcome: 'win' }] });
  });

  it('is unscored where the judge cannot be read or fails', () => {
    expect(compare(texts, () => said('A'))).toMatchObject({ scores: [{ kind: 'unscored' }], asked: 4 });
    expect(compare(texts, () => ({ kind: 'failed', why: 'timeout' }))).toMatchObject({ scores: [{ why: 'timeout' }] });
  });
});

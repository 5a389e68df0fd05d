import { describe, expect, it } from 'vitest';
import { said, scoreAsked } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';
import { scoreWith, valueFor } from '../support/score-with.ts';

/** Values worked out by hand. */
describe('measures of likeness', () => {
  it.each([
    ['levenshtein', 'kitten', 'sitting', {}, 1 - 3 / 7],
    ['levenshtein', 'Kitten', ' kitten ', { 'ignore-case': true }, 1],
    ['levenshtein', 'abc', '', {}, 0],
    ['rouge', 'the cat was on the mat', 'The cat sat on the mat.', {}, 5 / 6],
    ['rouge', 'the cat was on the mat', 'The cat sat on the mat.', { variant: '2' }, 3 / 5],
    ['rouge', 'the cat was on the mat', 'The cat sat on the mat.', { variant: 'l' }, 5 / 6],
    // One word of two is in order.
    ['rouge', 'first second', 'second first', { variant: 'l' }, 1 / 2],
    ['rouge', 'a b c d', 'd a x b', { variant: 'l' }, 1 / 2],
    // Counts are clipped: precision 1/3, recall 1/2.
    ['rouge', 'the cat', 'the the the', {}, 0.4],
    ['rouge', 'constructor', '__proto__ constructor', {}, 2 / 3],
    ['bleu', 'the cat is on the mat', 'The cat is on the mat', {}, 1],
    // Precisions 5/6, (3+1)/(5+1), (1+1)/(4+1), (0+1)/(3+1); no penalty.
    ['bleu', 'the cat was on the mat', 'the cat sat on the mat', {}, ((5 / 6) * (4 / 6) * (2 / 5) * (1 / 4)) ** 0.25],
    // Two words of four: precisions 1 and 1, penalty e^(1 − 4/2).
    ['bleu', 'the cat is here', 'the cat', {}, Math.exp(-1)],
    ['bleu', 'the cat', 'dog', {}, 0],
    ['bleu', 'constructor toString', 'constructor', {}, Math.exp(-1)],
    // Precisions 1/2 and none, as good as none.
    ['bleu', 'the dog', 'the cat', { smoothing: 'epsilon' }, (0.5 * 1e-7) ** 0.5],
    ['bleu', ['a dog here', 'the cat'], 'the cat', {}, 1],
    ['rouge', ['a dog here', 'the cat'], 'the cat', {}, 1],
    ['rouge', "don't go", "do n't go", { words: 'treebank' }, 1],
    ['rouge', 'the cat.', 'the cat', { words: 'white-space' }, 1 / 2],
    // Of 6 runs of words here and 3 there, 3 are shared.
    ['gleu', 'the cat sat', 'The cat.', {}, 3 / 6],
    ['gleu', ['x', 'the cat'], 'the cat', {}, 1],
    ['gleu', 'x', '', {}, 0],
    ['levenshtein', 'abc', ' abc', { exact: true }, 3 / 4],
    ['levenshtein', 'abc', 'abd', { 'max-edits': 1, 'all-or-nothing': true }, 1],
  ])('%s of %j and %j %j', (kind, wanted, text, options, value) => {
    expect(valueFor(kind, wanted, text, options)).toBeCloseTo(value, 10);
  });

  it('levenshtein takes a pass mark in edits', () => {
    const passed = (most: number) =>
      scoreWith('levenshtein', 'kitten', { text: 'sitting', options: { 'max-edits': most } });
    expect(passed(3)).toMatchObject({ passed: true, value: 1 - 3 / 7 });
    expect(passed(2)).toMatchObject({ passed: false, value: 1 - 3 / 7 });
  });

  it('compare with the reference where they are given no text, and are unscored without', () => {
    const golden = aCase({ reference: 'abc' });
    for (const kind of ['levenshtein', 'rouge', 'bleu']) {
      expect(scoreWith(kind, null, { golden, text: 'abc' })).toMatchObject({ value: 1 });
      expect(scoreWith(kind, null, { text: 'abc' })).toMatchObject({
        why: expect.stringMatching(/nothing to compare/),
      });
    }
  });

  it('similar takes the nearest of several texts, by cosine, dot product or distance', () => {
    const value = (options: object) => {
      const golden = aCase({ checks: [aCheck({ kind: 'similar', argument: ['a', 'b'], options: { ...options } })] });
      const vectors = [
        [1, 0],
        [0, 1],
        [0.6, 0],
      ];
      const { score } = scoreAsked({ golden, text: 'Yes.' }, () => ({ kind: 'vectors', vectors }));
      return score.kind === 'scored' ? score.value : score.why;
    };
    expect(value({})).toBeCloseTo(1, 10);
    expect(value({ by: 'dot' })).toBeCloseTo(0.6, 10);
    expect(value({ by: 'euclidean' })).toBeCloseTo(1 / 1.4, 10);
  });

  it('similar is the cosine of two embeddings, and unscored where they are none', () => {
    const golden = aCase({ checks: [aCheck({ kind: 'similar', argument: 'No.' })] });
    const value = (vectors: readonly (readonly number[])[]) =>
      scoreAsked({ golden, text: 'Yes.' }, () => ({ kind: 'vectors', vectors })).score;
    expect(
      value([
        [1, 1],
        [1, 0],
      ]),
    ).toMatchObject({ value: expect.closeTo(Math.SQRT1_2, 10) });
    expect(
      value([
        [1, 0],
        [-1, 0],
      ]),
    ).toMatchObject({ value: 0 });
    expect(
      value([
        [1e200, 1e200],
        [1e200, 1e200],
      ]).kind,
    ).toBe('unscored');
    for (const broken of [
      [],
      [[1]],
      [[1, 0], [1]],
      [
        [0, 0],
        [1, 0],
      ],
    ])
      expect(value(broken).kind).toBe('unscored');
    expect(scoreAsked({ golden, text: 'Yes.' }, () => said('no vectors')).score.kind).toBe('unscored');
  });
});

describe('f-score', () => {
  it.each<[string, string | string[], number]>([
    ['The cat sat.', 'a cat sat', 1],
    ['cat dog', 'dog bird', 0.5],
    ['Within 30 days of the delivery.', '30 days', 4 / 7],
    ['the the the', 'the', 1],
    ['', 'cat', 0],
    ['cat cat cat', 'cat', 0.5],
    ['dog', ['cat', 'Dog!'], 1],
    ['猫坐着', '猫坐着', 1],
  ])('of %j against %j is %d', (text, wanted, value) => {
    expect(valueFor('f-score', wanted, text)).toBeCloseTo(value, 10);
  });
});

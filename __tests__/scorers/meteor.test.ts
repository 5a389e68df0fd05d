import { describe, expect, it } from 'vitest';
import recorded from '../../fixtures/scorers/meteor.json' with { type: 'json' };
import { words } from '../../src/wire/wire-local.ts';
import { aCase } from '../support/golden-case.ts';
import { faultOf, scoreWith, valueFor } from '../support/score-with.ts';

describe('meteor', () => {
  /** Scores of promptfoo’s `meteor` on `natural` 8.1.1 with its WordNet 3.1. */
  it.each(recorded)(
    'gives $reply against $wanted the score that promptfoo gives',
    ({ reply, wanted, score, ...weights }) => {
      expect(valueFor('meteor', wanted, reply, weights)).toBeCloseTo(score, 12);
    },
  );

  it('matches words as they are, by their stems and as synonyms, wherever they stand', () => {
    expect(valueFor('meteor', 'the sofa', 'the couch')).toBeCloseTo(0.9375, 12);
    expect(valueFor('meteor', 'the cat', 'the cats')).toBeCloseTo(0.9375, 12);
    expect(valueFor('meteor', 'cat the', 'the cats')).toBeCloseTo(0.5, 12);
    expect(valueFor('meteor', 'the sofa', 'the banana')).toBeLessThan(0.5);
  });

  it('takes the nearest of several texts, or the reference of the case', () => {
    expect(valueFor('meteor', ['a dog here', 'the cat sat'], 'the cat sat')).toBeCloseTo(1 - 0.5 / 27, 12);
    const golden = aCase({ reference: 'the cat sat' });
    expect(scoreWith('meteor', null, { golden, text: 'the cat sat' })).toMatchObject({ reason: 'METEOR 0.98' });
    expect(scoreWith('meteor', null, { text: 'abc' })).toMatchObject({ kind: 'unscored' });
    expect(faultOf('meteor', '')).toMatch(/empty/u);
  });

  it('takes time that grows with the length of a text, not with its square', () => {
    const many = (first: string) => Array.from({ length: 100_000 }, (_, index) => `${first}${index}`).join(' ');
    expect(valueFor('meteor', many('a'), many('b'))).toBe(0);
  });

  it('reads sets with WordNet’s own notice before them, as its licence asks', async () => {
    const text = await words.loadSynonyms();
    expect(text.slice(0, 2500)).toContain('WordNet 3.1 Copyright 2011 by Princeton University');
    expect(text.length).toBeLessThan(1_000_000);
  });
});

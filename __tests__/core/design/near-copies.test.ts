import { describe, expect, it } from 'vitest';
import { nearCopies } from '../../../src/core/design/near-copies.ts';
import { aCase } from '../../support/golden-case.ts';

const prompt = { variables: ['question', 'page'] };

function copies(...vars: readonly Readonly<Record<string, string>>[]): readonly (readonly number[])[] {
  return nearCopies(
    prompt,
    vars.map((given, at) => aCase({ id: `c${at}`, vars: given })),
  );
}

describe('near copies among cases', () => {
  it('are the same text up to case, spacing and punctuation, or nearly the same words', () => {
    const asked = 'Can I return the rake that I bought for my garden last summer?';
    expect(
      copies({ question: asked }, { question: `  ${asked.toUpperCase()}!` }, { question: 'Who are you?' }),
    ).toEqual([[0, 1]]);
    expect(copies({ question: asked }, { question: `Please: ${asked}` })).toEqual([[0, 1]]);
  });

  it('are none where another question is put to the same long page', () => {
    const page = 'Returns are accepted within thirty days of purchase. '.repeat(40);
    expect(copies({ page, question: 'Who pays the postage?' }, { page, question: 'May I swap it instead?' })).toEqual(
      [],
    );
  });

  it('are none where numbers differ: they test a limit', () => {
    const asked = (days: number) => ({ question: `Can I return a rake that I bought at your shop ${days} days ago?` });
    expect(copies(asked(29), asked(31))).toEqual([]);
  });

  it('are not found by variables that the prompt does not use', () => {
    expect(copies({ question: 'Hello there', ticket: 'a1' }, { question: 'Hello there', ticket: 'zz' })).toEqual([
      [0, 1],
    ]);
  });

  it('are found among thousands in no time', () => {
    const many = Array.from({ length: 1_500 }, (_, at) => ({
      question: `${'word '.repeat(60)}${at.toString(36)} ends`,
    }));
    expect(copies(...many, { question: 'Alone' }, { question: 'alone.' }).at(-1)).toEqual([1500, 1501]);
  });
});

import { describe, expect, it } from 'vitest';
import { compareChecks } from '../../../src/core/exam/compare-checks.ts';
import type { Check } from '../../../src/core/golden-case.ts';
import { aCheck } from '../../support/golden-case.ts';

const words = aCheck({ kind: 'contains', name: 'words', argument: 'abc' });
const polite = aCheck({ kind: 'judge', name: 'polite', argument: 'Is polite.', min: 7 });
const set = (min: number) => ({ name: 's', min });

describe('what a pull request did to checks, in words', () => {
  it.each<[string, readonly Check[], readonly Check[], readonly string[], readonly string[]]>([
    ['nothing', [words, polite], [words, polite], [], []],
    ['another order', [words, polite], [polite, words], [], []],
    [
      'a rubric in other words',
      [polite],
      [{ ...polite, argument: 'Is kind.' }],
      ['the rubric of `polite` is another'],
      [],
    ],
    [
      'the rubric of another tool',
      [{ ...polite, kind: 'llm' }],
      [{ ...polite, kind: 'llm', argument: 'Is kind.' }],
      ['the rubric of `polite` is another'],
      [],
    ],
    ['another name', [words], [{ ...words, name: 'text' }], [], ['check `words` renamed to `text`']],
    ['a check required anew', [words], [{ ...words, required: true }], [], ['check `words` now required']],
    ['a check added', [words], [words, aCheck({ kind: 'answers' })], [], ['check `answers` added']],
    ['a check dropped', [words, polite], [polite], ['check `words` dropped'], []],
    [
      'another kind in its place',
      [words],
      [aCheck({ kind: 'answers' })],
      ['check `words` dropped'],
      ['check `answers` added'],
    ],
    ['a lower mark', [polite], [{ ...polite, min: 6 }], ['`min` of `polite` lowered from 7 to 6'], []],
    ['a higher mark', [polite], [{ ...polite, min: 8 }], [], ['`min` of `polite` raised from 7 to 8']],
    ['a mark where there was none', [words], [{ ...words, min: 0.5 }], [], ['`min` of `words` set to 0.5']],
    [
      'a lower weight',
      [words, polite],
      [{ ...words, weight: 0.5 }, polite],
      ['weight of `words` lowered from 1 to 0.5'],
      [],
    ],
    [
      'a lower mark of a check that is turned round',
      [{ ...words, not: true, min: 0.5 }],
      [{ ...words, not: true, min: 0.4 }],
      [],
      ['`min` of `words` lowered from 0.5 to 0.4'],
    ],
    [
      'a higher one',
      [{ ...words, not: true, min: 0.5 }],
      [{ ...words, not: true, min: 0.6 }],
      ['`min` of `words` raised from 0.5 to 0.6'],
      [],
    ],
    [
      'none any more of one that is turned round',
      [{ ...words, not: true, min: 0.5 }],
      [{ ...words, not: true }],
      ['`min` of `words` (0.5) dropped'],
      [],
    ],
    [
      'one where a check that is turned round had none',
      [{ ...words, not: true }],
      [{ ...words, not: true, min: 0.5 }],
      [],
      ['`min` of `words` set to 0.5'],
    ],
    [
      'a set whose mark is lower',
      [{ ...words, set: set(0.5) }],
      [{ ...words, set: set(0.4) }],
      ['`min` of the set of `words` lowered from 0.5 to 0.4'],
      [],
    ],
    [
      'a set where there was none',
      [words],
      [{ ...words, set: set(0.5) }],
      ['`min` of the set of `words` set to 0.5'],
      [],
    ],
    ['a set left', [{ ...words, set: set(0.5) }], [words], [], ['`min` of the set of `words` (0.5) dropped']],
    [
      'what must not be there is longer, and turned round shorter',
      [{ ...words, not: true }],
      [{ ...words, not: true, argument: 'abcd' }],
      ['check `words` loosened to `words`'],
      [],
    ],
    [
      'turned round with a shorter text',
      [{ ...words, not: true }],
      [{ ...words, not: true, argument: 'ab' }],
      [],
      ['check `words` now `words`'],
    ],
    ['turned round now', [words], [{ ...words, not: true }], [], ['check `words` now `words`']],
    ['options', [words], [{ ...words, options: { turn: 'last' } }], [], ['check `words` now `words {"turn":"last"}`']],
    [
      'a transform',
      [words],
      [{ ...words, transforms: [{ name: 't.js', source: '', form: 'file' }] }],
      [],
      ['check `words` now `words`'],
    ],
    [
      'where its context comes from',
      [words],
      [{ ...words, contextFrom: { name: 't.js', source: '', form: 'file' } }],
      [],
      ['check `words` now `words`'],
    ],
  ])('%s', (_, base, head, weakened, edited) => {
    expect(compareChecks(base, head)).toEqual({ weakened, edited });
  });

  it('pairs by name first, so that a dropped check is not taken for another', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => aCheck({ kind: 'contains', name: text, argument: text }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three checks');
    expect(compareChecks([a, b, c], [c, a])).toEqual({ weakened: ['check `b` dropped'], edited: [] });
    expect(compareChecks([a, b], [b])).toEqual({ weakened: ['check `a` dropped'], edited: [] });
    const moved = { ...b, name: 'd', argument: 'd' };
    expect(compareChecks([a, b], [moved, a])).toEqual({ weakened: [], edited: ['check `b` now `d`'] });
    const judge = { ...polite, name: 'a' };
    expect(compareChecks([a, judge], [judge, a])).toEqual({ weakened: [], edited: [] });
    expect(compareChecks([a, { ...a }], [a])).toEqual({ weakened: ['check `a` dropped'], edited: [] });
  });

  it('names up to three checks that outweigh what there was, from more than all of it on', () => {
    const of = (name: string, weight = 1) => aCheck({ kind: 'answers', name, weight });
    const added = (...names: string[]) => names.map((name) => `check \`${name}\` added`);
    const base = [{ ...words, weight: 2 }];
    expect(compareChecks(base, [...base, of('a'), of('b')]).weakened).toEqual([]);
    expect(compareChecks(base, [...base, of('a'), of('b'), of('c')])).toEqual({
      weakened: ['checks `a`, `b`, `c` with a weight of 3 outweigh all checks there were'],
      edited: added('a', 'b', 'c'),
    });
    expect(compareChecks(base, [...base, of('a'), of('b'), of('c'), of('d')]).weakened).toEqual([
      'checks `a`, `b`, `c` and 1 more with a weight of 4 outweigh all checks there were',
    ]);
    expect(compareChecks(base, [{ ...words, weight: 5 }])).toEqual({
      weakened: ['check `words` with a weight of 3 outweighs all checks there were'],
      edited: ['weight of `words` raised from 2 to 5'],
    });
    expect(compareChecks([], [of('a')])).toEqual({ weakened: [], edited: added('a') });
  });

  it('of several simulated users the last one counts, wherever the others stand', () => {
    const user = (name: string, turns: number) => aCheck({ kind: 'simulate', name, argument: { persona: 'p', turns } });
    expect(compareChecks([user('a', 3)], [user('b', 1), user('a', 3), words])).toEqual({
      weakened: [],
      edited: ['check `words` added'],
    });
  });
});

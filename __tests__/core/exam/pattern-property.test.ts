import fc from 'fast-check';
import { RE2JS } from 're2js';
import { expect, it } from 'vitest';
import { isWiderPattern } from '../../../src/core/exam/is-wider-pattern.ts';

const atom = fc.constantFrom('a', 'b', '.', '[ab]', '\\w', '(?:a|b)', '(ab)', '(?:a|)', '^', '$', '\\b');
const repeat = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}');
const piece = fc.tuple(atom, repeat).map(([text, times]) => (/^(?:\^|\$|\\b)$/u.test(text) ? text : `${text}${times}`));
const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });
/** A pattern, and what an edit made of it: a piece dropped, put in another's place, or an alternative added. */
const edit = fc
  .tuple(pieces, fc.nat(4), fc.constantFrom('drop', 'replace', 'add'), piece)
  .map(([all, at, how, other]) => {
    const place = at % all.length;
    const edited = { drop: all.toSpliced(place, 1), replace: all.with(place, other), add: [...all, '|', other] }[how];
    return [all.join(''), edited.join('')] as const;
  });
const text = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 8 }).map((letters) => letters.join(''));

it('a pattern that is called wider is found wherever the other is, but for one that finds the empty text', () => {
  let wider = 0;
  fc.assert(
    fc.property(edit, fc.array(text, { minLength: 5, maxLength: 20 }), ([narrow, wide], texts) => {
      if (!isWiderPattern(wide, narrow) || RE2JS.compile(wide).test('')) return;
      wider += 1;
      const [one, other] = [RE2JS.compile(narrow), RE2JS.compile(wide)];
      for (const each of texts) if (one.test(each)) expect([narrow, wide, each, other.test(each)]).toContain(true);
    }),
    { numRuns: 5_000 },
  );
  expect(wider).toBeGreaterThan(250);
});

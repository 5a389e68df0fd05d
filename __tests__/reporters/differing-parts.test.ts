import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingParts } from '../../src/reporters/telling-pair.ts';

const sentences = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, at) => `Clause ${from + at} says what it always said about gardens, tools and their care.`,
  ).join(' ');

test('sentences that both replies have are left out, but for one beside each difference', () => {
  const old = `${sentences(0, 20)} You cannot return it after 30 days, whatever happened to it. ${sentences(20, 40)}`;
  const now = `${sentences(0, 20)} You can return it whenever you like, and we pay for the parcel. ${sentences(20, 40)}`;
  expect(differingParts(old, now, { most: 400, evidence: [] })).toEqual({
    old: `⋯ ${sentences(19, 20)} You cannot return it after 30 days, whatever happened to it. ${sentences(20, 21)} ⋯`,
    new: `⋯ ${sentences(19, 20)} You can return it whenever you like, and we pay for the parcel. ${sentences(20, 21)} ⋯`,
  });
});

test('a reply that is reworded throughout is cut around what a check found in it', () => {
  const now = `${'The weather was fine and the road was long. '.repeat(60)}We will gladly refund it. ${'All was told again. '.repeat(60)}`;
  const shown = differingParts('No.', now, { most: 200, evidence: ['gladly refund'] }).new;
  expect(shown).toMatch(/^⋯ .*We will gladly refund it\..* ⋯$/u);
  expect(shown.length).toBeLessThan(210);
});

test('line ends stay where they are, and replies that are alike are shown as they are', () => {
  expect(differingParts('{\n"a": 1\n}', '{\r\n"a": 2\r\n}', { most: 99, evidence: [] })).toEqual({
    old: '{\n"a": 1\n}',
    new: '{\n"a": 2\n}',
  });
  expect(differingParts('Same here. ', 'Same here. ', { most: 99, evidence: [] }).new).toBe('Same here. ');
});

test('whatever the replies, what is shown stays about within its room', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 900 }),
      fc.string({ unit: 'grapheme', maxLength: 900 }),
      (old, now) => {
        const shown = differingParts(old, now, { most: 120, evidence: [now.slice(300, 320)] });
        expect(Math.max(shown.old.length, shown.new.length)).toBeLessThanOrEqual(126);
      },
    ),
  );
});

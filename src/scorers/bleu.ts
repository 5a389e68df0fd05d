import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { countGrams, cutOption, sharedGrams, wordsOf } from './similarity/word-grams.ts';
import { turnOption } from './text/text-options.ts';

const orders = [1, 2, 3, 4];
/** What stands for a precision of 0 where nothing else smoothes it. */
const least = 1e-7;

/** `add-one`: Lin and Och (2004). `epsilon`: a tiny number in the place of none. */
type Smoothing = 'add-one' | 'epsilon';

/**
 * Sentence BLEU, 0–1: brevity penalty × geometric mean of the clipped n-gram precisions for n = 1…4 (Papineni et
 * al. 2002). From n = 2 on, one is added to both counts, as Lin and Och (2004) do for single sentences, where a
 * missing 4-gram would otherwise make the whole 0. Orders longer than the reply are left out. Of several wanted texts
 * each order takes the one that meets it best, and the penalty the one nearest in length.
 *
 * Written here because no maintained package computes it soundly.
 */
function bleu(
  reply: readonly string[],
  wanted: readonly (readonly string[])[],
  smoothing: Smoothing = 'add-one',
): number {
  if (reply.length === 0 || wanted.every((words) => words.length === 0)) return 0;
  const used = orders.filter((order) => order <= reply.length);
  const logs = used.map((order) => Math.log(precision(order, reply, wanted, smoothing)));
  const length = nearest(
    reply.length,
    wanted.map((words) => words.length),
  );
  const penalty = reply.length >= length ? 1 : Math.exp(1 - length / reply.length);
  return penalty * Math.exp(logs.reduce((sum, log) => sum + log, 0) / used.length);
}

function precision(
  order: number,
  reply: readonly string[],
  wanted: readonly (readonly string[])[],
  smoothing: Smoothing,
): number {
  const made = countGrams(order, reply);
  const matched = Math.max(...wanted.map((words) => sharedGrams(made, countGrams(order, words))));
  const total = reply.length - order + 1;
  if (smoothing === 'epsilon') return matched === 0 ? least : matched / total;
  return order === 1 ? matched / total : (matched + 1) / (total + 1);
}

/** The length nearest to the reply's, the shorter of two as near. */
function nearest(length: number, lengths: readonly number[]): number {
  return lengths.reduce((best, one) => {
    const closer = Math.abs(one - length) - Math.abs(best - length);
    return closer < 0 || (closer === 0 && one < best) ? one : best;
  });
}

const options = z.strictObject({
  ...turnOption,
  ...cutOption,
  smoothing: z.exactOptional(
    z.enum(['add-one', 'epsilon'], { error: '"smoothing" is "add-one" (the default) or "epsilon"' }),
  ),
});

export const bleuScorer = defineCheckKind({
  kind: 'bleu',
  summary:
    'Sentence BLEU-4 of the reply against the text, smoothed by Lin and Och (`smoothing: epsilon`: hardly at all); words as for `rouge`.',
  argument: wantedTexts,
  options,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with, or no word in it',
  score: ({ argument, options: { words: cut, smoothing }, golden, text }) => {
    const given = wantedTextsFor(argument, golden);
    if (given.length === 0) return { kind: 'unscored', why: noWantedText };
    const wanted = given.map((one) => wordsOf(one, cut));
    if (wanted.every((words) => words.length === 0)) {
      return { kind: 'unscored', why: 'the text to compare with has no words' };
    }
    const value = Math.min(1, bleu(wordsOf(text, cut), wanted, smoothing));
    return { kind: 'scored', value, reason: `BLEU ${value.toFixed(2)}` };
  },
});

import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noWantedText, wantedFor, wantedText } from './similarity/wanted-text.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

/** Most pairs of characters compared: about a second. */
const mostWork = 1e9;

const options = z.strictObject({
  ...spelledOptions.shape,
  'max-edits': z.exactOptional(
    z.int({ error: '"max-edits" is a whole number' }).min(0, '"max-edits" must not be negative'),
  ),
  'all-or-nothing': z.exactOptional(z.boolean({ error: '"all-or-nothing" is true or false' })),
});

export const levenshteinScorer = defineCheckKind({
  kind: 'levenshtein',
  summary:
    '1 − edit distance ÷ length of the longer text, in UTF-16 units (surrounding white space aside). `max-edits: 5` is a pass mark in edits; with `all-or-nothing` the score is 1 or 0 by it.',
  argument: wantedText,
  options,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with; both texts are very long',
  score: ({ argument, options, golden, text }) => {
    const given = wantedFor(argument, golden);
    if (given === undefined) return { kind: 'unscored', why: noWantedText };
    const wanted = fold(stripped(given, options), options);
    const reply = fold(stripped(text, options), options);
    if (wanted.length * reply.length > mostWork) return { kind: 'unscored', why: 'the texts are too long to compare' };
    const edits = distance(reply, wanted);
    const longest = Math.max(reply.length, wanted.length);
    const share = longest === 0 ? 1 : 1 - edits / longest;
    const most = options['max-edits'];
    return {
      kind: 'scored',
      ...(most !== undefined && { passed: edits <= most }),
      value: options['all-or-nothing'] === true && most !== undefined ? Number(edits <= most) : share,
      reason: `${edits} edits on ${longest} characters`,
    };
  },
});

import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { meteor, readSynonyms } from './similarity/meteor.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { lazyLibrary } from './text/lazy-library.ts';
import { turnOption } from './text/text-options.ts';

const share = (name: string) =>
  z.exactOptional(
    z
      .number({ error: `"${name}" is a number from 0 to 1` })
      .min(0)
      .max(1),
  );

const synonyms = lazyLibrary('WordNet', async ({ loadSynonyms }) => readSynonyms(await loadSynonyms()));

export const meteorScorer = defineCheckKind({
  kind: 'meteor',
  summary:
    'METEOR: words in common as they are, by their English stems, or as synonyms of the stems (WordNet); recall counts nine times as much as precision (`alpha` 0.9), and scattered words take off up to half (`gamma` 0.5, `beta` 3). Words stand between white space, lower case, without full stops at their end.',
  argument: wantedTexts,
  options: z.strictObject({
    ...turnOption,
    alpha: share('alpha'),
    beta: z.exactOptional(z.number({ error: '"beta" is a number from 0 on' }).min(0)),
    gamma: share('gamma'),
  }),
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with',
  load: synonyms.load,
  score: ({ argument, options, golden, text }) => {
    const wanted = wantedTextsFor(argument, golden);
    if (wanted.length === 0) return { kind: 'unscored', why: noWantedText };
    const known = synonyms.get();
    const { alpha = 0.9, beta = 3, gamma = 0.5 } = options;
    const value = Math.max(...wanted.map((one) => meteor(wordsIn(text), wordsIn(one), known, { alpha, beta, gamma })));
    return { kind: 'scored', value, reason: `METEOR ${value.toFixed(2)}` };
  },
});

/** White space at an end leaves an empty word there, and it counts: as promptfoo splits. */
function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/u).map((word) => word.replace(/\.+$/u, '').toLowerCase());
}

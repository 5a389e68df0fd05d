import { z } from 'zod';

/** What counts as a word: what Unicode's boundaries cut out (default), or what stands between white space. */
export const wordsOption = {
  words: z.exactOptional(z.enum(['unicode', 'white-space'], { error: '"words" is "unicode" or "white-space"' })),
};

export type Words = NonNullable<z.infer<typeof wordsOption.words>>;

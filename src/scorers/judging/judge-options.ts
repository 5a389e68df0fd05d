import { z } from 'zod';
import { turnOption } from '../text/text-options.ts';

/** `votes`: judgements of one reply, averaged. `rejudge: false`: none more near the pass mark. */
export const judgeOptions = z.strictObject({
  ...turnOption,
  votes: z.exactOptional(
    z
      .int({ error: '"votes" is a whole number from 1 to 15' })
      .min(1, '"votes" is 1 or more')
      .max(15, '"votes" is 15 at most'),
  ),
  rejudge: z.exactOptional(z.boolean({ error: '"rejudge" is true or false' })),
});

export type JudgeOptions = z.infer<typeof judgeOptions>;

import { z } from 'zod';

/** Which of a simulated conversation's replies a check reads: all of them (default) or the last. */
export const turnOption = {
  turn: z.exactOptional(z.enum(['all', 'last'], { error: '"turn" is "all" or "last"' })),
};

/** Modifiers of checks that read the reply and take none of their own. */
export const plainOptions = z.strictObject(turnOption);

/** Modifiers of checks that compare texts. */
export const textOptions = z.strictObject({
  ...turnOption,
  'ignore-case': z.exactOptional(z.boolean({ error: '"ignore-case" is true or false' })),
});

/** As {@link textOptions}, for kinds that can take the reply as it is written. */
export const spelledOptions = z.strictObject({
  ...textOptions.shape,
  /** White space around it counts, and no form of Unicode is taken for another. */
  exact: z.exactOptional(z.boolean({ error: '"exact" is true or false' })),
});

export type TextOptions = z.infer<typeof spelledOptions>;

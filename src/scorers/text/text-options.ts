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

export type TextOptions = z.infer<typeof textOptions>;

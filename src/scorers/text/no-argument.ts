import { z } from 'zod';

/** For kinds that take nothing: written bare, or with `true` where the notation wants a value. */
export const noArgument = z
  .union([z.null(), z.literal(true)], { error: 'takes no argument: write the kind alone' })
  .describe('none');

import { z } from 'zod';
import { turnOption } from '../text/text-options.ts';

/** `strict`: a code fence around the JSON counts against it. */
export const jsonOptions = z.strictObject({
  ...turnOption,
  strict: z.exactOptional(z.boolean({ error: '"strict" is true or false' })),
});

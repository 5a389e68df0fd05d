import { z } from 'zod';

/** An increase as people write it: `25%`, or the share itself (0.25). Parsed to the share. */
export const share = z.union([
  z.number().min(0).max(10, { error: 'must be a share such as `25%` or 0.25' }),
  z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,9})?\s*%$/u, { error: 'must be a share such as `25%` or 0.25' })
    .transform((text) => Number.parseFloat(text) / 100),
]);

import { z } from 'zod';
import { invalidReasons } from '../problem.ts';
import { position } from './quantities.ts';

export const problemSchema = z.object({
  reason: z.enum(invalidReasons),
  what: z.string(),
  at: position.exactOptional(),
  fix: z.string().exactOptional(),
});

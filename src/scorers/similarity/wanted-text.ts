import { z } from 'zod';
import type { GoldenCase } from '../../core/golden-case.ts';

/** A text to compare with; left out (the kind written alone), the case's reference. */
export const wantedText = z
  .union([z.string().min(1, 'the text to compare with is empty'), z.null(), z.literal(true)], {
    error: 'must be the text to compare with, or nothing for the case’s reference',
  })
  .describe('text; left out: the reference');

export type WantedText = z.infer<typeof wantedText>;

/** Why there is nothing to compare with, where neither the check nor the case gives a text. */
export const noWantedText = 'nothing to compare with: give the check a text or the case a reference';

/** The text to compare with, if there is one. */
export function wantedFor(argument: WantedText, golden: GoldenCase): string | undefined {
  return typeof argument === 'string' ? argument : golden.reference;
}

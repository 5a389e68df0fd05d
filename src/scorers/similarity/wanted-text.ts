import { z } from 'zod';
import type { GoldenCase } from '../../core/golden-case.ts';

const filled = z.string().min(1, 'the text to compare with is empty');

/** A text to compare with; left out (the kind written alone), the case's reference. */
export const wantedText = z
  .union([filled, z.null(), z.literal(true)], {
    error: 'must be the text to compare with, or nothing for the case’s reference',
  })
  .describe('text; left out: the reference');

/** Texts of which the nearest counts; left out, the case's reference. */
export const wantedTexts = z
  .union([filled, z.array(filled).min(1, 'the list is empty: give at least one text'), z.null(), z.literal(true)], {
    error: 'must be the text to compare with, a list of texts, or nothing for the case’s reference',
  })
  .describe('text or a list, of which the nearest counts; left out: the reference');

export type WantedText = z.infer<typeof wantedText>;

/** Why there is nothing to compare with, where neither the check nor the case gives a text. */
export const noWantedText = 'nothing to compare with: give the check a text or the case a reference';

/** The texts to compare with; none where neither the check nor the case gives one. */
export function wantedTextsFor(argument: z.infer<typeof wantedTexts>, golden: GoldenCase): readonly string[] {
  if (Array.isArray(argument)) return argument;
  const one = typeof argument === 'string' ? argument : golden.reference;
  return one === undefined ? [] : [one];
}

/** The text to compare with, if there is one. */
export function wantedFor(argument: WantedText, golden: GoldenCase): string | undefined {
  return typeof argument === 'string' ? argument : golden.reference;
}

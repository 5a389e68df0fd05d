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

/**
 * The form in which two texts are compared: Unicode NFC, so that é is é however it was composed, and without
 * case where the check says so (through upper case and back, so that ß meets SS and both sigmas meet). With `exact`
 * as it is written.
 */
export function fold(text: string, options: TextOptions): string {
  if (options.exact === true) return options['ignore-case'] === true ? text.toLowerCase() : text;
  const composed = text.normalize('NFC');
  return options['ignore-case'] === true ? composed.toLowerCase().toUpperCase().toLowerCase() : composed;
}

/** A text without the white space around it, or before or after it only; with `exact` as it is. */
export function stripped(
  text: string,
  { exact }: TextOptions,
  where: 'around' | 'before' | 'after' = 'around',
): string {
  if (exact === true) return text;
  if (where === 'around') return text.trim();
  return where === 'before' ? text.trimStart() : text.trimEnd();
}

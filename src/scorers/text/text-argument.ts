import { z } from 'zod';

/** A text as users write it in YAML: whole numbers and true/false are taken as the text they look like. */
const text = z.union([z.string(), z.int().transform(String), z.boolean().transform(String)], {
  error: ({ input }) =>
    typeof input === 'number'
      ? `${input} is a fraction, which YAML may have rewritten: put it in quotes, "${input}"`
      : 'must be a text, or a list of texts',
});

/** One text or a list of at least one. Parsing what was parsed changes nothing. */
export const textOrList = z
  .union([text, z.array(text).min(1, 'the list is empty: give at least one text')], {
    error: ({ input }) =>
      typeof input === 'number'
        ? `${input} is a fraction, which YAML may have rewritten: put it in quotes, "${input}"`
        : Array.isArray(input) && input.length === 0
          ? 'the list is empty: give at least one text'
          : 'must be a text, or a list of texts',
  })
  .describe('text or a list of texts');

export type TextOrList = z.infer<typeof textOrList>;

/** As {@link textOrList}, without empty texts, which every reply contains. */
export const filledTextOrList = textOrList.refine((argument) => textsOf(argument).every((one) => one !== ''), {
  error: 'an empty text is in every reply: give the text to look for',
});

/** The texts of an argument, one or several. */
export function textsOf(argument: TextOrList): readonly string[] {
  return Array.isArray(argument) ? argument : [argument];
}

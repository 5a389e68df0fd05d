import { z } from 'zod';
import { sqlDialects } from '../../core/ports.ts';

const dialect = z.enum(sqlDialects, {
  error: ({ input }) => `${JSON.stringify(input)} is no dialect that is read: ${sqlDialects.join(', ')}`,
});

const rights = z
  .array(
    z.string({ error: 'a right is a text such as select::(.*)::orders' }).refine(isPattern, 'a right is no pattern'),
  )
  .min(1, 'the list of rights is empty');

const form = 'must be a dialect, or { dialect, tables, columns }';

const settings = z.strictObject(
  { dialect: z.exactOptional(dialect), tables: z.exactOptional(rights), columns: z.exactOptional(rights) },
  { error: form },
);

/** SQL as MySQL takes it, or another database; with what it may touch. */
export const sqlArgument = z
  .union([z.null(), z.literal(true), dialect, settings], {
    error: ({ input }) => {
      const issue = typeof input === 'string' ? dialect.safeParse(input).error : settings.safeParse(input).error;
      return issue?.issues[0]?.message ?? form;
    },
  })
  .describe(`none (mysql), a dialect (${sqlDialects.join(', ')}), or { dialect, tables, columns }`);

export type SqlArgument = z.infer<typeof sqlArgument>;
export type SqlSettings = z.infer<typeof settings>;

/** What an argument says, in its longest form. */
export function settingsOf(argument: SqlArgument): SqlSettings {
  if (argument === null || argument === true) return {};
  return typeof argument === 'string' ? { dialect: argument } : argument;
}

/** Rights are patterns of JavaScript's: the parser compares them by its own rule, in the sandbox. */
function isPattern(written: string): boolean {
  try {
    return new RegExp(`^${written}$`, 'i').source !== '';
  } catch {
    return false;
  }
}

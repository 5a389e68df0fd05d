import { z } from 'zod';
import { refuseEndpoint } from './refuse-endpoint.ts';

// How the texts of inputs are read: the action and the command line give nothing but texts.

export const text = z.string();
/** What is written on lines of its own; blank ones are none. */
export const lines = z
  .string()
  .transform((written) => written.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])));
export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/u, { error: 'must be a whole number' })
  .transform(Number);
export const dollars = z
  .string()
  .regex(/^\$?\d{1,9}(?:\.\d+)?$/u, { error: 'must be a number of dollars, such as `5` or `0.50`' })
  .transform((written) => Number(written.replace('$', '')));
export const yesOrNo = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false', 'yes', 'no'], { error: 'must be `true` or `false`' }))
  .transform((written) => written === 'true' || written === 'yes');
export const endpoint = text.superRefine((url, context) => {
  const why = refuseEndpoint(url, { query: false });
  if (why !== undefined) context.addIssue({ code: 'custom', message: why, params: { secret: true } });
});
export const name = text.regex(/^[\w.-]{1,60}$/u, { error: 'must be at most 60 letters, digits, `.`, `-` and `_`' });
/** Git reads a name that begins with `-` as an option. */
export const gitReference = text.regex(/^(?!-)[^\s\p{Cc}~^:?*[\\]+$/u, {
  error: 'must be a branch, a tag or a commit',
});

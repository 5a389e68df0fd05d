import { z } from 'zod';
import { textOrList, textsOf } from '../text/text-argument.ts';
import { compilePattern } from './compile-pattern.ts';

/** One RE2 pattern or a list of them, each compiled to see that it is one. */
export const patternOrList = textOrList
  .superRefine((argument, context) => {
    for (const pattern of textsOf(argument)) {
      const fault = patternFault(pattern);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
    }
  })
  .describe('pattern in RE2 syntax, or a list of them');

/** One RE2 pattern. */
export const patternText = z.string({ error: 'must be a pattern' }).superRefine((pattern, context) => {
  const fault = patternFault(pattern);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

function patternFault(pattern: string): string | undefined {
  try {
    compilePattern(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

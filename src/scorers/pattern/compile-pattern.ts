import { RE2JS } from 're2js';
import { z } from 'zod';
import { textOrList, textsOf } from '../text/text-argument.ts';

/** Longer patterns are refused: nested repeats grow a pattern's program with the product of their counts. */
const longest = 2_000;

/** Compiled patterns, so that a check of thousands of replies compiles once. Emptied when full. */
const compiled = new Map<string, Pattern>();
const mostKept = 500;

/** A pattern that is found, or not, in time linear in the text. */
export type Pattern = {
  readonly foundIn: (text: string) => boolean;
  /** The first match in a text. */
  readonly firstIn: (text: string) => string | undefined;
  /** Whether the whole text is a match. */
  readonly matches: (text: string) => boolean;
};

/**
 * Compiles RE2 syntax (no look-around, no back-references: that is what makes it linear).
 * @throws Error whose message says what is wrong with the pattern.
 */
export function compilePattern(pattern: string, ignoreCase = false): Pattern {
  const key = `${ignoreCase ? 'i' : 'c'}${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (pattern.length > longest) throw new Error(`the pattern is ${pattern.length} characters long, ${longest} is most`);
  const program = compileProgram(pattern, ignoreCase);
  const fresh: Pattern = {
    foundIn: (text) => program.test(text),
    firstIn: (text) => {
      const matcher = program.matcher(text);
      return matcher.find() ? (matcher.group() ?? undefined) : undefined;
    },
    matches: (text) => program.testExact(text),
  };
  if (compiled.size >= mostKept) compiled.clear();
  compiled.set(key, fresh);
  return fresh;
}

function compileProgram(pattern: string, ignoreCase: boolean): RE2JS {
  try {
    return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    throw new Error(`not a pattern in RE2 syntax (${what})${adviceFor(pattern)}`, { cause: error });
  }
}

function adviceFor(pattern: string): string {
  if (/\(\?<?[=!]/.test(pattern)) return '; RE2 has no look-around: use a not-regex check beside this one';
  if (/\\[1-9]/.test(pattern)) return '; RE2 has no back-references';
  return '';
}

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

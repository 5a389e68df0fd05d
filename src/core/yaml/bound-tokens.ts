import { Lexer } from 'yaml';

/** Marks, texts and spaces that a file may be written with: some 30,000 golden cases. Parsing takes seconds for so many. */
export const mostTokens = 1_000_000;
const deepest = 100;
/** A shorter text cannot hold enough to take long. */
const shortest = 50_000;

/**
 * Looks at how a YAML text is written before it is parsed: cutting it into tokens takes a tenth of the time, and is left off as
 * soon as it is too much.
 * @returns what is too much, in words; undefined where it may be parsed
 */
export function boundTokens(text: string): { readonly what: string; readonly fix: string } | undefined {
  if (text.length < shortest) return undefined;
  let count = 0;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    count += 1;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return { what: 'The file is nested too deep to be read.', fix: 'Flatten it.' };
    if (count > mostTokens) {
      const most = mostTokens.toLocaleString('en');
      return { what: `The file is written with more than ${most} marks and texts.`, fix: 'Split it.' };
    }
  }
  return undefined;
}

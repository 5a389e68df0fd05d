import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Edits beyond which a line-by-line diff says nothing and takes long. */
const mostEdits = 2_000;

/** Unified diff of a prompt's file, old to new; empty where the text is the same. A side that is not there is `/dev/null`. */
export function diffPrompt(
  old: { readonly path: string; readonly text: string } | undefined,
  next: { readonly path: string; readonly text: string } | undefined,
): string {
  if (old?.text === next?.text) return '';
  const from = old === undefined ? '/dev/null' : `a/${old.path}`;
  const to = next === undefined ? '/dev/null' : `b/${next.path}`;
  const options = { context: 3, maxEditLength: mostEdits, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(from, to, old?.text ?? '', next?.text ?? '', undefined, undefined, options);
  return patch ?? `--- ${from}\n+++ ${to}\nToo much changed to show it line by line.\n`;
}

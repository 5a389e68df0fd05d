import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Edits beyond which a line-by-line diff says nothing and takes long. */
const mostEdits = 2_000;

/** A file that a prompt is read from, as it is on one side. */
export type PromptFile = { readonly path: string; readonly text: string };

/**
 * Unified diff of a prompt's files, old to new; empty where their texts are the same. A file that is not there is
 * `/dev/null`. Where both sides have one file each it is the same one, under whatever name.
 */
export function diffPrompt(old: readonly PromptFile[], next: readonly PromptFile[]): string {
  const [first, ...others] = old;
  const [only, ...more] = next;
  if (others.length === 0 && more.length === 0) return diffFile(first, only);
  const paths = new Set([...next, ...old].map(({ path }) => path));
  const at = (files: readonly PromptFile[], path: string) => files.find((file) => file.path === path);
  return [...paths].map((path) => diffFile(at(old, path), at(next, path))).join('');
}

function diffFile(old: PromptFile | undefined, next: PromptFile | undefined): string {
  if (old?.text === next?.text) return '';
  const from = old === undefined ? '/dev/null' : `a/${old.path}`;
  const to = next === undefined ? '/dev/null' : `b/${next.path}`;
  const options = { context: 3, maxEditLength: mostEdits, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(from, to, old?.text ?? '', next?.text ?? '', undefined, undefined, options);
  return patch ?? `--- ${from}\n+++ ${to}\nToo much changed to show it line by line.\n`;
}

import type { TextOptions } from './text-options.ts';

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

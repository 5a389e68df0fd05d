import { hidden } from './show-hidden.ts';

/**
 * JSON in which what hides from a reader (bidirectional overrides, zero-width and control characters) is written as an escape: the same
 * value, and no terminal, diff or review shows it as something else.
 */
export function escapeHidden(json: string): string {
  // Most texts are plain, and need no closer look.
  if (/^[\n\x20-\x7e]*$/u.test(json)) return json;
  return json.replaceAll(hidden, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

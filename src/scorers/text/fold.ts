import type { TextOptions } from './text-options.ts';

/**
 * The form in which two texts are compared: Unicode NFC, so that é is é however it was composed, and without
 * case where the check says so (through upper case and back, so that ß meets SS and both sigmas meet). With `exact`
 * as it is written.
 */
export function fold(text: string, options: TextOptions): string {
  if (options.exact === true) return options['ignore-case'] === true ? text.toLowerCase() : text;
  const composed = text.normalize('NFC');
  return options['ignore-case'] === true ? composed.toLowerCase().toUpperCase().toLowerCase() : composed;
}

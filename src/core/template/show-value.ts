import type { Json } from '../json.ts';

/** A value as a template shows it: a text as it is, all else as JSON. */
export function showValue(value: Json | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

import type { Json } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';

/** The name of the scorer that the argument of a `score` check asks. */
export function scorerNamed(argument: Json): string {
  const named = isObject(argument) ? argument['scorer'] : argument;
  return typeof named === 'string' ? named : '';
}

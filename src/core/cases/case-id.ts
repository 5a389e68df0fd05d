import type { GoldenCase } from '../golden-case.ts';
import { hash } from '../hash.ts';

/** An id for a case that was given none: the same for the same vars (and turns before them), whatever else changes. */
export function idOf(vars: GoldenCase['vars'], history: GoldenCase['history']): string {
  return hash(history.length === 0 ? vars : { vars, history }).slice(0, 10);
}

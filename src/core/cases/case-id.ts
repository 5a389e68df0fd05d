import type { GoldenCase } from '../golden-case.ts';
import { hash } from '../hash.ts';

/** An id for a case that was given none: the same for the same vars (and turns of its own), whatever else changes. */
export function idOf(vars: GoldenCase['vars'], history: GoldenCase['history'], user?: string): string {
  if (user !== undefined) return hash({ vars, history, user }).slice(0, 10);
  return hash(history.length === 0 ? vars : { vars, history }).slice(0, 10);
}

import { isStarter } from '../cases/starters.ts';
import type { GoldenCase } from '../golden-case.ts';

/** That all a prompt is asked are the examples that `init` wrote: what breaks for its users hardly shows in them. */
export function wordStarters(cases: readonly GoldenCase[]): readonly string[] {
  if (cases.length === 0 || !cases.every(isStarter)) return [];
  return [
    'All golden cases are still the examples that `init` wrote, which see little of what may break. Put in what your users really send, and checks of what a good reply says.',
  ];
}

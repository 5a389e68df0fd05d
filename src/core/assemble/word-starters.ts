import type { GoldenCase } from '../golden-case.ts';
import { starterValues } from '../init/starter-values.ts';
import type { Json } from '../json.ts';

const written = new Set<Json>(starterValues.flatMap(({ values }) => values));

/** That all a prompt is asked are the examples that `init` wrote: what breaks for its users hardly shows in them. */
export function wordStarters(cases: readonly GoldenCase[]): readonly string[] {
  if (cases.length === 0 || !cases.every(isStarter)) return [];
  return [
    'All golden cases are still the examples that `init` wrote, which see little of what may break. Put in what your users really send, and checks of what a good reply says.',
  ];
}

function isStarter({ id, vars }: GoldenCase): boolean {
  const values = leavesOf(vars);
  return /^example-\d$/u.test(id) && values.length > 0 && values.every((value) => written.has(value));
}

function leavesOf(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

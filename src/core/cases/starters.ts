import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { starterValues } from './starter-values.ts';

const written = new Set<Json>(starterValues.flatMap(({ values }) => values));

/** Whether a case is still an example that `init` wrote. */
export function isStarter({ id, vars }: GoldenCase): boolean {
  const values = leavesOf(vars);
  return /^example-\d$/u.test(id) && values.length > 0 && values.every((value) => written.has(value));
}

function leavesOf(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

/**
 * Golden cases of a prompt that was put together of files after `init` wrote examples for each: those of one name are one case,
 * with the variables of all.
 */
export function mergeStarters(cases: readonly GoldenCase[]): readonly GoldenCase[] {
  const files = new Set(cases.map(({ at }) => at.file));
  if (files.size < 2) return cases;
  const merged = new Map<string, GoldenCase>();
  for (const golden of cases) {
    const key = isStarter(golden) ? golden.id : JSON.stringify([golden.id, golden.at]);
    const other = merged.get(key);
    const isOther = other !== undefined && other.at.file !== golden.at.file;
    merged.set(isOther || other === undefined ? key : JSON.stringify([golden.id, golden.at]), {
      ...golden,
      ...(isOther && { ...other, vars: { ...golden.vars, ...other.vars } }),
    });
  }
  return [...merged.values()];
}

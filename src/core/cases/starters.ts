import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';

/** First values by what a variable is called, two of each; they are there to be replaced. */
export const starterValues: readonly { readonly name: RegExp; readonly values: readonly [string, string] }[] = [
  {
    name: /question|query|message|input|prompt|request|turn/iu,
    values: ['Hello! What can you help me with?', 'I need help with something urgent. Where do I begin?'],
  },
  { name: /lang|locale/iu, values: ['English', 'German'] },
  { name: /name|author|user|customer/iu, values: ['Ada Lovelace', 'Grace Hopper'] },
  { name: /date|day/iu, values: ['2026-01-15', '2026-06-30'] },
  { name: /num|count|max|limit|age|score/iu, values: ['3', '10'] },
  {
    name: /./u,
    values: [
      'Replace this with a real text that your application would put here.',
      'Replace this with another one, as different from the first as your users’ are.',
    ],
  },
];

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

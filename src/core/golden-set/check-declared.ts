import { z } from 'zod';
import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { partOf } from '../parts/part-value.ts';
import type { Prompt } from '../prompt.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { nameType } from '../yaml/name-type.ts';
import { type Finding, weak } from './finding.ts';

/** As much of a declaration as is held against a value: its type, and its choice. */
const declaredSchema = z.object({
  properties: z.record(
    z.string(),
    z
      .object({
        type: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
        enum: z.array(z.json()).optional(),
      })
      .catch({}),
  ),
});
type Declared = z.infer<typeof declaredSchema>['properties'][string];

/** Findings of one prompt. */
const most = 20;

/** Values that cases give to variables, and that the prompt's own schema says it does not take. */
export function checkDeclared({ schema, path }: Prompt, cases: readonly GoldenCase[]): readonly Finding[] {
  const { properties = {} } = declaredSchema.safeParse(schema).data ?? {};
  const held = Object.entries(properties).flatMap(([name, declared]) =>
    cases.flatMap((golden) => {
      const value = golden.vars[name];
      const wanted = value === undefined || partOf(value) !== undefined ? undefined : whatIsWanted(value, declared);
      return wanted === undefined
        ? []
        : [{ told: `\`${name}\` ${nameType(value)}, and ${path} declares ${wanted}`, golden }];
    }),
  );
  return [...Map.groupBy(held, ({ told }) => told)].slice(0, most).flatMap(([told, [first, ...others]]) => {
    if (first === undefined) return [];
    const all = [first, ...others].map(({ golden }) => golden);
    const what = `${startWithCases(all)} ${all.length === 1 ? 'gives' : 'give'} ${told}.`;
    return [weak(what, first.golden.at, 'Write such a value, or change the declaration.')];
  });
}

/** What the declaration asks for in the value's place; nothing where the value is such. */
function whatIsWanted(value: Json, { type, enum: choice }: Declared): string | undefined {
  if (choice !== undefined && !choice.some((one) => JSON.stringify(one) === JSON.stringify(value)))
    return `one of ${choice.map((one) => `\`${JSON.stringify(one)}\``).join(', ')}`;
  if (type === undefined || type.some((one) => isOf(one, value))) return undefined;
  return type.map((one) => `\`${one}\``).join(' or ');
}

function isOf(type: string, value: Json): boolean {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return true;
  }
}

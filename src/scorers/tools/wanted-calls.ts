import { z } from 'zod';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { ToolCall } from '../../core/reply.ts';

const json: z.ZodType<Json> = z.json();

const wantedCall = z.strictObject(
  {
    name: z.string({ error: '"name" must be the name of a tool' }).min(1, '"name" is empty'),
    arguments: z.exactOptional(z.record(z.string(), json, { error: '"arguments" must be an object' })),
  },
  { error: 'must be { name, arguments }' },
);

const wantedList = z.array(wantedCall).min(1, 'the list of calls is empty');

/** Calls a reply should make. */
export const wantedCalls = z
  .union([z.string().min(1, 'the name is empty'), wantedCall, wantedList], {
    error: ({ input }) => {
      const issue = (Array.isArray(input) ? wantedList : wantedCall).safeParse(input).error?.issues[0];
      return issue?.message ?? 'must be a tool’s name, { name, arguments }, or a list of the latter';
    },
  })
  .describe('{ name, arguments }, a list of them, or a name');

export type WantedCall = z.infer<typeof wantedCall>;

/** The wanted calls of an argument, one or several. */
export function callsOf(argument: z.infer<typeof wantedCalls>): readonly WantedCall[] {
  if (typeof argument === 'string') return [{ name: argument }];
  return Array.isArray(argument) ? argument : [argument];
}

/**
 * Pairs wanted calls with made ones of any order, each made call used once, so that as many as possible are met
 * (augmenting paths: a call that fits two wants must not be spent on the wrong one).
 * @returns for each wanted call the index of the made one, or nothing.
 */
export function pairCalls(wanted: readonly WantedCall[], made: readonly ToolCall[]): readonly (number | undefined)[] {
  const takenBy = new Map<number, number>();
  const place = (want: number, tried: Set<number>): boolean => {
    const call = wanted[want];
    if (call === undefined) return false;
    for (const [index, candidate] of made.entries()) {
      if (tried.has(index) || !fits(call, candidate)) continue;
      tried.add(index);
      const holder = takenBy.get(index);
      if (holder === undefined || place(holder, tried)) {
        takenBy.set(index, want);
        return true;
      }
    }
    return false;
  };
  for (const want of wanted.keys()) place(want, new Set());
  const madeFor = new Map([...takenBy].map(([index, want]) => [want, index]));
  return wanted.map((_, want) => madeFor.get(want));
}

/** Named arguments must be there with their values; others the call may have besides. */
function fits(wanted: WantedCall, made: ToolCall): boolean {
  if (wanted.name !== made.name) return false;
  if (wanted.arguments === undefined) return true;
  const given = argumentsOf(made);
  return given !== undefined && includes(given, wanted.arguments);
}

function argumentsOf(made: ToolCall): Json | undefined {
  try {
    return JSON.parse(made.arguments);
  } catch {
    return undefined;
  }
}

/** Objects: every wanted member, at any depth. All else: equal. */
function includes(given: Json, wanted: Json): boolean {
  if (!isObject(wanted)) return canonicalJson(given) === canonicalJson(wanted);
  return (
    isObject(given) &&
    Object.entries(wanted).every(([key, value]) => {
      const held = Object.hasOwn(given, key) ? given[key] : undefined;
      return held !== undefined && includes(held, value);
    })
  );
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

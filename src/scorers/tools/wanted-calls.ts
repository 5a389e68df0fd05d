import { z } from 'zod';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { ToolCall } from '../../core/reply.ts';
import { argumentsOf, includesJson } from '../../core/tools/call-arguments.ts';

const json: z.ZodType<Json> = z.json();

const often = (name: string) => z.int({ error: `"${name}" must be a whole number` }).min(0, `"${name}" is 0 or more`);

const wantedCall = z.strictObject(
  {
    name: z.string({ error: '"name" must be the name of a tool' }).min(1, '"name" is empty'),
    arguments: z.exactOptional(z.record(z.string(), json, { error: '"arguments" must be an object' })),
    times: z.exactOptional(
      z.union(
        [
          often('times'),
          z.strictObject({
            'at-least': z.exactOptional(often('at-least')),
            'at-most': z.exactOptional(often('at-most')),
          }),
        ],
        { error: '"times" must be a whole number, or { at-least, at-most }' },
      ),
    ),
  },
  { error: 'must be { name, arguments, times }' },
);

const wantedList = z.array(wantedCall).min(1, 'the list of calls is empty');

/** Calls a reply should make. */
export const wantedCalls = z
  .union([z.string().min(1, 'the name is empty'), wantedCall, wantedList], {
    error: ({ input }) => {
      const issue = (Array.isArray(input) ? wantedList : wantedCall).safeParse(input).error?.issues[0];
      return issue?.message ?? 'must be a tool’s name, { name, arguments, times }, or a list of the latter';
    },
  })
  .describe('{ name, arguments, times }, a list of them, or a name');

export type WantedCall = z.infer<typeof wantedCall>;

/** How often a call is to be made: at least once where nothing is said. */
export function timesOf({ times }: WantedCall): { readonly least: number; readonly most: number } {
  if (times === undefined) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (typeof times === 'number') return { least: times, most: times };
  const { 'at-least': least = 0, 'at-most': most = Number.POSITIVE_INFINITY } = times;
  return { least, most };
}

/** The wanted calls of an argument, one or several. */
export function callsOf(argument: z.infer<typeof wantedCalls>): readonly WantedCall[] {
  if (typeof argument === 'string') return [{ name: argument }];
  return Array.isArray(argument) ? argument : [argument];
}

/** The wanted calls, each as often as it is to be made at least. */
export function eachTime(wanted: readonly WantedCall[]): readonly WantedCall[] {
  return wanted.flatMap((one) => Array.from({ length: Math.min(1000, timesOf(one).least) }, () => one));
}

/**
 * Pairs wanted calls with made ones of any order, each made call used once, so that as many as possible are met
 * (augmenting paths: a call that fits two wants must not be spent on the wrong one).
 * @param exact arguments are all that is wanted, and nothing else
 * @returns for each wanted call the index of the made one, or nothing.
 */
export function pairCalls(
  wanted: readonly WantedCall[],
  made: readonly ToolCall[],
  exact = false,
): readonly (number | undefined)[] {
  const takenBy = new Map<number, number>();
  const place = (want: number, tried: Set<number>): boolean => {
    const call = wanted[want];
    if (call === undefined) return false;
    for (const [index, candidate] of made.entries()) {
      if (tried.has(index) || !fits(call, candidate, exact)) continue;
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

/** As {@link pairCalls}, where the wanted calls are to be made in their order, others in between: each the first that fits. */
export function findInOrder(
  wanted: readonly WantedCall[],
  made: readonly ToolCall[],
  exact: boolean,
): readonly (number | undefined)[] {
  let from = 0;
  return wanted.map((call) => {
    const at = made.findIndex((candidate, index) => index >= from && fits(call, candidate, exact));
    from = at === -1 ? made.length : at + 1;
    return at === -1 ? undefined : at;
  });
}

/** Named arguments must be there with their values; others the call may have besides, unless they are to be `exact`. */
export function fits(wanted: WantedCall, made: ToolCall, exact: boolean): boolean {
  if (wanted.name !== made.name) return false;
  if (wanted.arguments === undefined) return true;
  const given = argumentsOf(made);
  if (given === undefined) return false;
  return exact ? canonicalJson(given) === canonicalJson(wanted.arguments) : includesJson(given, wanted.arguments);
}

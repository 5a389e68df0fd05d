import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { ReportPrompt } from '../report/report.ts';
import { argumentsOf } from '../tools/call-arguments.ts';

/** Checks that name calls. */
export const callKinds: ReadonlySet<string> = new Set(['tool-call', 'not-tool-call', 'tool-call-f1']);

/**
 * Tools that checks or canned results name, or that the new replies of a review called, each with the arguments that were.
 * @param reviewed the prompt in a report of a review, where one is given
 */
export function usedCalls(
  cases: readonly GoldenCase[],
  reviewed: ReportPrompt | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, ReadonlySet<string>>();
  const add = (name: Json | undefined, given: Json | undefined): void => {
    if (typeof name !== 'string') return;
    const names = given !== undefined && isObject(given) ? Object.keys(given) : [];
    used.set(name, new Set([...(used.get(name) ?? []), ...names]));
  };
  for (const { checks, tools = {} } of cases) {
    for (const [name, results] of Object.entries(tools)) for (const { when } of results) add(name, when ?? {});
    for (const { kind, argument } of checks) {
      if (!callKinds.has(kind)) continue;
      const wanted: readonly Json[] = isList(argument) ? argument : [argument];
      for (const one of wanted) add(isObject(one) ? one['name'] : one, isObject(one) ? one['arguments'] : undefined);
    }
  }
  for (const { cases: reviewedCases } of reviewed?.models ?? []) {
    const replies = reviewedCases.flatMap((one) => one.replies.filter(({ side }) => side === 'new'));
    for (const call of replies.flatMap(({ toolCalls = [] }) => toolCalls)) add(call.name, argumentsOf(call));
  }
  return used;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { ownOf } from '../own-of.ts';
import type { Prompt } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { ToolCall } from '../reply.ts';
import type { ReportPrompt } from '../report/report.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { argumentsOf, showCall } from '../tools/call-arguments.ts';
import { stubOnLine } from '../tools/canned-results.ts';
import { argumentNames, declaredTools } from '../tools/declared-tools.ts';
import { type Finding, weak } from './finding.ts';
import { callKinds, usedCalls } from './used-calls.ts';

/** Calls of the last review that no result fitted, told one by one. */
const mostTold = 20;

/**
 * Tools, and arguments of theirs, that a prompt declares and no case exercises: no check names them, no canned result hangs on them,
 * and no reply of the last review used them; and results that cases lack, or have for nothing.
 * @param reviewed the prompt in a report of a review, where one is given
 */
export function checkTools(
  prompt: Pick<Prompt, 'path' | 'params'>,
  cases: readonly GoldenCase[],
  reviewed?: ReportPrompt,
): readonly Finding[] {
  const declared = declaredTools(prompt.params);
  const used = usedCalls(cases, reviewed);
  const idle = declared.filter(({ name }) => !used.has(name));
  const at = { file: prompt.path };
  const checked = cases.length === 0 ? [] : declared;
  return [
    ...(checked.length === 0 || idle.length === 0
      ? []
      : [
          weak(
            `No case exercises ${listed(idle.map(({ name }) => name))}, of the tools that the prompt declares.`,
            at,
            'Add a case that needs it, with `tool-call` and what it answers under `tools`.',
          ),
        ]),
    ...checked.flatMap((tool) => {
      const names = argumentNames(tool).filter((name) => used.get(tool.name)?.has(name) === false);
      return names.length === 0
        ? []
        : [
            weak(
              `No case exercises the ${names.length === 1 ? 'argument' : 'arguments'} ${listed(names)} of the tool \`${tool.name}\`.`,
              at,
              'Name it under `arguments` of a `tool-call`, or in `when` of a result.',
            ),
          ];
    }),
    ...needless(declared, cases),
    ...lacking(cases, declared, reviewed),
  ];
}

/** Results of tools that the prompt does not declare, or that hang on arguments which it does not. */
function needless(declared: ReturnType<typeof declaredTools>, cases: readonly GoldenCase[]): readonly Finding[] {
  if (declared.length === 0) return [];
  const known = new Map(declared.map((tool) => [tool.name, argumentNames(tool)]));
  const told = cases.flatMap((golden) => [
    ...misnamed(golden, known).map((what) => ({ golden, what })),
    ...Object.entries(golden.tools ?? {}).flatMap(([name, results]) => {
      const names = known.get(name);
      if (names === undefined)
        return [{ golden, what: `results of \`${name}\`, a tool that the prompt does not declare` }];
      const wanted = new Set(results.flatMap(({ when = {} }) => Object.keys(when)));
      return [...wanted]
        .filter((argument) => names.length > 0 && !names.includes(argument))
        .map((argument) => ({
          golden,
          what: `a result of \`${name}\` that hangs on \`${argument}\`, which the tool does not take`,
        }));
    }),
  ]);
  return [...Map.groupBy(told, ({ what }) => what)].flatMap(([what, held]) => {
    const all = [...new Set(held.map(({ golden }) => golden))];
    const [first] = all;
    return first === undefined
      ? []
      : [weak(`${startWithCases(all)} ${all.length === 1 ? 'has' : 'have'} ${what}.`, first.at)];
  });
}

/**
 * Checks of calls that can never be made: of a tool, or with an argument, that the prompt does not declare. A tool that must not be
 * called may be one of another prompt, so that only what looks mistyped is told.
 */
function misnamed({ checks }: GoldenCase, known: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return checks.flatMap(({ kind, argument }) => {
    if (!callKinds.has(kind)) return [];
    const list: readonly Json[] = isList(argument) ? argument : [argument];
    return list.flatMap((one) => {
      const call = callOf(one);
      if (call === undefined) return [];
      const names = known.get(call.name);
      const given = argumentsOf(call) ?? {};
      if (names !== undefined)
        return (isObject(given) ? Object.keys(given) : [])
          .filter((name) => names.length > 0 && !names.includes(name))
          .map((name) => `a \`${kind}\` of \`${call.name}\` with \`${name}\`, which the tool does not take`);
      const meant = suggestNearest(call.name, [...known.keys()]);
      if (kind === 'not-tool-call' && meant === undefined) return [];
      const hint = meant === undefined ? '' : ` (did you mean \`${meant}\`?)`;
      return [`a \`${kind}\` of \`${call.name}\`, a tool that the prompt does not declare${hint}`];
    });
  });
}

/** Cases that want or made a call which none of their results answers. */
function lacking(
  cases: readonly GoldenCase[],
  declared: ReturnType<typeof declaredTools>,
  reviewed: ReportPrompt | undefined,
): readonly Finding[] {
  const isKnown = (name: string): boolean => declared.length === 0 || declared.some((tool) => tool.name === name);
  const wanted = cases.flatMap(({ id, tools, checks, at }) => {
    if (tools === undefined) return [];
    const calls = checks.flatMap(({ kind, argument }): readonly ToolCall[] => {
      if (kind !== 'tool-call') return [];
      const list: readonly Json[] = isList(argument) ? argument : [argument];
      return list.flatMap((one) => callOf(one) ?? []);
    });
    const open = calls.filter(({ name }) => isKnown(name) && (ownOf(tools, name)?.length ?? 0) === 0);
    return open.length === 0
      ? []
      : [
          weak(
            `The case \`${id}\` wants a call of \`${open[0]?.name}\` and has no result for it: its conversation ends there.`,
            at,
            pasted(open),
          ),
        ];
  });
  const byCase = new Map(cases.map((golden) => [golden.id, golden]));
  const made = (reviewed?.models ?? []).flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'no-result' ? reason.calls : [])),
  );
  const ended = [...Map.groupBy(made, (call) => call.case)].slice(0, mostTold).flatMap(([id, calls]) => {
    const golden = byCase.get(id);
    const [first] = calls;
    if (golden === undefined || first === undefined) return [];
    return [
      weak(
        `In the last review no result of the case \`${id}\` fitted ${showCall(first)}: its conversation ended there.`,
        golden.at,
        pasted(calls),
      ),
    ];
  });
  return [...wanted, ...ended];
}

function callOf(wanted: Json): ToolCall | undefined {
  if (typeof wanted === 'string') return { name: wanted, arguments: '{}' };
  const name = isObject(wanted) ? wanted['name'] : undefined;
  const given: Json | undefined = isObject(wanted) ? wanted['arguments'] : undefined;
  return typeof name === 'string' ? { name, arguments: JSON.stringify(given ?? {}) } : undefined;
}

function pasted(calls: readonly ToolCall[]): string {
  return `Paste into it: \`${stubOnLine(calls)}\``;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `\`${name}\``);
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

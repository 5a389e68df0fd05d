import { nameCheck } from '../../../core/cases/name-check.ts';
import type { CheckKinds } from '../../../core/check-kind.ts';
import type { Check, GoldenCase } from '../../../core/golden-case.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Position } from '../../../core/position.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { fixUnknown } from '../../../core/yaml/fix-unknown.ts';
import type { Located } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';

/** Operators of a `string` evaluator in the order in which gh-models looks for the one it runs (`cmd/eval/eval.go`). */
const operators = [
  { key: 'equals', kind: 'equals', options: {} },
  { key: 'contains', kind: 'contains', options: { 'ignore-case': true } },
  { key: 'startsWith', kind: 'starts-with', options: { 'ignore-case': true } },
  { key: 'endsWith', kind: 'ends-with', options: { 'ignore-case': true } },
] as const satisfies readonly { key: string; kind: string; options: JsonObject }[];

/** The evaluators as checks; those that no check of ours stands for are `notRun`. */
export type EvaluatorsRead = Pick<GoldenCase, 'checks' | 'notRun'> & {
  readonly problems: readonly Problem[];
  readonly notes: Prompt['notes'];
};

type EvaluatorRead =
  | { readonly kind: 'check'; readonly check: Check; readonly notes: Prompt['notes'] }
  | { readonly kind: 'not-run'; readonly name: string; readonly at: Position }
  | { readonly kind: 'broken'; readonly problem: Problem };

/** Reads the `evaluators` of a GitHub prompt file. */
export function readEvaluators(written: Json, located: Located, kinds: CheckKinds): EvaluatorsRead {
  if (written === null) return { checks: [], notRun: [], problems: [], notes: [] };
  if (!isList(written)) {
    const what = `\`evaluators\` must be a list, not ${nameType(written)}.`;
    const problem: Problem = {
      reason: 'files',
      what,
      at: located.at(['evaluators']),
      fix: 'Write `- name: …` under it.',
    };
    return { checks: [], notRun: [], problems: [problem], notes: [] };
  }
  const read = written.map((evaluator, index) => readEvaluator(evaluator, located, index, kinds));
  const found = read.flatMap((one) => (one.kind === 'check' ? [one] : []));
  return {
    checks: tellApart(found.map(({ check }) => check)),
    notRun: read.flatMap((one) => (one.kind === 'not-run' ? [{ name: one.name, at: one.at }] : [])),
    problems: read.flatMap((one) => (one.kind === 'broken' ? [one.problem] : [])),
    notes: found.flatMap(({ notes }) => notes),
  };
}

function readEvaluator(written: Json, located: Located, index: number, kinds: CheckKinds): EvaluatorRead {
  const path = ['evaluators', index];
  const at = located.at(path);
  const broken = (what: string, on: Position, fix: string): EvaluatorRead => ({
    kind: 'broken',
    problem: { reason: 'files', what, at: on, fix },
  });
  if (!isObject(written))
    return broken(`An evaluator must be a map, not ${nameType(written)}.`, at, 'Write `- name: …`.');
  const { name: title, string = null, llm = null, uses = null } = written;
  const named = typeof title === 'string' && title.trim() !== '' ? title : undefined;
  if (string !== null) return readString(string, named, located, path, kinds);

  const kind = llm === null ? uses : 'llm';
  if (typeof kind !== 'string') {
    const [unknown] = Object.keys(written).filter((key) => key !== 'name');
    if (unknown === undefined)
      return broken('This evaluator says nothing to evaluate.', at, 'Give it `string`, `llm` or `uses`.');
    return { kind: 'not-run', name: named ?? unknown, at };
  }
  const known = kinds.get(kind);
  if (known === undefined) return { kind: 'not-run', name: named ?? kind, at };
  const parsed = known.argument.safeParse(llm);
  if (parsed.success) return { kind: 'check', check: toCheck(kind, llm, {}, named, at), notes: [] };
  const [issue] = parsed.error.issues;
  const inside = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
  const what = `\`${['llm', ...inside].join('.')}\` is wrong: ${(issue?.message ?? 'not readable').replace(/\.$/u, '')}.`;
  return broken(
    what,
    located.at([...path, 'llm', ...inside]),
    'It takes `modelId`, `prompt`, `choices` and `systemPrompt`.',
  );
}

function readString(
  written: Json,
  named: string | undefined,
  located: Located,
  path: readonly (string | number)[],
  kinds: CheckKinds,
): EvaluatorRead {
  const at = located.at(path);
  const broken = (what: string, fix: string): EvaluatorRead => ({
    kind: 'broken',
    problem: { reason: 'files', what, at: located.at([...path, 'string']), fix },
  });
  const example = `One of ${operators.map(({ key }) => key).join(', ')}.`;
  if (!isObject(written)) return broken(`\`string\` must be a map, not ${nameType(written)}.`, example);
  // An empty text is as good as none to gh-models: it looks on.
  const given = operators.filter(({ key }) => (written[key] ?? '') !== '');
  const [first, ...ignored] = given;
  if (first === undefined) {
    const [unknown] = Object.keys(written);
    const fix =
      unknown === undefined
        ? example
        : fixUnknown(
            unknown,
            operators.map(({ key }) => key),
          );
    return broken('This `string` evaluator compares with nothing.', fix);
  }
  const argument = written[first.key] ?? null;
  if (typeof argument === 'object')
    return broken(`\`${first.key}\` must be a text, not ${nameType(argument)}.`, 'Quote it.');
  if (!kinds.has(first.kind)) return { kind: 'not-run', name: named ?? first.key, at };
  const notes = ignored.map(({ key }) => ({
    text: `Of this evaluator only \`${first.key}\` runs, as in gh models: \`${key}\` does not.`,
    at: located.at([...path, 'string', key], 'key'),
  }));
  return { kind: 'check', check: toCheck(first.kind, String(argument), first.options, named, at), notes };
}

function toCheck(kind: string, argument: Json, options: JsonObject, name: string | undefined, at: Position): Check {
  return { kind, name: name ?? nameCheck(kind, argument), argument, options, weight: 1, required: false, at };
}

/** Evaluators may share a name; the report tells checks apart by theirs. */
function tellApart(checks: readonly Check[]): readonly Check[] {
  const seen = new Map<string, number>();
  return checks.map((check) => {
    const before = seen.get(check.name) ?? 0;
    seen.set(check.name, before + 1);
    return before === 0 ? check : { ...check, name: `${check.name} (${before + 1})` };
  });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

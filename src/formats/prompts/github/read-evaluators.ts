import { nameCheck, readCheck } from '../../../core/cases/read-check.ts';
import type { CheckKinds } from '../../../core/check-kind.ts';
import type { GoldenCase } from '../../../core/golden-case.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Position, Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { lookUp } from '../../../core/template/fill-template.ts';
import type { Located, Path } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { fillArgument, listPlaceholders, structureNamed } from './fill-argument.ts';
import { type WrittenEvaluator, writeAsCheck } from './write-as-check.ts';

/** What a case gets of its evaluators: checks, and what is not run, each with the reason. */
export type CaseChecks = Pick<GoldenCase, 'checks' | 'notRun'>;

/** The evaluators of a file, or of one test case. */
export type EvaluatorsRead = {
  readonly problems: readonly Problem[];
  readonly notes: Prompt['notes'];
  /** The checks with the fields of a test case filled in. */
  readonly checksOf: (fields: JsonObject) => CaseChecks;
};

export type EvaluatorReading = { readonly located: Located; readonly kinds: CheckKinds };

type Found = {
  readonly evaluator: WrittenEvaluator;
  readonly written: Json;
  readonly path: Path;
  readonly at: Position;
};
type Runnable = Extract<WrittenEvaluator, { readonly kind: 'check' }>;
type Read = {
  readonly checks: GoldenCase['checks'];
  readonly notRun: GoldenCase['notRun'];
  readonly problems: readonly Problem[];
};

const nothing: Read = { checks: [], notRun: [], problems: [] };
const longestName = 200;

/** Reads a list of evaluators that lies at `path`. */
export function readEvaluators(written: Json, path: Path, reading: EvaluatorReading): EvaluatorsRead {
  const { located, kinds } = reading;
  if (written === null) return { problems: [], notes: [], checksOf: () => nothing };
  if (!isList(written)) {
    const what = `\`evaluators\` must be a list, not ${nameType(written)}.`;
    const problem: Problem = { reason: 'files', what, at: located.at(path), fix: 'Write `- name: …` under it.' };
    return { problems: [problem], notes: [], checksOf: () => nothing };
  }
  const found = written.map((one, index): Found => {
    const place = [...path, index];
    return { evaluator: writeAsCheck(one, kinds), written: one, path: place, at: located.at(place) };
  });
  const names = nameApart(found);
  const read = found.map((one, index) => readEvaluator(one, names[index] ?? '', reading));
  const fixed = read.map((one) => (typeof one === 'function' ? nothing : one));
  return {
    problems: fixed.flatMap(({ problems }) => problems),
    notes: found.flatMap((one) => notesOn(one, located)),
    checksOf: (fields) => {
      const filled = read.map((one) => (typeof one === 'function' ? one(fields) : one));
      return { checks: filled.flatMap(({ checks }) => checks), notRun: filled.flatMap(({ notRun }) => notRun) };
    },
  };
}

/** What an evaluator comes to, at once where it is the same for every test case. */
function readEvaluator(
  { evaluator, written, path, at }: Found,
  name: string,
  reading: EvaluatorReading,
): Read | ((fields: JsonObject) => Read) {
  const where = (under: Path): Position => reading.located.at([...path, ...under]);
  switch (evaluator.kind) {
    case 'broken': {
      const { what, fix } = evaluator;
      return { ...nothing, problems: [{ reason: 'files', what, at: where(evaluator.path), fix }] };
    }
    case 'not-run':
      return { ...nothing, notRun: [{ name, at, why: evaluator.why, fix: evaluator.fix }] };
    case 'check': {
      // An `llm` evaluator fills its own prompt, where the reply is known too and each value is fenced off.
      const names = evaluator.check === 'llm' ? [] : listPlaceholders(evaluator.argument);
      const modifiers = isObject(written) ? pick(written, ['weight', 'required', 'min']) : {};
      const readWith = (argument: Json): Read => {
        const entry = { ...modifiers, ...evaluator.options, name, [evaluator.check]: argument };
        return readEntry(entry, evaluator, { path, name, at }, reading);
      };
      if (names.length === 0) return readWith(evaluator.argument);
      return (fields) => fillIn(evaluator.argument, names, fields, { name, at, readWith });
    }
  }
}

function readEntry(
  entry: JsonObject,
  evaluator: Runnable,
  { path, name, at }: { readonly path: Path; readonly name: string; readonly at: Position },
  { located, kinds }: EvaluatorReading,
): Read {
  const inArgument: Located['at'] = (wanted, on) => {
    const [key, ...inside] = wanted.slice(path.length);
    return located.at(key === evaluator.check ? [...path, ...evaluator.path, ...inside] : wanted, on);
  };
  const read = readCheck(entry, path, {
    located: { value: located.value, at: inArgument },
    kinds,
    reason: 'files',
    shared: new Map(),
  });
  if (read.kind === 'check') return { ...nothing, checks: [read.check] };
  const isPattern = evaluator.check === 'regex' || evaluator.check === 'not-regex';
  const [problem] = read.problems;
  // Patterns of other runners know look-around, which RE2 does not: no fault of the prompt.
  if (isPattern && problem !== undefined) return { ...nothing, notRun: [{ name, at, why: asReason(problem.what) }] };
  return { ...nothing, problems: read.problems };
}

/** The check with a test case's fields in it; not run where the case lacks one, or has one that the check cannot take. */
function fillIn(
  argument: Json,
  names: readonly string[],
  fields: JsonObject,
  { name, at, readWith }: { readonly name: string; readonly at: Position; readonly readWith: (argument: Json) => Read },
): Read {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const lacking = names.find((one) => lookUp(one, given) === undefined);
  if (lacking !== undefined) {
    const why = `the test case has no \`${lacking}\` to fill in`;
    return { ...nothing, notRun: [{ name, at, why, fix: `Give it one, or leave \`{{${lacking}}}\` out.` }] };
  }
  const structure = structureNamed(argument, given);
  const taken = structure === undefined ? undefined : readWith(structure);
  if (taken?.problems.length === 0) return taken;
  const filled = readWith(fillArgument(argument, given));
  const [problem] = filled.problems;
  return problem === undefined ? filled : { ...nothing, notRun: [{ name, at, why: asReason(problem.what) }] };
}

/** Evaluators may share a name; the report tells checks apart by theirs. */
function nameApart(found: readonly Found[]): readonly string[] {
  const seen = new Map<string, number>();
  return found.map(({ evaluator, written }) => {
    const name = nameOf(evaluator, written);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

function nameOf(evaluator: WrittenEvaluator, written: Json): string {
  const named = isObject(written) ? (written['name'] ?? written['description'] ?? null) : null;
  if (typeof named === 'string' && named.trim() !== '') return clip(named);
  if (evaluator.kind === 'check') return nameCheck(evaluator.check, evaluator.argument);
  if (typeof written === 'string') return clip(written);
  const [unknown = 'evaluator'] = isObject(written) ? Object.keys(written).filter((key) => key !== 'name') : [];
  return unknown;
}

/** Room is left for what tells two of a name apart. */
function clip(name: string): string {
  const most = longestName - 10;
  return name.length <= most ? name : `${[...name].slice(0, most).join('')}…`;
}

function notesOn({ evaluator, path }: Found, located: Located): Prompt['notes'] {
  if (evaluator.kind !== 'check') return [];
  return (evaluator.ignored ?? []).map((key) => ({
    text: `Of this evaluator only \`${evaluator.path.at(-1)}\` runs, as in gh models: \`${key}\` does not.`,
    at: located.at([...path, 'string', key], 'key'),
  }));
}

function pick(written: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(written).filter(([key]) => keys.includes(key)));
}

/** A sentence as a reason within another. */
function asReason(what: string): string {
  return what.replace(/^The /u, 'the ').replace(/\.$/u, '');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

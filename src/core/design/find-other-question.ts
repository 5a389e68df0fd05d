import type { ExamCase } from '../exam.ts';
import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { Message, Prompt } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { BothSides } from '../side.ts';
import { lookUp } from '../template/fill-template.ts';
import { type AskedCase, findOtherLines } from './find-other-lines.ts';

/** A case in which the new prompt does not hear what the old one is asked, but something that the pull request brings. Without
 * variables a line of a snapshot asks something else. */
export type OtherQuestion = {
  readonly case: string;
  /** Variables of base's case that the old prompt uses and the new one does not. */
  readonly dropped: readonly string[];
  /** Variables that only the new prompt uses, and that base's case does not know. */
  readonly brought: readonly string[];
};

/** Each case in which the two sides are not asked the same. @param ask the messages of a prompt for a case */
export function findOtherQuestions(
  cases: readonly ExamCase[],
  prompts: BothSides<Prompt>,
  ask: (prompt: Prompt, golden: GoldenCase) => readonly Message[],
): readonly OtherQuestion[] {
  if (prompts.old.rendered === undefined && prompts.new.rendered === undefined)
    return cases.flatMap((exam) => findOtherQuestion(exam, prompts, ask) ?? []);
  const asked = cases.map((exam): AskedCase => {
    const { golden, question } = exam;
    return { exam, old: ask(prompts.old, { ...golden, vars: question ?? golden.vars }), new: ask(prompts.new, golden) };
  });
  return findOtherLines(asked).map((key) => ({ case: key, dropped: [], brought: [] }));
}

/**
 * Looks whether both sides are asked the same question. A variable counts as used where another value makes another request: to
 * name it in a condition is not to read it. One that has its value under a new name is the same question.
 */
function findOtherQuestion(
  { key, golden, question }: ExamCase,
  prompts: BothSides<Prompt>,
  ask: (prompt: Prompt, golden: GoldenCase) => readonly Message[],
): OtherQuestion | undefined {
  if (question === undefined) return undefined;
  const isUsed = (prompt: Prompt, name: string): boolean => {
    const other = { ...golden, vars: altered(golden.vars, name) };
    return textOf(ask(prompt, golden)) !== textOf(ask(prompt, other));
  };
  const heldAs = (name: string): Json | undefined => lookUp(name, golden.vars) ?? lookUp(name, prompts.new.defaults);
  const unknown = prompts.new.variables.filter(
    (name) => !prompts.old.variables.includes(name) && lookUp(name, question) === undefined,
  );
  const brought = unknown.filter((name) => {
    if (heldAs(name) === undefined) return false;
    return lookUp(name, golden.vars) === undefined || isUsed(prompts.new, name);
  });
  if (brought.length === 0) return undefined;
  const dropped = prompts.old.variables.filter(
    (name) => lookUp(name, question) !== undefined && isUsed(prompts.old, name) && !isUsed(prompts.new, name),
  );
  const renamed = new Set(brought.map((name) => canonicalJson(heldAs(name) ?? null)));
  const lost = dropped.filter((name) => !renamed.has(canonicalJson(lookUp(name, question) ?? null)));
  const kept = new Set(dropped.map((name) => canonicalJson(lookUp(name, question) ?? null)));
  const others = brought.filter((name) => !kept.has(canonicalJson(heldAs(name) ?? null)));
  return lost.length === 0 || others.length === 0 ? undefined : { case: key, dropped: lost, brought: others };
}

function textOf(messages: readonly Message[]): string {
  return JSON.stringify(messages);
}

/** The variables with another value for one of them. */
function altered(vars: JsonObject, name: string): JsonObject {
  const [root = name] = Object.hasOwn(vars, name) ? [name] : name.split('.');
  const value = Object.hasOwn(vars, root) ? vars[root] : undefined;
  return value === undefined ? vars : { ...vars, [root]: anotherValue(value) };
}

function anotherValue(value: Json): Json {
  if (typeof value === 'string') return `${value} (another)`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.map(anotherValue);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, anotherValue(held)]));
  return 'another';
}

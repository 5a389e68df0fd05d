import type { Exam } from '../exam.ts';
import type { Check, GoldenCase } from '../golden-case.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { allowsAll, asksLess } from './schema-demands.ts';

type Declaring = Pick<Prompt, 'params'>;

/** Kinds that hold a reply against what its own prompt declares, and the parameter that declares it. */
const heldToPrompt = [
  { kind: 'output-schema', parameter: 'response_format', what: 'output schema', instead: ' with `json-schema`' },
  { kind: 'valid-tool-calls', parameter: 'tools', what: 'tools', instead: ' with `tool-call`' },
] as const;

/**
 * The schema of base's prompt, where head's asks for a part of it at most: `output-schema` would hold the new side to less
 * then. Undefined where head asks for something else too (that may be meant, and is said); a prompt that declares no form at
 * all fails that check anyway.
 */
export function droppedSchema(old: Declaring | undefined, next: Declaring | undefined): Json | undefined {
  const before = schemaOf(old);
  if (before === undefined || allowsAll(before)) return undefined;
  const format = next?.params['response_format'];
  const after = schemaOf(next);
  if (isObject(format) && format['type'] === 'json_object') return before;
  return after !== undefined && asksLess(after, before) ? before : undefined;
}

/** Whether a case is held to the form that its prompt declares. */
export function isHeldToSchema({ checks }: GoldenCase): boolean {
  return checks.some(({ kind }) => kind === 'output-schema');
}

/** The case with both sides held to one schema. */
export function holdToSchema(golden: GoldenCase, schema: Json | undefined): GoldenCase {
  if (schema === undefined || !isHeldToSchema(golden)) return golden;
  const held = (check: Check): Check =>
    check.kind === 'output-schema' ? { ...check, kind: 'json-schema', argument: schema } : check;
  return { ...golden, checks: golden.checks.map(held) };
}

/** What a prompt declares is part of its exam where a check reads it: that it changed must not go unsaid. */
export function notesOnForm(exam: Exam, old: Declaring | undefined, next: Declaring): readonly string[] {
  if (old === undefined) return [];
  return heldToPrompt.flatMap(({ kind, parameter, what, instead }) => {
    const [before, after] = [old, next].map(({ params }) => canonicalJson(params[parameter] ?? null));
    const read = exam.cases.some(({ golden }) => golden.checks.some((check) => check.kind === kind));
    if (before === after || !read) return [];
    return [
      `The prompt’s ${what} changed, and \`${kind}\` holds each side against its own: one that asks less passes more. To hold both sides to the same, write it into the case${instead}.`,
    ];
  });
}

function schemaOf(prompt: Declaring | undefined): Json | undefined {
  const format = prompt?.params['response_format'];
  const declared = isObject(format) ? format['json_schema'] : undefined;
  return isObject(declared) ? declared['schema'] : undefined;
}

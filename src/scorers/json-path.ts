import type { JSONValue } from 'json-p3';
import { z } from 'zod';
import { canonicalJson, type Json } from '../core/json.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { jsonOptions } from './json/json-options.ts';
import { compilePath, queryJson } from './json/query-json.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { negate } from './negate.ts';
import { compilePattern, patternText } from './pattern/compile-pattern.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';

const json: z.ZodType<Json> = z.json();

const path = z.string({ error: '"path" must be a JSONPath such as $.order.id' }).superRefine((written, context) => {
  try {
    compilePath(written);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

const argument = z
  .strictObject(
    {
      path,
      equals: z.exactOptional(json),
      contains: z.exactOptional(json),
      matches: z.exactOptional(patternText),
    },
    { error: 'must be { path, equals | contains | matches }' },
  )
  .refine((written) => ['equals', 'contains', 'matches'].filter((test) => test in written).length <= 1, {
    error: 'give one of equals, contains and matches; use a check each for more',
  })
  .describe('{ path (RFC 9535), equals | contains | matches }; the path alone: it selects something');

export const jsonPathScorer = defineCheckKind({
  kind: 'json-path',
  summary:
    'The reply is JSON (fences as with `json`) and a value that the path selects equals the given one, contains it (text in text, member of a list) or matches the RE2 pattern.',
  argument,
  options: jsonOptions,
  example: { path: '$.order.id', equals: 'A-7' },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the reply is too large for a path with several filters or `..`',
  score: ({ argument: wanted, options, text }) => {
    const read = readJsonReply(text, options.strict === true);
    if (read.kind === 'not') return mark(false, read.why);
    const values = queryJson(wanted.path, read.value);
    if (values === undefined) return { kind: 'unscored', why: `the reply is too large to search with ${wanted.path}` };
    if (values.length === 0) return mark(false, `${wanted.path} selects nothing`);
    const passed = values.some((value) => fits(value, wanted));
    return mark(passed, `${wanted.path} is ${excerpt(values.map((value) => canonicalJson(value)).join(', '))}`);
  },
});

function fits(value: JSONValue, wanted: z.infer<typeof argument>): boolean {
  if (wanted.equals !== undefined) return canonicalJson(value) === canonicalJson(wanted.equals);
  if (wanted.contains !== undefined) return holds(value, wanted.contains);
  if (wanted.matches !== undefined) return compilePattern(wanted.matches).foundIn(textOf(value));
  return true;
}

function holds(value: JSONValue, part: Json): boolean {
  if (Array.isArray(value)) return value.some((member) => canonicalJson(member) === canonicalJson(part));
  return textOf(value).includes(textOf(part));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

export const notJsonPathScorer = negate(
  jsonPathScorer,
  'The reply is not JSON, or no value that the path selects is as given.',
);

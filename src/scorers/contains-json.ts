import { z } from 'zod';
import type { ScorerResult } from '../core/check-kind.ts';
import type { Json } from '../core/json.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compileSchema } from './json/compile-schema.ts';
import { findJson, type JsonStretch } from './json/find-json.ts';
import { deepestJson } from './json/read-json-reply.ts';
import { type Schema, schemaArgument, schemaFiles, schemaInPlace } from './json/schema-argument.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

/** Values held against a schema: a reply must not choose how long checking takes. */
const mostChecked = 1_000;

const argument = z
  .union([noArgument, schemaArgument], {
    error: ({ input }) =>
      schemaArgument.safeParse(input).error?.issues[0]?.message ?? 'takes a JSON Schema, or nothing',
  })
  .describe('none, or as for `json-schema`');

export const containsJsonScorer = defineCheckKind({
  kind: 'contains-json',
  summary:
    'Somewhere in the reply, words or fences around it or not, stands a JSON object or a list with objects in it; with a schema, one that satisfies it (then any list counts).',
  argument,
  options: plainOptions,
  example: { type: 'object', required: ['order'] },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored:
    'the file with the schema was not read; the first 1,000 values in the reply do not satisfy it and there are more',
  files: (written) => schemaFiles(written),
  withFiles: (written, texts) => (typeof written === 'string' ? schemaInPlace(written, texts) : written),
  score: ({ argument: schema, text }) => {
    if (typeof schema === 'string') return { kind: 'unscored', why: `schema ${schema} was not read` };
    const stretches = findJson(text).filter(({ depth }) => depth <= deepestJson);
    if (schema !== null && schema !== true) return satisfying(schema, text, stretches);
    const found = stretches.some(({ plain }) => !plain);
    return mark(found, found ? 'contains JSON' : 'contains no JSON object');
  },
});

function satisfying(schema: Schema, text: string, stretches: readonly JsonStretch[]): ScorerResult {
  const check = compileSchema(schema);
  let checked = 0;
  let first: string | undefined;
  for (const stretch of stretches) {
    for (const value of valuesIn(JSON.parse(text.slice(stretch.start, stretch.end)))) {
      if (checked === mostChecked) {
        return { kind: 'unscored', why: `none of the first ${mostChecked} JSON values in it satisfies the schema` };
      }
      checked += 1;
      const fault = check(value);
      if (fault === undefined) return mark(true, 'contains JSON that satisfies the schema');
      first ??= fault;
    }
  }
  return mark(false, first === undefined ? 'contains no JSON' : `contains JSON, but ${first}`);
}

/** A value, and of a list its objects too: each may be what was asked for. */
function valuesIn(value: Json): readonly Json[] {
  if (!isList(value)) return [value];
  return [value, ...value.filter((member) => typeof member === 'object' && member !== null && !isList(member))];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export const notContainsJsonScorer = negate(
  containsJsonScorer,
  'The reply contains no JSON object; with a schema, none that satisfies it.',
);

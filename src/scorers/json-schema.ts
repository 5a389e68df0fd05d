import { parse } from 'yaml';
import { z } from 'zod';
import type { Json, JsonObject } from '../core/json.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compileSchema } from './json/compile-schema.ts';
import { jsonOptions } from './json/json-options.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { mark } from './text/mark.ts';

type Schema = JsonObject | boolean;

function isSchema(written: unknown): written is Schema {
  return typeof written === 'boolean' || (typeof written === 'object' && written !== null && !Array.isArray(written));
}

/** The schema itself is kept as it came, object and all, so that it is compiled once. */
const argument = z
  .custom<Schema | string>((written) => (typeof written === 'string' && written !== '') || isSchema(written), {
    error: 'must be a JSON Schema, or the path of a file that holds one',
  })
  .superRefine((written, context) => {
    if (typeof written === 'string') return;
    try {
      compileSchema(written);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    }
  })
  .describe('JSON Schema (draft 2020-12; draft-07 by `$schema`), or the path of a JSON or YAML file with one');

export const jsonSchemaScorer = defineCheckKind({
  kind: 'json-schema',
  summary:
    'The whole reply is JSON that satisfies the schema. `pattern` is RE2, `format` an annotation; fences as with `json`.',
  argument,
  options: jsonOptions,
  example: 'schemas/reply.json',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the file with the schema was not read',
  files: (written) => (typeof written === 'string' ? [written] : []),
  withFiles: (written, texts) => {
    if (typeof written !== 'string') return written;
    const text = texts.get(written);
    return text === undefined ? written : readSchema(written, text);
  },
  score: ({ argument: schema, options, text }) => {
    if (typeof schema === 'string') return { kind: 'unscored', why: `schema ${schema} was not read` };
    const read = readJsonReply(text, options.strict === true);
    if (read.kind === 'not') return mark(false, read.why);
    const fault = compileSchema(schema)(read.value);
    return mark(fault === undefined, fault ?? 'satisfies the schema');
  },
});

/** @throws Error that names the file and what is wrong with it. */
function readSchema(path: string, text: string): Schema {
  let schema: Json;
  try {
    // YAML reads JSON too; aliases are capped by the package.
    schema = parse(text);
  } catch (error) {
    throw new Error(`${path} is neither JSON nor YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (!isSchema(schema)) throw new Error(`${path} holds no JSON Schema, which is an object`);
  try {
    compileSchema(schema);
  } catch (error) {
    throw new Error(`${path} is ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return schema;
}

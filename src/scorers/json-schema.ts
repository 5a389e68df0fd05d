import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compileSchema } from './json/compile-schema.ts';
import { jsonOptions } from './json/json-options.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { schemaArgument, schemaFiles, schemaInPlace } from './json/schema-argument.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';

export const jsonSchemaScorer = defineCheckKind({
  kind: 'json-schema',
  summary:
    'The whole reply is JSON that satisfies the schema. `pattern` is RE2, `format` an annotation; fences as with `json`.',
  argument: schemaArgument,
  options: jsonOptions,
  example: 'schemas/reply.json',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the file with the schema was not read',
  files: schemaFiles,
  withFiles: (written, texts) => (typeof written === 'string' ? schemaInPlace(written, texts) : written),
  score: ({ argument: schema, options, text }) => {
    if (typeof schema === 'string') return { kind: 'unscored', why: `schema ${schema} was not read` };
    const read = readJsonReply(text, options.strict === true);
    if (read.kind === 'not') return mark(false, read.why);
    const fault = compileSchema(schema)(read.value);
    return mark(fault === undefined, fault ?? 'satisfies the schema');
  },
});

export const notJsonSchemaScorer = negate(
  jsonSchemaScorer,
  'The reply is not JSON, or JSON that does not satisfy the schema.',
);

import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compileSchema } from './json/compile-schema.ts';
import { jsonOptions } from './json/json-options.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';

/** `response_format` as the API takes it; the schema is kept as it came, so that it is compiled once. */
const format = z.union([
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      schema: z.custom<Parameters<typeof compileSchema>[0]>((one) => typeof one === 'object' && one !== null),
    }),
  }),
  z.object({ type: z.literal('json_object') }),
]);

export const outputSchemaScorer = defineCheckKind({
  kind: 'output-schema',
  summary:
    'The reply satisfies the output schema that its prompt declares (`responseFormat: json_schema`, `response_format`), or is JSON where the prompt asks for JSON alone. It fails where the prompt declares neither. Each side is held against its own prompt; fences as with `json`.',
  argument: noArgument,
  options: jsonOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the declared schema is no usable JSON Schema',
  score: ({ options, params = {}, text }) => {
    const declared = format.safeParse(params['response_format']);
    if (!declared.success) return mark(false, 'the prompt declares no JSON output');
    const read = readJsonReply(text, options.strict === true);
    if (read.kind === 'not') return mark(false, read.why);
    if (declared.data.type === 'json_object') return mark(true, 'is JSON, as the prompt asks');
    try {
      const fault = compileSchema(declared.data.json_schema.schema)(read.value);
      return mark(fault === undefined, fault ?? 'satisfies the prompt’s output schema');
    } catch (error) {
      return { kind: 'unscored', why: `the prompt’s output schema: ${error instanceof Error ? error.message : error}` };
    }
  },
});

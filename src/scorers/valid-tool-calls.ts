import { z } from 'zod';
import type { ToolCall } from '../core/reply.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compileSchema } from './json/compile-schema.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

type Schema = Parameters<typeof compileSchema>[0];

/** `tools` as the API takes them: functions with a schema of their arguments; kept as they came, so that they are compiled once. */
const tools = z.array(
  z.object({
    function: z.object({
      name: z.string(),
      parameters: z.custom<Schema>((one) => typeof one === 'object' && one !== null).optional(),
    }),
  }),
);

export const validToolCallsScorer = defineCheckKind({
  kind: 'valid-tool-calls',
  summary:
    'The reply calls tools, each of them one that its prompt declares (`tools`), with arguments that satisfy the tool’s schema. It fails where no tool is called or declared. Each side is held against its own prompt.',
  argument: noArgument,
  options: plainOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the schema of a tool is no usable JSON Schema',
  score: ({ params = {}, answer: { toolCalls } }) => {
    const declared = tools.safeParse(params['tools']);
    if (!declared.success) return mark(false, 'the prompt declares no tools');
    if (toolCalls.length === 0) return mark(false, 'calls no tool');
    const schemas = new Map(declared.data.map(({ function: { name, parameters = true } }) => [name, parameters]));
    try {
      const fault = toolCalls.map((call) => faultOf(call, schemas.get(call.name))).find((one) => one !== undefined);
      return mark(fault === undefined, fault ?? 'calls tools as the prompt declares them');
    } catch (error) {
      return { kind: 'unscored', why: `a tool of the prompt: ${error instanceof Error ? error.message : error}` };
    }
  },
});

function faultOf({ name, arguments: written }: ToolCall, schema: Schema | undefined): string | undefined {
  if (schema === undefined) return `the prompt declares no tool ${excerpt(name)}`;
  const read = readJsonReply(written === '' ? '{}' : written, true);
  if (read.kind === 'not') return `arguments of ${excerpt(name)}: ${read.why}`;
  const fault = compileSchema(schema)(read.value);
  return fault === undefined
    ? undefined
    : `arguments of ${excerpt(name)}: ${fault.replace(/^the reply/u, 'the object')}`;
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import type { JsonObject } from '../../src/core/json.ts';
import type { Sandbox } from '../../src/core/ports.ts';
import type { Message } from '../../src/core/prompt.ts';
import { dotprompt } from '../../src/formats/prompts/dotprompt/dotprompt.ts';
import type { Tried } from './tried.ts';

const map = z.record(z.string(), z.json());
const message = z.object({
  role: z.string(),
  content: z.array(z.looseObject({ text: z.string().optional(), media: z.object({ url: z.string() }).optional() })),
});
const suiteSchema = z.array(
  z.object({
    name: z.string(),
    template: z.string(),
    data: z.object({ messages: z.array(message).optional() }).optional(),
    partials: z.record(z.string(), z.string()).default({}),
    resolverPartials: z.record(z.string(), z.string()).default({}),
    schemas: map.optional(),
    tests: z.array(
      z.object({
        desc: z.string().default(''),
        data: z
          .looseObject({ input: map.default({}), messages: z.array(message).optional(), context: map.optional() })
          .default({ input: {} }),
        options: z.looseObject({ input: z.object({ default: map }).optional() }).default({}),
        expect: z.looseObject({
          messages: z.array(message).default([]),
          config: map.optional(),
          output: z.object({ schema: map }).optional(),
        }),
      }),
    ),
  }),
);

/** The render tests of google/dotprompt, `spec/`: messages, each as one text, and the schema of the output. */
export function dotpromptCases(folder: string, sandbox: Sandbox): readonly Tried[] {
  return globSync('**/*.yaml', { cwd: folder })
    .toSorted()
    .flatMap((file) =>
      suiteSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))).flatMap((one) =>
        one.tests.map((test): Tried => {
          const history = (test.data.messages ?? one.data?.messages ?? []).map(textsOf);
          const expected = test.expect.messages.map(textsOf);
          const read = dotprompt.read('prompts/a.prompt', one.template, new Map());
          const name = `${file}: ${one.name}: ${test.desc}`;
          if (read.kind === 'broken') return { test: name, passed: false, expected, got: read.problems[0].what };
          const included = Object.fromEntries(
            Object.entries({ ...one.partials, ...one.resolverPartials }).map(([key, text]) => [
              key,
              { file: key, text },
            ]),
          );
          const context = Object.fromEntries(
            Object.entries(test.data.context ?? {}).map(([key, value]) => [`@${key}`, value]),
          );
          const prompt = { ...read.prompt, included, defaults: { ...test.options.input?.default } };
          const { messages, failed } = dotprompt.render(prompt, { ...test.data.input, ...context }, sandbox);
          const got = withEarlier(messages.map(plain), history);
          const schema = read.prompt.params['response_format'] ?? null;
          const wanted = test.expect.output?.schema;
          const sameSchema = wanted === undefined || isDeepStrictEqual(schemaIn(schema), wanted);
          return {
            test: name,
            passed: failed === undefined && isDeepStrictEqual(got, expected) && sameSchema,
            expected: sameSchema ? expected : wanted,
            got: failed === undefined ? (sameSchema ? got : schema) : failed.why,
          };
        }),
      ),
    );
}

/** Earlier turns stand before the last message where that is the user's, else behind all: as `withHistory` puts them. */
function withEarlier(messages: readonly JsonObject[], history: readonly JsonObject[]): readonly JsonObject[] {
  const last = messages.at(-1);
  if (last?.['role'] !== 'user') return [...messages, ...history];
  return [...messages.slice(0, -1), ...history, last];
}

function plain({ role, content, parts = [{ kind: 'text', text: content }] }: Message): JsonObject {
  const shown = parts.flatMap((part) =>
    part.kind === 'text' ? part.text : part.source.kind === 'url' ? `<${part.source.url}>` : '',
  );
  return { role: role === 'assistant' ? 'model' : role, content: shown.join('') };
}

function textsOf({ role, content }: z.infer<typeof message>): JsonObject {
  const shown = content.map(({ text, media }) => text ?? (media === undefined ? '' : `<${media.url}>`));
  return { role, content: shown.join('') };
}

function schemaIn(format: unknown): unknown {
  return z.object({ json_schema: z.object({ schema: map }) }).safeParse(format).data?.json_schema.schema;
}

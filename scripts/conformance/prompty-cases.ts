import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Json } from '../../src/core/json.ts';
import { prompty } from '../../src/formats/prompts/prompty/prompty.ts';
import type { Tried } from './tried.ts';

const vectors = z.object({
  vectors: z.array(
    z.object({
      operation: z.string(),
      vector: z.json(),
    }),
  ),
});

const vectorSchema = z.object({
  name: z.string(),
  input: z.object({
    template: z.string().optional(),
    engine: z.string().optional(),
    inputs: z.record(z.string(), z.json()).optional(),
    rendered: z.string().optional(),
  }),
  expected: z.object({
    rendered: z.string().optional(),
    messages: z.array(z.object({ role: z.string(), content: z.array(z.object({ value: z.string() })) })).optional(),
  }),
});

/** The vectors of microsoft/prompty, `schema/tsp-output`, that render a template or part it into messages. */
export function promptyCases(folder: string): readonly Tried[] {
  const text = readFileSync(join(folder, 'tsp-output/.typra-generated/vectors.json'), 'utf8');
  return vectors.parse(JSON.parse(text)).vectors.flatMap(({ operation, vector }): readonly Tried[] => {
    if (operation !== 'render' && operation !== 'parse') return [];
    const { name, input, expected } = vectorSchema.parse(vector);
    const template = operation === 'render' ? input.template : operation === 'parse' ? input.rendered : undefined;
    if (template === undefined) return [];
    const head = `---\nmodel: m\ntemplate: ${input.engine ?? 'jinja2'}\n---\n`;
    const read = prompty.read('a.prompty', `${head}${template}`, new Map());
    const test = `${operation}: ${name}`;
    const wanted: Json =
      expected.messages?.map(({ role, content }) => [role, content.map(({ value }) => value).join('')]) ??
      expected.rendered ??
      null;
    if (read.kind === 'broken') return [{ test, passed: false, expected: wanted, got: read.problems[0].what }];
    const { messages } = prompty.render(read.prompt, input.inputs ?? {});
    const said = messages.map(({ role, content }) => [role, content]);
    // What a template renders to is its messages' texts, where it has no roles of its own.
    const rendered =
      messages.length === 1
        ? (messages[0]?.content ?? '')
        : messages.map(({ role, content }) => `${role}:\n${content}`).join('\n\n');
    const got: Json = operation === 'parse' ? said : rendered;
    return [{ test, passed: isDeepStrictEqual(got, wanted), expected: wanted, got }];
  });
}

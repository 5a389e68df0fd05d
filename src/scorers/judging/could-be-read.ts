import { z } from 'zod';
import type { Call } from '../../core/call.ts';
import { readAnswer } from './read-answer.ts';

const property = z.object({
  type: z.string().exactOptional(),
  enum: z.array(z.union([z.string(), z.number()])).exactOptional(),
});

/** The form that a judge's answer was asked in, as requests carry it. */
const askedForm = z.object({
  response_format: z.object({
    json_schema: z.object({ schema: z.object({ properties: z.record(z.string(), property) }) }),
  }),
});

/**
 * Whether a judge's answer has the fields that it was asked for, as far as the request tells: no more strictly than whoever reads it, who
 * may find one unreadable that could be read here. True where no form was asked for.
 */
export function couldBeRead(request: Call['request'], text: string): boolean {
  if (request.kind !== 'chat') return true;
  const form = askedForm.safeParse(request.params).data;
  if (form === undefined) return true;
  const fields = Object.entries(form.response_format.json_schema.schema.properties);
  const shape = z.object(Object.fromEntries(fields.map(([name, one]) => [name, fieldOf(one)])));
  return readAnswer(text, shape, []) !== undefined;
}

function fieldOf({ type, enum: listed = [] }: z.infer<typeof property>): z.ZodType {
  const numbers = listed.filter((one) => typeof one === 'number');
  const words = listed.filter((one) => typeof one === 'string');
  switch (type) {
    case 'integer':
    case 'number':
      // A grade between two whole ones is one.
      return numbers.length === 0
        ? z.number()
        : z
            .number()
            .min(Math.min(...numbers))
            .max(Math.max(...numbers));
    case 'string':
      return words.length === 0 ? z.string() : z.enum(words);
    case 'boolean':
      return z.boolean();
    case 'array':
      return z.array(z.unknown());
    default:
      return z.unknown();
  }
}

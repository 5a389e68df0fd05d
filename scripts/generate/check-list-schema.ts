import { z } from 'zod';
import type { CheckKind } from '../../src/core/check-kind.ts';
import { checkKinds } from '../../src/scorers/index.ts';

type Schema = { readonly [key: string]: unknown };

const modifiers = {
  name: { type: 'string', minLength: 1, maxLength: 200, description: 'What the report calls it.' },
  weight: { type: 'number', minimum: 0, maximum: 1_000_000, description: 'In the mean of the reply; 1 if left out.' },
  required: { type: 'boolean', description: 'A reply that fails it scores 0, whatever else it does well.' },
} as const;

/**
 * A list of checks for editors: every kind with its argument and its options, from the schemas that the code parses with.
 * One object with all kinds, narrowed down by the kind that is there: editors complete it and say which key is wrong,
 * which they do not for a choice of sixty forms.
 */
export function checkListSchema(): Schema {
  const kinds = [...checkKinds.values()];
  const names = kinds.map(({ kind }) => kind);
  const options = Object.assign({}, ...kinds.map((kind) => optionsOf(kind)));
  return {
    type: 'array',
    description: 'Each a bare kind, or { <kind>: <argument>, name?, weight?, required?, min?, options … }.',
    items: whenever(
      { type: 'string' },
      { enum: kinds.filter((kind) => kind.argument.safeParse(null).success).map(({ kind }) => kind) },
      {
        type: 'object',
        properties: {
          ...Object.fromEntries(kinds.map((kind) => [kind.kind, argumentOf(kind)])),
          ...Object.fromEntries(Object.keys(options).map((name) => [name, {}])),
          ...modifiers,
          min: { type: 'number', description: 'Pass mark of a graded check.' },
        },
        additionalProperties: false,
        anyOf: names.map((name) => ({ required: [name] })),
        allOf: kinds.map((kind) => whenever({ required: [kind.kind] }, formOf(kind))),
      },
    ),
  };
}

/** `if`, `then` and `else` of JSON Schema. An object with a `then` written out would pass for a promise. */
function whenever(condition: Schema, holds: Schema, otherwise?: Schema): Schema {
  const parts = [['if', condition], ['then', holds], ...(otherwise === undefined ? [] : [['else', otherwise]])];
  return Object.fromEntries(parts);
}

/** What may stand beside a kind. */
function formOf(kind: CheckKind): Schema {
  const options = optionsOf(kind);
  const [minimum, maximum] = kind.minRange;
  const min: Schema = kind.scale === 'graded' ? { min: { type: 'number', minimum, maximum } } : {};
  const beside = { ...options, ...min };
  return {
    ...(Object.keys(beside).length === 0 ? {} : { properties: beside }),
    propertyNames: { enum: [kind.kind, ...Object.keys(modifiers), ...Object.keys(beside)] },
  };
}

function argumentOf(kind: CheckKind): Schema {
  const taken = typeof kind.argument.description === 'string' ? ` Argument: ${kind.argument.description}.` : '';
  return { ...schemaOf(kind.argument), description: `${kind.summary}${taken}` };
}

function optionsOf({ options }: CheckKind): Schema {
  const { properties } = schemaOf(options);
  return z.record(z.string(), z.unknown()).catch({}).parse(properties);
}

function schemaOf(schema: z.ZodType): Schema {
  const { $schema, definitions, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(written, plainer)));
}

/** Any JSON is `{}` here, and the bounds of whole numbers that are those of the language are none. */
function plainer(key: string, value: unknown): unknown {
  if ((key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER) return undefined;
  if (typeof value === 'object' && value !== null && '$ref' in value) return {};
  return value;
}

import fc from 'fast-check';
import { z } from 'zod';

/**
 * Any value that a schema takes, every text in it drawn from `text`, its lists short: so that a field that is added to the
 * schema is filled without anybody's doing.
 */
export function anyOfSchema(schema: z.core.$ZodType, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodString) return text;
  if (schema instanceof z.ZodISODate) return fc.constantFrom('2026-11-24', '2026-11-27', '2026-11-28');
  if (schema instanceof z.ZodNumber) return anyNumber(schema);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNull) return fc.constant(null);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNullable) return fc.option(anyOfSchema(schema.unwrap(), text), { nil: null, freq: 4 });
  if (schema instanceof z.ZodArray) return fc.array(anyOfSchema(schema.element, text), { maxLength: 2 });
  if (schema instanceof z.ZodRecord) return anyRecord(schema, text);
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((one) => anyOfSchema(one, text)));
  if (schema instanceof z.ZodLazy) return fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 2 }));
  if (schema instanceof z.ZodTuple) return fc.tuple(...schema.def.items.map((one) => anyOfSchema(one, text)));
  if (schema instanceof z.ZodPreprocess) return anyOfSchema(schema.def.out, text);
  if (schema instanceof z.ZodObject) return anyObject(schema, text);
  throw new Error(`No value is drawn of ${schema.constructor.name} yet.`);
}

function anyNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const [least, most] = [Math.max(schema.minValue ?? -2, -2), Math.min(schema.maxValue ?? 12, 12)];
  const drawn = schema.isInt
    ? fc.integer({ min: least, max: most })
    : fc.integer({ min: least * 8, max: most * 8 }).map((of) => of / 8);
  return drawn.filter((value) => schema.safeParse(value).success);
}

function anyRecord(schema: z.ZodRecord, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const { keyType } = schema;
  // Of a record over an enumeration no key may be missing.
  if (keyType instanceof z.ZodEnum) {
    const value = anyOfSchema(schema.valueType, text);
    return fc.record(Object.fromEntries(keyType.options.map((key) => [String(key), value])));
  }
  return fc
    .array(fc.tuple(text, anyOfSchema(schema.valueType, text)), { maxLength: 2 })
    .map((entries) => Object.fromEntries(entries));
}

function anyObject(schema: z.ZodObject, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape);
  const optional = new Set(fields.flatMap(([key, value]) => (isOptional(value) ? [key] : [])));
  const held = fields.map(([key, value]) => {
    const inner = isOptional(value) ? value.unwrap() : value;
    const drawn = anyOfSchema(inner, text);
    return [key, optional.has(key) ? fc.option(drawn, { nil: undefined, freq: 3 }) : drawn] as const;
  });
  return fc
    .tuple(...held.map(([, drawn]) => drawn))
    .map((values) =>
      Object.fromEntries(held.flatMap(([key], at) => (values[at] === undefined ? [] : [[key, values[at]]]))),
    );
}

function isOptional(schema: z.core.$ZodType): schema is z.ZodOptional | z.ZodExactOptional {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
}

import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';

/** What a list or map of properties declares. */
export type Properties = {
  readonly schema: JsonObject;
  /** Whether any of them says what it is. */
  readonly typed: boolean;
  readonly defaults: JsonObject;
  readonly threads: readonly string[];
};

const kinds: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  list: 'array',
  object: 'object',
};

/** Reads inputs, outputs or parameters: a list of named ones, or a map of them or of their defaults. @param bound names that are left out */
export function readProperties(written: Json | undefined, bound: readonly string[] = []): Properties {
  const listed = entriesOf(written ?? null).filter(([name]) => !bound.includes(name));
  const properties = listed.flatMap(([name, one]): readonly (readonly [string, JsonObject])[] => {
    const { kind = one['type'] ?? null, description, enumValues = one['enum'] } = one;
    if (kind === 'thread') return [];
    const type = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    const told = {
      ...(type !== undefined && { type }),
      ...(typeof description === 'string' && { description }),
      ...(Array.isArray(enumValues) && { enum: enumValues }),
    };
    return [[name, told]];
  });
  const required = listed.flatMap(([name, one]) => (one['required'] === true ? [name] : []));
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
    },
    typed: properties.some(([, told]) => 'type' in told),
    defaults: Object.fromEntries(
      listed.flatMap(([name, one]) => {
        const value = one['default'] ?? one['sample'];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    threads: listed.flatMap(([name, { kind = null }]) => (kind === 'thread' ? [name] : [])),
  };
}

function entriesOf(written: Json): readonly (readonly [string, JsonObject])[] {
  if (Array.isArray(written)) {
    const list: readonly Json[] = written;
    return list.flatMap((one) => (isObject(one) && typeof one['name'] === 'string' ? [[one['name'], one]] : []));
  }
  if (!isObject(written)) return [];
  return Object.entries(written).map(([name, one]) => [name, isObject(one) ? one : { default: one }]);
}

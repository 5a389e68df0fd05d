import { z } from 'zod';
import { configSchema } from './config-schema.ts';

/** The keys that the config knows at a path; none where the reader chooses the names, as under `providers`. */
export function knownConfigKeys(path: readonly PropertyKey[]): readonly string[] {
  const root: unknown = z.toJSONSchema(configSchema, { io: 'input' });
  let places: readonly unknown[] = alternatives(root);
  for (const step of path) places = places.flatMap((place) => inside(place, step)).flatMap(alternatives);
  return [...new Set(places.flatMap((place) => Object.keys(field(place, 'properties') ?? {})))];
}

function inside(schema: unknown, step: PropertyKey): readonly unknown[] {
  const next =
    typeof step === 'number'
      ? field(schema, 'items')
      : (field(field(schema, 'properties'), step) ?? field(schema, 'additionalProperties'));
  return next === undefined ? [] : [next];
}

function alternatives(schema: unknown): readonly unknown[] {
  const choices = field(schema, 'anyOf');
  return Array.isArray(choices) ? choices.flatMap(alternatives) : [schema];
}

function field(value: unknown, key: PropertyKey): object | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const held: unknown = Reflect.get(value, key);
  return typeof held === 'object' && held !== null ? held : undefined;
}

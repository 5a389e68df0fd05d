import type { Json, JsonObject } from '../json.ts';

/** Whether a JSON value is a map. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { ToolCall } from '../reply.ts';

/** What a call gives its tool; of one without a text nothing, and undefined where it is no JSON. */
export function argumentsOf(call: ToolCall): Json | undefined {
  if (call.arguments.trim() === '') return {};
  try {
    return JSON.parse(call.arguments);
  } catch {
    return undefined;
  }
}

/** Objects: every wanted member, at any depth. All else: equal. */
export function includesJson(given: Json, wanted: Json): boolean {
  if (!isMap(wanted)) return canonicalJson(given) === canonicalJson(wanted);
  return (
    isMap(given) &&
    Object.entries(wanted).every(([key, value]) => {
      const held = Object.hasOwn(given, key) ? given[key] : undefined;
      return held !== undefined && includesJson(held, value);
    })
  );
}

/** How many values a demand on arguments names, at any depth: what names more is the more specific. */
export function countDemands(wanted: Json): number {
  if (!isMap(wanted)) return 1;
  return Object.values(wanted).reduce((sum: number, value) => sum + countDemands(value), 0);
}

function isMap(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A call as people write it: `get_order({"id":"A1"})`. */
export function showCall({ name, arguments: written }: ToolCall): string {
  return `${name}(${written.trim() === '{}' ? '' : written.trim()})`;
}

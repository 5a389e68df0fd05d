import type { Json } from '../json.ts';

/** A value as JSON holds it; `undefined` where it holds something else (functions, numbers without end). */
export function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    const items = value.map(toJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof value !== 'object') return undefined;
  const entries = Object.entries(value).flatMap(([key, held]): readonly (readonly [string, Json | undefined])[] =>
    held === undefined ? [] : [[key, toJson(held)]],
  );
  const whole = entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
  return whole.length === entries.length ? Object.fromEntries(whole) : undefined;
}

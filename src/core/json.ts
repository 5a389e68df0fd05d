/** Any value JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * The one text of a JSON value: object keys sorted, no white space, so that equal values hash equally.
 * Keys whose value is `undefined` are left out, as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Every request is hashed several times, so that this is among what a review spends most time on.
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const held: unknown = Reflect.get(value, key);
    if (held !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(held)}`;
  }
  return `{${members}}`;
}

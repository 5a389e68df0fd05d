import type { Json } from '../../../core/json.ts';
import type { LogField, LogFields, LoggedCall } from '../../../core/logs/logged-call.ts';
import { parsedOf, textOf, valueAt } from '../read-values.ts';
import type { Span } from './read-spans.ts';

/** What a field of the caller's own naming holds: an attribute of the span or of what it ran in, or a path into one. */
export function attributeOf({ attributes, resource }: Span, name: string | undefined): Json | undefined {
  if (name === undefined) return undefined;
  const whole = attributes.get(name) ?? resource().get(name);
  if (whole !== undefined) return whole;
  // A path may go on inside an attribute that holds JSON, such as `metadata`.
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    const held = parsedOf(attributes.get(name.slice(0, end)));
    if (typeof held !== 'object' || held === null) continue;
    return valueAt({ held }, `held.${name.slice(end + 1)}`);
  }
  return undefined;
}

/** Reads a field by the caller's own name for it, else by the convention's, in order. */
export function fieldOf(span: Span, fields: LogFields) {
  return (field: LogField, ...names: readonly string[]): Json | undefined => {
    const own = fields[field];
    if (own !== undefined) return attributeOf(span, own);
    for (const name of names) {
      const value = span.attributes.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** A prompt by its name and version. */
export function promptOf(name: Json | undefined, version: Json | undefined): LoggedCall['prompt'] {
  const known = textOf(name);
  return known === undefined ? undefined : { name: known, version: textOf(version) };
}

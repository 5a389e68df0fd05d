import type { JsonObject } from '../json.ts';
import type { Filled } from './engine.ts';
import { lookUp, showValue } from './fill-template.ts';

/** What a marker stands for: a variable, or (an escape) a text of its own. */
export type Marker = { readonly name: string } | { readonly text: string };

/** Fills every marker of `pattern` in one pass; `read` says what a match stands for, or `undefined` where it is plain text. */
export function replaceMarkers(
  template: string,
  pattern: RegExp,
  values: JsonObject,
  read: (match: readonly string[]) => Marker | undefined,
): Filled {
  const unknown = new Set<string>();
  const text = template.replace(pattern, (...match: string[]) => {
    const [written = ''] = match;
    const marker = read(match);
    if (marker === undefined) return written;
    if ('text' in marker) return marker.text;
    const value = lookUp(marker.name, values);
    if (value !== undefined) return showValue(value);
    unknown.add(marker.name);
    return written;
  });
  return { text, unknown: [...unknown] };
}

/** Names of the variables that the markers of `pattern` stand for, in order of first use. */
export function namesOfMarkers(
  template: string,
  pattern: RegExp,
  read: (match: readonly string[]) => Marker | undefined,
): readonly string[] {
  const markers = Array.from(template.matchAll(pattern), (match) => read(match));
  return [...new Set(markers.flatMap((marker) => (marker !== undefined && 'name' in marker ? [marker.name] : [])))];
}

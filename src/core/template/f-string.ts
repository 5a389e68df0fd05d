import type { Engine } from './engine.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from './replace-markers.ts';

/** A doubled brace, a field such as `{name}`, `{user.name}` or `{items[0]}`, or a lone brace. */
const pieces = /\{\{|\}\}|\{([A-Za-z_]\w*(?:\.\w+|\[\w+\])*)(?:!s)?\}|[{}]/gu;
/** A name between single braces. What stands between doubled ones is none. */
const replaced = /(?<!\{)\{([A-Za-z_]\w*)\}(?!\})/gu;

const readPiece = ([written, field]: readonly string[]): Marker | undefined => {
  if (written === '{{') return { text: '{' };
  if (written === '}}') return { text: '}' };
  return field === undefined ? undefined : { name: nameOf(field) };
};
const readReplaced = ([, name = '']: readonly string[]): Marker => ({ name });

/**
 * `{name}` as Python fills it. A text that `str.format` takes has its doubled braces halved (`{{"a": 1}}` is the JSON
 * `{"a": 1}`); one that it would refuse, since it holds lone braces, is one that a program fills by
 * `.replace("{name}", …)`: there nothing but the names is touched.
 */
export const fString: Engine = {
  variables: (template) =>
    isFormat(template) ? namesOfMarkers(template, pieces, readPiece) : namesOfMarkers(template, replaced, readReplaced),
  show: (name) => `{${name}}`,
  fill: (template, values) =>
    isFormat(template)
      ? replaceMarkers(template, pieces, values, readPiece)
      : replaceMarkers(template, replaced, values, readReplaced),
};

/** Whether `str.format` takes the text: every brace is doubled or part of a field. */
function isFormat(template: string): boolean {
  return !Array.from(template.matchAll(pieces)).some(([written]) => written === '{' || written === '}');
}

/** `items[0]` as the way through values that its brackets describe. */
function nameOf(field: string): string {
  return field.replaceAll('[', '.').replaceAll(']', '');
}

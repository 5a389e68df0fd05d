import type { Json } from '../../core/json.ts';
import { nestingOf } from '../../core/json-text/json-members.ts';

/** A reply as JSON, or why it is none. */
export type JsonReply =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'not'; readonly why: string };

/** Deeper nesting is refused: no program reads it, and walking it would exhaust the stack. */
export const deepestJson = 200;

/**
 * Reads a reply as one JSON value. A single code fence around the whole of it is taken off, since models put
 * it there and callers strip it; `strict` refuses it. Words before or after make it no JSON.
 */
export function readJsonReply(text: string, strict: boolean): JsonReply {
  const body = strict ? text : unfence(text);
  if (body.trim() === '') return { kind: 'not', why: 'the reply is empty' };
  if (nestingOf(body) > deepestJson) return { kind: 'not', why: `nested deeper than ${deepestJson} levels` };
  try {
    return { kind: 'json', value: JSON.parse(body) };
  } catch (error) {
    return { kind: 'not', why: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The inside of one fence (three or more backticks or tildes, any language) that surrounds the whole text; else the text. */
export function unfence(text: string): string {
  const trimmed = text.trim();
  const fence = /^(`{3,}|~{3,})[^\n`]*\n/.exec(trimmed);
  const marker = fence?.[1];
  if (fence === null || marker === undefined || !trimmed.endsWith(`\n${marker}`)) return text;
  return trimmed.slice(fence[0].length, trimmed.length - marker.length);
}

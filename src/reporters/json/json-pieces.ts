import { escapeHidden } from '../../core/text/show-hidden.ts';

/** A value that stands on one line, without spaces. */
export class JsonLine {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/**
 * A value as JSON in pieces, indented as `JSON.stringify(value, null, 2)` would. The `levels` outermost lists and objects are
 * taken apart, each item below them is one piece; a list may be any iterable there, whose items are made when their turn comes.
 */
export function* jsonPieces(value: unknown, levels: number, indent = ''): Generator<string> {
  if (value instanceof JsonLine) {
    yield escapeHidden(JSON.stringify(value.value));
    return;
  }
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield escapeHidden(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  let begun = false;
  if (isIterable(value)) {
    for (const item of value) {
      yield `${begun ? ',' : '['}\n${inner}`;
      begun = true;
      yield* jsonPieces(item ?? null, levels - 1, inner);
    }
    yield begun ? `\n${indent}]` : '[]';
    return;
  }
  for (const [key, held] of Object.entries(value)) {
    if (held === undefined) continue;
    yield `${begun ? ',' : '{'}\n${inner}${escapeHidden(JSON.stringify(key))}: `;
    begun = true;
    yield* jsonPieces(held, levels - 1, inner);
  }
  yield begun ? `\n${indent}}` : '{}';
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

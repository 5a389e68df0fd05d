import { byName } from '../by-name.ts';
import * as listed from './formats.ts';
import { unreadFormats } from './recognise-unread.ts';
import type { Format } from './types.ts';

export { renderDotprompt } from './dotprompt/render-dotprompt.ts';
export { readInstructions, skillPrompts } from './instructions.ts';
export { keyedPrompt, readPromptfooPrompts } from './promptfoo.ts';
export { recogniseUnread, unreadFormats } from './recognise-unread.ts';

const surest = ['name', 'keys', 'shape', 'anything'] as const;
const known: readonly Format[] = byName(listed);

/** Formats that are read, the more particular before the more general. A new one is one file here and one line in `formats.ts`. */
export const formats: readonly Format[] = surest.flatMap((by) =>
  known.filter(({ knownBy }) => knownBy === by).map((format) => (by === 'shape' ? unlessNamed(format) : format)),
);

/** A format that any map of texts has gives way to those that are known by their keys, also where these are not read. */
function unlessNamed(format: Format): Format {
  const isNamed = (path: string, text: string) => unreadFormats.some((unread) => unread.recognises(path, text));
  return { ...format, recognises: (path, text) => format.recognises(path, text) && !isNamed(path, text) };
}

/** The format of a file; `undefined` where it is no prompt, or one that is not read. */
export function recogniseFormat(path: string, text: string): Format | undefined {
  return formats.find((format) => format.recognises(path, text));
}

/** The format that read a prompt, by the name it carries. */
export function formatNamed(name: string): Format | undefined {
  return formats.find((format) => format.name === name);
}

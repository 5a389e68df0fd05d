import type { Prompt } from '../prompt.ts';
import { findForeignMarkers } from './find-foreign-markers.ts';

/** What of a prompt nothing here would fill: the model would be asked with it as it is written. */
export type HalfRendered = {
  readonly marker: string;
  /** The template language it is written in. */
  readonly writtenAs: string;
  /** Line of the file, counted from 1. */
  readonly line: number;
};

/**
 * Finds the markers of other template languages that a prompt holds.
 * @param text of its file, where their lines are looked for
 * @param known names that its golden cases give values to
 */
export function findHalfRendered(prompt: Prompt, text: string, known: ReadonlySet<string>): readonly HalfRendered[] {
  const found = prompt.messages.flatMap(({ content }) =>
    findForeignMarkers(content, prompt.engine, prompt.engineRuled === true ? new Set() : known),
  );
  return found.map(({ marker, writtenAs }) => ({ marker, writtenAs, line: lineOf(marker, text) }));
}

function lineOf(marker: string, text: string): number {
  const at = text.indexOf(marker.split('\n', 1)[0] ?? marker);
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}

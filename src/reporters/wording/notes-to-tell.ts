import type { Report } from '../../core/report/report.ts';
import { listNames, type Phrase, quote, say } from './say.ts';

/** What is noted of the prompts, each with whose it is; what several have alike is told once. */
export function notesToTell({ prompts }: Report): readonly Phrase[] {
  const paths = new Map<string, readonly string[]>();
  for (const { path, notes } of prompts) for (const note of notes) paths.set(note, [...(paths.get(note) ?? []), path]);
  return [...paths].map(([note, of]) => say`${listNames(of, 3)}: ${quote(note)}`);
}

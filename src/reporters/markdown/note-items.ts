import type { Report } from '../../core/report/report.ts';
import { notesToTell } from '../wording/notes-to-tell.ts';
import { say } from '../wording/say.ts';
import { wordPreferences } from '../wording/word-preferences.ts';
import { toMarkdown } from './escape.ts';

/** What is noted of the prompts, and which replies a judge preferred; a line each. */
export function noteItems(report: Report): readonly string[] {
  return [...wordPreferences(report), ...notesToTell(report)].map((told) => toMarkdown(say`- ${told}`));
}

import { z } from 'zod';
import type { Json } from '../json.ts';
import { nestingOf } from '../json-text/json-members.ts';
import { ProblemError } from '../problem.ts';
import { tellWhole } from './long-report.ts';
import { type Report, reportSchema } from './report.ts';

/** Levels: far more than what a review writes has, and far fewer than what exhausts the stack of who walks it. */
const deepest = 1_000;

/** As `JSON.parse` gives it. */
const anyJson = z.custom<Json>(() => true);

/** A report that was saved: `promptgate.json`, or what `--json` printed. @throws ProblemError */
export function parseReport(text: string, file: string): Report {
  if (nestingOf(text) > deepest) throw unreadable(file, `it is nested deeper than ${deepest} levels`);
  const read = reportSchema.safeParse(tellWhole(parseJson(text, file)));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where =
    first === undefined || first.path.length === 0 ? '' : ` (at ${first.path.map(String).join('.')}: ${first.message})`;
  throw unreadable(file, `it is not a report of Promptgate, or one of another version${where}`);
}

function parseJson(text: string, file: string): Json {
  try {
    return anyJson.parse(JSON.parse(text));
  } catch (fault) {
    throw unreadable(file, `it is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function unreadable(file: string, why: string): ProblemError {
  return new ProblemError({
    reason: 'files',
    at: { file },
    what: `The report cannot be read: ${why}.`,
    fix: 'Name a promptgate.json as the artifact of a run holds it, or what `--json` printed.',
  });
}

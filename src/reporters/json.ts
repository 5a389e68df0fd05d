import { caseSchema } from '../core/report/case-schema.ts';
import { type Report, type ReportCase, type ReportReply, reportSchema } from '../core/report/report.ts';
import { clip } from '../core/text/clip.ts';
import { jsonPieces } from './json/json-pieces.ts';
import { showCount } from './show-quantity.ts';

/** Characters of replies in one file: far under the longest text a JavaScript engine holds, twice which escapes may take. */
const mostText = 120_000_000;
/** What is kept of a steady case's reply where all of them would be more. */
const shortened = 200;
/** Levels of the report down to a row's list of cases, which are written one by one. */
const levelsAboveCases = 6;

/**
 * `promptgate.json` in pieces: indented, keys in the schema's order however the report was put together, so that two runs
 * can be diffed. A case's replies are read when its piece is made, and let go with it.
 * Where the replies together would make a file that cannot be read back, those of steady cases are cut, and a note says so.
 * What the schema refuses is a fault of ours; it is written as it is rather than lost after it was paid for.
 */
export function* writeJson(report: Report, most = mostText): Generator<string> {
  const length = lengthOfAll(report);
  const cut = length > most;
  const notes = cut ? [...report.notes, noteOf(length)] : report.notes;
  const parsed = reportSchema.safeParse({ ...report, notes, prompts: report.prompts.map(withoutCases) });
  const whole = parsed.success ? parsed.data : report;
  const prompts = whole.prompts.map((prompt, at) => ({
    ...prompt,
    models: prompt.models.map((row, index) => ({
      ...row,
      cases: casesInOrder(report.prompts[at]?.models[index]?.cases ?? [], cut),
    })),
  }));
  yield* jsonPieces({ ...whole, prompts }, levelsAboveCases);
  yield '\n';
}

function withoutCases(prompt: Report['prompts'][number]): object {
  return { ...prompt, models: prompt.models.map((row) => ({ ...row, cases: [] })) };
}

function* casesInOrder(cases: readonly ReportCase[], cut: boolean): Generator<unknown> {
  for (const one of cases) {
    const fitting = cut ? shorten(one) : one;
    const parsed = caseSchema.safeParse(fitting);
    yield parsed.success ? parsed.data : fitting;
  }
}

function noteOf(length: number): string {
  return `Replies of steady cases are cut to ${shortened} characters here, and their checks left out: all of them would be ${showCount(length)}.`;
}

function lengthOfAll(report: Report): number {
  let length = 0;
  for (const { models } of report.prompts) {
    for (const { cases } of models) for (const one of cases) for (const reply of one.replies) length += lengthOf(reply);
  }
  return length;
}

function lengthOf(reply: ReportReply): number {
  // A reply's other fields and its checks take a few hundred characters each.
  const said = reply.transcript?.reduce((sum, turn) => sum + turn.content.length + 40, 0) ?? 0;
  return (reply.text?.length ?? 0) + said + 400 * (1 + reply.checks.length);
}

function shorten(one: ReportCase): ReportCase {
  if (one.state !== 'same') return one;
  const replies = one.replies.map(({ transcript: _, ...reply }) =>
    reply.text === undefined ? reply : { ...reply, text: clip(reply.text, shortened), checks: [] },
  );
  return { ...one, replies };
}

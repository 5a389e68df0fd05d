import { caseSchema } from '../core/report/case-schema.ts';
import { type Report, type ReportCase, type ReportReply, reportSchema } from '../core/report/report.ts';
import { clip } from '../core/text/clip.ts';
import { JsonLine, jsonPieces } from './json/json-pieces.ts';
import { SharedReplies } from './json/share-replies.ts';
import { showCount } from './show-quantity.ts';

/** Characters of replies in one file: far under the longest text a JavaScript engine holds, twice which escapes may take. */
const mostText = 120_000_000;
/** Characters of replies up to which each is told whole where it stands; the file is twice as long, since it is indented. */
const shortText = 5_000_000;
/** What is kept of a steady case's reply where all of them would be more. */
const shortened = 200;
/** Levels of the report down to a row's list of cases, which are written one by one. */
const levelsAboveCases = 6;

/**
 * `promptgate.json` in pieces: indented, keys in the schema's order however the report was put together, so that two runs
 * can be diffed. A case's replies are read when its piece is made, and let go with it.
 * A long one is of version 2: a line a case, and what replies have alike is told once, at the end.
 * Where the replies together would make a file that cannot be read back, those of steady cases are cut, and a note says so.
 * What the schema refuses is a fault of ours; it is written as it is rather than lost after it was paid for.
 */
export function* writeJson(report: Report, most = mostText, short = shortText): Generator<string> {
  const length = lengthOfAll(report);
  const cut = length > most;
  const notes = cut ? [...report.notes, noteOf(length)] : report.notes;
  const parsed = reportSchema.safeParse({ ...report, notes, prompts: report.prompts.map(withoutCases) });
  const whole = parsed.success ? parsed.data : report;
  const shared = length > short ? new SharedReplies() : undefined;
  const write = (one: ReportCase): unknown => (shared === undefined ? one : new JsonLine(shared.share(one)));
  const prompts = whole.prompts.map((prompt, at) => ({
    ...prompt,
    models: prompt.models.map((row, index) => ({
      ...row,
      cases: casesInOrder(report.prompts[at]?.models[index]?.cases ?? [], cut, write),
    })),
  }));
  const long = shared === undefined ? {} : { version: 2, shared: shared.lists };
  // The lists of `shared` are read last, when every case has been written.
  yield* jsonPieces({ ...whole, prompts, ...long }, levelsAboveCases);
  yield '\n';
}

function withoutCases(prompt: Report['prompts'][number]): object {
  return { ...prompt, models: prompt.models.map((row) => ({ ...row, cases: [] })) };
}

function* casesInOrder(
  cases: readonly ReportCase[],
  cut: boolean,
  write: (one: ReportCase) => unknown,
): Generator<unknown> {
  for (const one of cases) {
    const fitting = cut ? shorten(one) : one;
    const parsed = caseSchema.safeParse(fitting);
    yield write(parsed.success ? parsed.data : fitting);
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
  const checked = reply.checks.reduce(
    (sum, check) => sum + 150 + (check.kind === 'scored' ? check.reason : check.why).length,
    0,
  );
  const said = reply.transcript?.reduce((sum, turn) => sum + turn.content.length + 40, 0) ?? 0;
  return (reply.text?.length ?? 0) + said + 250 + checked;
}

function shorten(one: ReportCase): ReportCase {
  if (one.state !== 'same') return one;
  const replies = one.replies.map(({ transcript: _, ...reply }) =>
    reply.text === undefined ? reply : { ...reply, text: clip(reply.text, shortened), cut: true as const, checks: [] },
  );
  return { ...one, replies };
}

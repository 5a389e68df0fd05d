import { caseSchema } from '../core/report/case-schema.ts';
import { type Report, type ReportCase, type ReportReply, reportSchema } from '../core/report/report.ts';
import { type Fitted, fitSize } from './json/fit-size.ts';
import { JsonLine, jsonPieces } from './json/json-pieces.ts';
import { SharedReplies } from './json/share-replies.ts';

/** Bytes of the file: as much as a browser, an editor and `jq` open without a thought. */
const mostBytes = 20_000_000;
/** Characters of replies up to which each is told whole where it stands; the file is twice as long, since it is indented. */
const shortText = 5_000_000;
/** Levels of the report down to a row's list of cases, which are written one by one. */
const levelsAboveCases = 6;

/**
 * `promptgate.json` in pieces: indented, keys in the schema's order however the report was put together, so that two runs
 * can be diffed. A case's replies are read when its piece is made, and let go with it.
 * A long one is of version 2: a line a case, and what replies have alike is told once, at the end.
 * Where that would still be longer than `most` bytes, replies are cut, those of cases that hold first, and a note says so.
 * What the schema refuses is a fault of ours; it is written as it is rather than lost after it was paid for.
 */
export function* writeJson(report: Report, most = mostBytes, short = shortText): Generator<string> {
  const isLong = lengthOfAll(report) > short;
  const { shorten, note }: Fitted = isLong ? fitSize(report, most) : { shorten: (one) => one };
  const notes = note === undefined ? report.notes : [...report.notes, note];
  const parsed = reportSchema.safeParse({ ...report, notes, prompts: report.prompts.map(withoutCases) });
  const whole = parsed.success ? parsed.data : report;
  const shared = isLong ? new SharedReplies() : undefined;
  const write = (one: ReportCase): unknown => (shared === undefined ? one : new JsonLine(shared.share(one)));
  const prompts = whole.prompts.map((prompt, at) => ({
    ...prompt,
    models: prompt.models.map((row, index) => ({
      ...row,
      cases: casesInOrder(report.prompts[at]?.models[index]?.cases ?? [], shorten, write),
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
  shorten: Fitted['shorten'],
  write: (one: ReportCase) => unknown,
): Generator<unknown> {
  for (const one of cases) {
    const fitting = shorten(one);
    const parsed = caseSchema.safeParse(fitting);
    yield write(parsed.success ? parsed.data : fitting);
  }
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

import { expect, test } from 'vitest';
import { parseReport } from '../../src/core/report/parse-report.ts';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import { writeJson } from '../../src/reporters/json.ts';
import { buildLargeReport } from '../support/large-report.ts';
import { eachReply, repliesOf } from '../support/replies-of.ts';
import { buildRegressedReport } from '../support/report-builder.ts';
import { whole } from '../support/whole.ts';

test('the JSON is of the schema and reads back as the report', () => {
  const report = buildRegressedReport();
  expect(reportSchema.parse(JSON.parse(whole(writeJson(report))))).toEqual(report);
});

test('its keys have one order, in whatever order the report was put together', () => {
  const report = buildRegressedReport();
  const { prompts, calls, ...rest } = report;
  const { made, ...counts } = calls;
  expect(whole(writeJson({ prompts, calls: { ...counts, made }, ...rest }))).toBe(whole(writeJson(report)));
});

/** Long replies, none said twice, with letters that take more bytes than one and quotes that take two. */
const wordy = eachReply(buildLargeReport({ cases: 60, models: 2, sentences: 30 }), (reply, at) => ({
  ...reply,
  text: `Ticket ${at}: “déjà vu” \n "quoted"\u202e. ${reply.text}`,
}));
const all = Buffer.byteLength(whole(writeJson(wordy, 1e9, 0)));

/** The longest reply of cases that hold, and of all others. */
function longest(report: Report) {
  const cases = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
  const [steady = 0, others = 0] = [true, false].map((isSteady) =>
    Math.max(
      ...cases
        .filter(({ state }) => (state === 'same' || state === 'improved') === isSteady)
        .flatMap(({ replies }) => replies.map(({ text = '' }) => text.length)),
    ),
  );
  return { steady, others };
}

test.each([0.8, 0.45, 0.25])(
  'a report that would be longer than the most is not, at %d of its length: words on what holds give way first, and it says so',
  (share) => {
    const most = Math.round(all * share);
    const text = whole(writeJson(wordy, most, 0));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    expect(Buffer.byteLength(text)).toBeGreaterThan(most / 5);
    const report = parseReport(text, 'promptgate.json');
    const { steady, others } = longest(report);
    expect(steady).toBeLessThanOrEqual(2000);
    if (share > 0.4) expect(others).toBe(longest(wordy).others);
    expect(report.notes.at(-1)).toMatch(
      /^Here, replies of cases that hold are cut to (?:2,000|1,000|500|200) characters/u,
    );
    // What is not whole says so, and nothing else does; what was judged is all there.
    const before = repliesOf(wordy);
    for (const [at, reply] of repliesOf(report).entries()) {
      expect(reply.cut === true).toBe(reply.text !== before[at]?.text);
      expect([reply.score, reply.passes, reply.checks.length]).toEqual([
        before[at]?.score,
        before[at]?.passes,
        before[at]?.checks.length,
      ]);
    }
  },
);

test('a report that fits is whole', () => {
  expect(parseReport(whole(writeJson(wordy, Math.round(all * 1.03), 0)), 'promptgate.json')).toEqual(wordy);
});

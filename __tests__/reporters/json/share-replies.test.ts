import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import schema from '../../../schema/report.schema.json' with { type: 'json' };
import { parseReport } from '../../../src/core/report/parse-report.ts';
import type { Report, ReportReply } from '../../../src/core/report/report.ts';
import { readScoreFile } from '../../../src/formats/scores/index.ts';
import { writeJson } from '../../../src/reporters/json.ts';
import { buildLargeReport } from '../../support/large-report.ts';
import { eachReply, repliesOf } from '../../support/replies-of.ts';
import { buildRegressedReport, buildReply } from '../../support/report-builder.ts';
import { whole } from '../../support/whole.ts';

const long = (report: Report): string => whole(writeJson(report, 1e9, 0));

test('a long report tells what replies have alike once, under the names of a short one, and reads back the same', () => {
  const report = buildRegressedReport();
  const written = long(report);
  const saved = JSON.parse(written);
  expect(saved.version).toBe(2);
  const [first] = saved.prompts[0].models[0].cases[0].replies;
  expect(saved.shared.texts[first.text]).toBe(repliesOf(report)[0]?.text);
  expect(new Set(saved.shared.texts).size).toBe(saved.shared.texts.length);
  expect(parseReport(written, 'promptgate.json')).toEqual(report);
});

test('conversations, failed replies and those without usage read back the same', () => {
  const said: readonly Partial<ReportReply>[] = [
    {
      transcript: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
      ],
      conversationEnd: 'met',
    },
    { error: { reason: 'timeout', message: 'no answer in 60 s' }, checks: [] },
    { text: '' },
  ];
  const { usage: _, model: __, ...bare } = buildReply();
  const report = eachReply(buildRegressedReport(), (reply, at) => ({ ...reply, ...said[at % 4] }));
  const odd = eachReply(report, (reply, at) =>
    at % 5 === 0 ? { ...bare, trial: reply.trial, side: reply.side } : reply,
  );
  expect(parseReport(long(odd), 'promptgate.json')).toEqual(odd);
});

test('both versions are of the published schema', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const report = buildRegressedReport();
  for (const written of [long(report), whole(writeJson(report))]) expect(validate(JSON.parse(written))).toBe(true);
});

test('a reply takes 220 characters beside what only it says, and a case of a model 450', () => {
  const report = eachReply(buildLargeReport({ cases: 200, models: 2, sentences: 4 }), (reply, at) => ({
    ...reply,
    text: `${reply.text} This was ticket ${at}.`,
  }));
  const replies = repliesOf(report);
  const said = replies.reduce((sum, { text = '' }) => sum + JSON.stringify(text).length, 0);
  const cases = 200 * 2;
  const asked = JSON.stringify(report.prompts[0]?.exam, null, 2).length;
  expect(long(report).length).toBeLessThan(said + 220 * replies.length + 450 * cases + 2 * asked);
});

test('scores are compared from a long report as from a short one', () => {
  const report = buildRegressedReport();
  const short = readScoreFile(whole(writeJson(report)), 'promptgate.json');
  expect(short.kind).toBe('read');
  expect(readScoreFile(long(report), 'promptgate.json')).toEqual(short);
});

test('a place that the lists do not have is named, not passed over', () => {
  const saved = JSON.parse(long(buildRegressedReport()));
  saved.prompts[0].models[0].cases[0].replies[0].text = 100_000;
  expect(() => parseReport(JSON.stringify(saved), 'promptgate.json')).toThrow(
    /at prompts\.0\.models\.0\.cases\.0\.replies\.0\.text/u,
  );
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writeDriftHtml } from '../../src/reporters/drift.ts';
import { countElements } from '../../src/reporters/html/markup.ts';
import { writeMonitorHtml } from '../../src/reporters/monitor.ts';
import { driftReport, driftRowAfter, movedMonitor, swappedDrift } from '../support/watched-reports.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const run = 'https://github.com/acme/shop/actions/runs/1';
const textOf = (page: string) => page.replaceAll(/<style>.*?<\/style>|<[^>]*>/gsu, ' ').replaceAll(/\s+/gu, ' ');
const chartsOf = (page: string) =>
  [...page.matchAll(/<svg [^>]*role="img" aria-label="([^"]*)"/gu)].map(([, says]) => says);

describe('a page of what is watched', () => {
  test.each([
    ['a drift run', writeDriftHtml(swappedDrift(), hash, run)],
    ['logs', writeMonitorHtml(movedMonitor({ days: 28, segments: ['pro', 'free', 'team'] }), hash, run)],
  ])('of %s is one file that asks for nothing and runs nothing', (_, page) => {
    const style = /<style>(.*?)<\/style>/su.exec(page)?.[1] ?? '';
    expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1]?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src '${hash(style)}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed|form)\b|\bsrc=|\bstyle=|url\(|@import/iu);
    expect([...page.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address)).toEqual([run]);
    expect(page.length).toBeLessThan(250_000);
  });

  test('of drift says what moved, and draws the runs beside the usual, the begin, who answered, and each case that fell', () => {
    const report = swappedDrift();
    const page = writeDriftHtml(report, hash);
    const [row] = report.prompts[0]?.models ?? [];
    expect(page).toMatch(
      /<h1><code>gpt-5\.6-luna<\/code> answers <code>prompts\/support\.prompt\.yml<\/code> worse since 13 Jan 2026\.<\/h1>/u,
    );
    const charts = chartsOf(page);
    expect(charts[0]).toMatch(/^Mean score of 20 runs, from 0\.\d\d to 0\.\d\d; different since 13 Jan 2026\.$/u);
    for (const id of row?.cases ?? []) expect(charts.join('\n')).toContain(`Score of the case ${id} in the last runs`);
    expect(charts.at(-1)).toContain('Mean score of 40 runs');
    expect(charts.join('\n')).toContain('Distance of the canary of gpt-5.6-luna');
    expect(page).toContain('class="usual"');
    expect(page).toContain('class="doubt"');
    expect(page).toContain('class="turn"');
    const text = textOf(page);
    expect(text).toContain('18 Jan 2026: gpt-5.6-luna-2026-09-01 answers.');
    expect(text).toContain('Calls made 180 Calls failed 2 Spent $0.043');
    expect(text).toContain('1 of 2 prompt–model pairs drifted, 1 is as usual.');
  });

  test('of many prompts tells those that drifted first, and is no larger for it than a reader takes', () => {
    const steady = driftRowAfter(60, { rate: () => 0.95 });
    const rows = Array.from({ length: 300 }, (_, at) => ({ ...steady, model: `model-${at}` }));
    const drifted = { ...driftRowAfter(30, { rate: (at) => (at > 20 ? 0.3 : 0.95) }), model: 'fallen' };
    const page = writeDriftHtml(driftReport([...rows, drifted], 'drifted'), hash);
    expect(page.indexOf('fallen')).toBeLessThan(page.indexOf('model-1'));
    expect(page.length).toBeLessThan(300_000);
    expect(countElements(page)).toBeLessThan(5000);
    expect(textOf(page)).toContain('281 more prompt–model pairs are in the table or in the JSON report.');
  });

  test('of logs says what got worse first, with its cause, and draws it by day', () => {
    const page = writeMonitorHtml(movedMonitor({ days: 28, segments: ['pro', 'free', 'team'] }), hash);
    expect(page).toMatch(/<h1>The cost of a call rose by \d+% in segment <code>pro<\/code><\/h1>/u);
    expect(textOf(page)).toMatch(/Since 2026-11-26, from \$[\d.]+ to \$[\d.]+: replies are 2\.0 × longer\./u);
    const charts = chartsOf(page);
    expect(charts[0]).toMatch(/^By day from 1 Nov 2026 to 28 Nov 2026: .*different since 26 Nov 2026\.$/u);
    const options = [...page.matchAll(/<option value="\d+">([^<]*)<\/option>/gu)].map(([, name]) => name);
    expect(options).toEqual(expect.arrayContaining(['All calls', 'Calls in segment pro', 'Calls in segment free']));
    expect(page.split('<div class="scope').length - 1).toBe(options.length);
  });

  test('of logs in which nothing moved, or of which nothing is known, says so', () => {
    const report = movedMonitor({ days: 28, segments: ['pro'] });
    const quiet = report.comparison?.scopes.map((scope) => ({
      ...scope,
      changes: Object.fromEntries(
        Object.entries(scope.changes).map(([name, change]) => [name, { ...change, moved: null }]),
      ),
    }));
    const steady = { ...report, comparison: { ...report.comparison, scopes: quiet } };
    expect(writeMonitorHtml(Object.assign({}, report, steady), hash)).toContain(
      '<header class="band pass"><h1>No change beyond chance:',
    );
    const unknown = writeMonitorHtml({ ...report, comparison: null, series: [] }, hash);
    expect(unknown).toContain('<header class="band inconclusive"><h1>Nothing is compared:');
  });

  test('of ten thousand groups stays small, and says what it leaves out', () => {
    const segments = Array.from({ length: 20 }, (_, at) => `segment-${at}`);
    const few = movedMonitor({ days: 28, segments, models: 3, calls: 9 });
    const [group, total] = [few.groups[0], few.totals[0]];
    if (group === undefined || total === undefined) throw new Error('no group');
    const report = {
      ...few,
      groups: Array.from({ length: 10_000 }, () => group),
      totals: Array.from({ length: 10_000 }, (_, at) => ({ ...total, segment: `user-${at}` })),
    };
    const page = writeMonitorHtml(report, hash);
    expect(page.length).toBeLessThan(600_000);
    expect(countElements(page)).toBeLessThan(6000);
    expect(textOf(page)).toMatch(/9,940 more with fewer calls, and all 10,000 rows by day, are in the JSON report\./u);
  });
});

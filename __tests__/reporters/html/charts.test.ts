import { describe, expect, test } from 'vitest';
import { scaleOf } from '../../../src/reporters/html/scale.ts';
import { buildLargeReport } from '../../support/large-report.ts';
import { buildRegressedReport } from '../../support/report-builder.ts';
import { writePage } from '../../support/write-page.ts';

describe('the drawings of a page', () => {
  test('say in words what they show, and take no style of their own', () => {
    const page = writePage(buildRegressedReport());
    const drawn = [...page.matchAll(/<svg [^>]*aria-label="([^"]+)"/gu)].map(([, says]) => says);
    expect(drawn).toContainEqual(
      expect.stringMatching(/^Share of right replies: refund-\w+ · clerk-mini from 100% to 0%/u),
    );
    expect(drawn).toContainEqual(expect.stringMatching(/^Pass rate against dollars per thousand replies: /u));
    expect(page).not.toMatch(/<svg[\s\S]*? style=/u);
  });

  test('show where the share of right replies lies by those that were asked', () => {
    const page = writePage(buildRegressedReport());
    const [, drawn = ''] = /<path class="span" d="([^"]+)"/u.exec(page) ?? [];
    // The worst case, none of six right: from nothing to 31 % of the axis of 376 from 240 on.
    const [, from, to] = /^M([\d.]+) [\d.]+H([\d.]+)/u.exec(drawn) ?? [];
    expect([Number(from), Number(to)]).toEqual([240, expect.closeTo(240 + 376 * 0.311, 0)]);
  });

  test('of replies that are all alike are left out, and the numbers of others stand inside of them', () => {
    const page = writePage(buildLargeReport({ cases: 20, models: 2 }));
    expect(page).toContain('How long replies take: clerk');
    // Every reply of this report has as many tokens.
    expect(page).not.toContain('Tokens of replies');
    const places = [...page.matchAll(/<text class="axis" x="([\d.]+)" y="124" text-anchor="(\w+)">/gu)];
    expect(places.length).toBeGreaterThan(0);
    for (const [, x, anchor] of places) {
      const room = anchor === 'middle' ? 20 : 0;
      expect(Number(x)).toBeGreaterThanOrEqual(10 + room);
      expect(Number(x)).toBeLessThanOrEqual(300 - room);
    }
  });

  test.each([
    [0, 0.37, [0, 0.1, 0.2, 0.3, 0.4]],
    [85, 100, [85, 90, 95, 100]],
    [0, 0, [0, 0.5]],
    [5, 5, [4, 6]],
    [-3, 8, [-5, 0, 5, 10]],
  ])('have round numbers along %d to %d', (from, to, ticks) => {
    expect(scaleOf(from, to, { start: 0, end: 100 }).ticks).toEqual(ticks);
  });

  test('begin and end an axis where the drawing does', () => {
    const { at, ticks } = scaleOf(0, 0.37, { start: 10, end: 90 });
    expect([at(ticks[0] ?? NaN), at(ticks.at(-1) ?? NaN)]).toEqual([10, 90]);
  });
});

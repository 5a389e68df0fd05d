import { describe, expect, it } from 'vitest';
import type { EarlierVerdict } from '../../src/core/publish/earlier-verdict.ts';
import { commentLimit, writeAsking, writeComment, writeHeading, writeStopped } from '../../src/reporters/comment.ts';
import { buildRegressedReport } from '../support/report-builder.ts';

const marker = '<!-- promptgate {} -->';
const now = '2026-11-28T12:34:56.000Z';
const broken = buildRegressedReport();
const earlier: EarlierVerdict = {
  verdict: 'regressed',
  head: '5e4d3c2b1a09',
  since: '5e4d3c2b1a09',
  line: writeHeading(broken),
  text: writeComment(broken, ''),
};
const run = { head: 'a1b2c3d4e5f6', url: 'https://github.com/acme/shop/actions/runs/4712', earlier };
const far = (done: number, planned: number, kept = 0) => ({ state: { done, planned, kept }, elapsedMs: 15_000 });

describe('the comment of a run that asks', () => {
  it.each([
    ['asking', writeAsking({ ...run, earlier: undefined }, far(120, 480), now, marker)],
    ['asking-after-a-verdict', writeAsking(run, far(120, 480), now, marker)],
    ['ended-early', writeStopped({ ...run, earlier: { ...earlier, text: '' } }, marker)],
  ])('%s is the one that was looked at', async (name, comment) => {
    await expect(`${comment}\n`).toMatchFileSnapshot(`../../fixtures/comments/live/${name}.md`);
  });

  it.each([
    [undefined, 'no reply yet'],
    [far(480, 480), '480 calls answered so far'],
    // Kept replies take no time, and tell nothing of how long the others will take.
    [far(100, 200, 100), '100 of about 200 calls'],
    [far(110, 200, 100), '110 of about 200 calls, about 135 s left'.replace('135 s', '2 min')],
    [far(479, 480), '479 of about 480 calls, about 5 s left'],
  ])('says how far it is: %j', (state, words) => {
    expect(writeAsking(run, state, now, marker).split('\n')[0]).toBe(`### ⏳ Asking: ${words}`);
  });

  it('says what was forecast, where that is known', () => {
    const forecast = 'About 240 calls, $0.12; at most 1,440, $1.18.';
    const comment = writeAsking(run, { ...far(120, 480), forecast }, now, marker);
    expect(comment).toContain(`The verdict on \`a1b2c3d\` will stand here. Forecast: ${forecast}`);
  });

  it('leaves out what stood there where both do not fit, and keeps its first line', () => {
    const long = { ...run, earlier: { ...earlier, text: 'x'.repeat(commentLimit) } };
    const comment = writeAsking(long, far(1, 2), now, marker);
    expect(comment.length).toBeLessThan(2_000);
    expect(comment).toContain('Before, at `5e4d3c2`: ⛔ Do not merge yet: 2 refund cases broke on `clerk-mini`');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentPage } from '../../scripts/screenshots/comment-page.ts';
import { writeComment } from '../../src/reporters/comment.ts';
import { openPages, type Pages } from '../support/open-pages.ts';
import { reviewScenarios } from '../support/review-scenarios.ts';
import { writePage } from '../support/write-page.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
}, 240_000);
afterAll(() => pages.close());

/** Where a reader's eye gets to before it has to unfold, in pixels from the comment's top, and how wide what it meets is. */
const measured = `(() => {
  const box = document.querySelector('.comment').getBoundingClientRect();
  const end = document.querySelector('.body > details, .body > p:has(> sub)').getBoundingClientRect();
  const tables = [...document.querySelectorAll('.body > table')].map((one) => one.scrollWidth);
  const [verdict, sentence] = document.querySelectorAll('.body > h3, .body > p');
  return {
    height: Math.round(end.top - box.top),
    page: document.documentElement.scrollWidth,
    table: Math.max(0, ...tables),
    line: Math.round(sentence.getBoundingClientRect().bottom - box.top),
    right: Math.round(verdict.getBoundingClientRect().right),
  };
})()`;

type Measured = { height: number; page: number; table: number; line: number; right: number };

describe.each([
  ['a pull request on a desk', 1012, 700],
  ['a telephone', 390, 1100],
])('on %s', (_, width, most) => {
  test(`a comment of each end of a review has its verdict in sight, and no more than ${most} pixels above its folds`, async () => {
    const page = await pages.show('', width);
    for (const [name, report] of Object.entries(reviewScenarios)) {
      await page.setContent(commentPage(writeComment(report, '')));
      const found: Measured = await page.evaluate(measured);
      expect.soft(found.height, `${name}: height`).toBeLessThanOrEqual(most);
      // The verdict and its sentence, without any scrolling; a table scrolls by itself, and at most once.
      expect.soft(found.line, `${name}: verdict`).toBeLessThanOrEqual(300);
      expect.soft(Math.max(found.page, found.right), `${name}: width`).toBeLessThanOrEqual(width);
      expect.soft(found.table, `${name}: table`).toBeLessThanOrEqual(Math.max(2 * 358, width));
    }
    await page.close();
  });

  test('the first screen of a page has the verdict, the next step and the first case', async () => {
    for (const name of ['cases-broke', 'sixty-cases-on-three-models', 'ten-prompts', 'few-replies', 'key-refused']) {
      const report = reviewScenarios[name];
      if (report === undefined) throw new Error(name);
      const page = await pages.show(writePage(report), width);
      const found: { band: number; page: number } = await page.evaluate(`({
        band: Math.round(document.querySelector('header.band').getBoundingClientRect().bottom),
        page: document.documentElement.scrollWidth,
      })`);
      expect.soft(found.band, `${name}: band`).toBeLessThanOrEqual(width > 900 ? 300 : 520);
      expect.soft(found.page, `${name}: width`).toBeLessThanOrEqual(width);
      await page.close();
    }
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';
import { commentPage } from './comment-page.ts';

/** What is drawn of a page: of the comment all of it, of the report what a reader sees first. */
const width = { comment: 880, report: 1280 };

/** Draws a comment and a report in a browser, light and dark. @param scratch a folder for what is drawn from */
export async function drawPages(given: {
  readonly comment: string;
  readonly report: string;
  readonly images: string;
  readonly scratch: string;
}): Promise<void> {
  const { comment, report, images, scratch } = given;
  const written = join(scratch, 'comment.html');
  writeFileSync(written, commentPage(comment));
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    headless: true,
  });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, deviceScaleFactor: 1.5 });
      const page = await context.newPage();
      await page.setViewportSize({ width: width.comment, height: 600 });
      await page.goto(`file://${written}`);
      await page.locator('.comment').screenshot({ path: join(images, `comment-${colorScheme}.png`) });
      await page.setViewportSize({ width: width.report, height: 860 });
      await page.goto(`file://${report}`);
      await page.locator('[role=tablist]').waitFor();
      await page.screenshot({ path: join(images, `page-${colorScheme}.png`) });
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

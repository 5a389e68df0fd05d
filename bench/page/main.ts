import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type CDPSession, chromium as launcher, type Page } from 'playwright-core';
import { buildLargeReport } from '../../__tests__/support/large-report.ts';
import { loadPage } from '../../src/hosts/page/load-page.ts';
import { writeHtml } from '../../src/reporters/html.ts';

// Opens large pages in a browser: their size, elements, and the processor's time of what a reader does.
// npm run bench:page
const sizes = [
  { cases: 60, models: 3, sentences: 4 },
  { cases: 1_000, models: 6, sentences: 12 },
  { cases: 5_000, models: 3, sentences: 8 },
] as const;

/** Seconds that the page's main thread has worked so far. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

async function measure(page: Page, session: CDPSession, act: () => Promise<void>): Promise<string> {
  const before = await worked(session);
  await act();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return `${Math.round(1000 * ((await worked(session)) - before))} ms`;
}

const folder = mkdtempSync(join(tmpdir(), 'promptgate-bench-'));
const form = await loadPage();
const browser = await launcher.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter((arg) => arg !== '--single-process'),
  headless: true,
});
process.stdout.write('| cases × models | file | elements | first paint | load | filter | search | open a case |\n');
process.stdout.write('| - | - | - | - | - | - | - | - |\n');
try {
  for (const size of sizes) {
    const file = join(folder, `${size.cases}.html`);
    writeFileSync(file, [...writeHtml(buildLargeReport(size), form)].join(''));
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(pathToFileURL(file).href);
    await page.locator('.lines .row').first().waitFor();
    const load = Math.round(1000 * (await worked(session)));
    const elements: number = await page.evaluate('document.querySelectorAll("*").length');
    const paint: number = await page.evaluate(
      'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN',
    );
    const filter = await measure(page, session, () => page.locator('.chips .chip').first().click());
    await page.locator('.chips .chip').first().click();
    const open = await measure(page, session, async () => {
      await page.locator('.lines .row').nth(5).click();
      await page.locator('.case .side').first().waitFor();
    });
    const search = await measure(page, session, () => page.locator('input[type=search]').fill('shipping'));
    const name = `${size.cases.toLocaleString('en')} × ${size.models}`;
    const bytes = `${(statSync(file).size / 1e6).toFixed(1)} MB`;
    process.stdout.write(
      `| ${[name, bytes, elements, `${Math.round(paint)} ms`, `${load} ms`, filter, search, open].join(' | ')} |\n`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHtml } from '../../src/reporters/html.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { buildRegressedReport } from '../support/report-builder.ts';
import { whole } from '../support/whole.ts';

describe('the HTML report in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launcher.launch({
      executablePath: await chromium.executablePath(),
      args: chromium.args,
      headless: true,
    });
  }, 240_000);

  afterAll(async () => {
    await browser.close();
  });

  async function open(
    html: string,
    width: number,
  ): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on('request', (request) => void faults.push(`asked for ${request.url()}`));
    page.on('console', (message) => void faults.push(message.text()));
    page.on('dialog', (dialog) => void faults.push(dialog.message()));
    await page.setContent(html, { waitUntil: 'load' });
    return { page, faults };
  }

  test('fits a phone, shows the verdict at once and unfolds a case with its replies', async () => {
    const { page, faults } = await open(whole(writeHtml(buildRegressedReport())), 390);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.locator('h1').textContent()).toContain('2 refund cases broke');
    await page.getByText('All 21 cases on').click();
    await page.locator('summary').filter({ hasText: 'shipping-time' }).first().click();
    expect(await page.getByText('Here is what our policy says about shipping time').first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('neither asks for anything nor runs anything, whatever the replies hold', async () => {
    const { page, faults } = await open(whole(writeHtml(buildHostileReport(hostileTexts.join('\n')))), 1200);
    expect(await page.locator('img, script, iframe').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

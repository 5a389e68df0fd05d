import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeDriftHtml } from '../../src/reporters/drift.ts';
import { writeMonitorHtml } from '../../src/reporters/monitor.ts';
import { faultsOfAccess } from '../support/expect-of-page.ts';
import { watchPages } from '../support/watch-pages.ts';
import { movedMonitor, swappedDrift } from '../support/watched-reports.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const drift = writeDriftHtml(swappedDrift(), hash, 'https://github.com/acme/shop/actions/runs/1');
const monitor = writeMonitorHtml(movedMonitor({ days: 28, segments: ['pro', 'free', 'team'], models: 3 }), hash);
const { openWritten } = watchPages();
const shown = "[...document.querySelectorAll('.scope')].filter((one) => one.offsetParent !== null).length";

test.each([
  ['drift', 'light', 1280],
  ['drift', 'dark', 390],
  ['monitor', 'dark', 1280],
  ['monitor', 'light', 390],
] as const)(
  'the page of %s has no fault of accessibility, %s at %d pixels, and is no wider than that',
  async (of, colorScheme, width) => {
    const html = of === 'drift' ? drift : monitor;
    // The audit is no part of the page: its policy would refuse it.
    const page = await openWritten(html, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    // What is folded is looked at as well.
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  },
);

test('days of a segment are chosen where no script runs', async () => {
  const page = await openWritten(monitor, { javaScriptEnabled: false });
  const scope = (at: number) => page.locator('.scope').nth(at);
  expect([await scope(0).isVisible(), await scope(2).isVisible()]).toEqual([true, false]);
  await page.getByLabel('By day, of').selectOption('2');
  expect([await scope(0).isVisible(), await scope(2).isVisible()]).toEqual([false, true]);
});

test('on paper stand all calls and what got worse, folded parts opened, and nothing to choose by', async () => {
  const page = await openWritten(monitor);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#scope').isVisible()).toBe(false);
  const printed = Number(await page.evaluate(shown));
  expect(printed).toBeGreaterThanOrEqual(2);
  expect(printed).toBeLessThanOrEqual(4);
  const still = await openWritten(drift);
  await still.emulateMedia({ media: 'print' });
  expect(await still.getByText('The model that answers').first().isVisible()).toBe(true);
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildLargeReport } from '../support/large-report.ts';
import { watchPages } from '../support/watch-pages.ts';

const sixty = buildLargeReport({ cases: 60, models: 3 });
const several = buildLargeReport({ prompts: 4, cases: 12, models: 2 });
const { open } = watchPages();

const shownCount = (page: Page) => page.locator('.found [role=status]').textContent();
const fragment = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

describe('filters', () => {
  test('by a column show what broke or fell on its model', async () => {
    const page = await open(sixty);
    await page.locator('.head .model').nth(1).click();
    expect(await shownCount(page)).toBe('3 of 60');
    expect(fragment(page).get('on')).toBe('clerk-mini');
  });

  test('that leave nothing say so', async () => {
    const page = await open(sixty, '#q=nowhere-to-be-found');
    await page.getByText('No case is like that.').waitFor();
  });

  test('sort by name, change, cost and latency', async () => {
    const page = await open(sixty);
    await page.getByLabel('Order').selectOption('id');
    expect(await page.locator('.lines .id').first().textContent()).toBe('account-abroad');
    expect(fragment(page).get('sort')).toBe('id');
  });
});

describe('a case', () => {
  test('of one of several prompts is linked to with its prompt', async () => {
    const page = await open(several);
    await page.locator('.lines .row:not(.prompt)').nth(13).click();
    expect(fragment(page).get('prompt')).toBe('prompts/desk-4.prompt.yml');
    await page.reload();
    await page.locator('.about').getByText('prompts/desk-4.prompt.yml').waitFor();
  });

  test('is copied as a link and as a prompt', async () => {
    const page = await open(sixty, '#case=account-status', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.side.new').waitFor();
    await page.keyboard.press('c');
    await page.getByText('Copied the link.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('#case=account-status&model=clerk&trial=1');
    await page.getByRole('button', { name: 'Copy as prompt' }).click();
    await page.getByText('Copied the prompt.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
      '## Reply now\nWe would love to make this right',
    );
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectFewElements } from '../support/expect-of-page.ts';
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

test.each([
  { cases: 1_000, models: 6 },
  { cases: 5_000, models: 3, sentences: 8 },
])(
  'a page of $cases cases on $models models has at most 2,500 elements, and lines come as they are scrolled to',
  async (size) => {
    await expectFewElements(await open(buildLargeReport(size)));
  },
);

test.each([
  ['dark', 1280],
  ['light', 390],
] as const)('has no fault of accessibility, %s at %d pixels', async (colorScheme, width) => {
  await expectAccessible(
    await open(sixty, '#case=account-status', { colorScheme, viewport: { width, height: 900 }, bypassCSP: true }),
  );
});

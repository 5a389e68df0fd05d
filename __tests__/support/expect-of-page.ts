import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** At most 2,500 elements stand in the page at its begin, at its last line, and amid. */
export async function expectFewElements(page: Page): Promise<void> {
  const elements = () => page.evaluate('document.querySelectorAll("*").length');
  const last = Number(await page.locator('#matrix').getAttribute('aria-rowcount')) - 2;
  await page.locator('.case .side').first().waitFor();
  expect(await elements()).toBeLessThanOrEqual(2500);
  await page.locator('#matrix').focus();
  await page.keyboard.press('End');
  await page.locator(`#line-${last}`).waitFor();
  expect(
    await page.evaluate(
      `(() => { const bottom = (id) => document.getElementById(id).getBoundingClientRect().bottom; return bottom('line-${last}') <= Math.min(innerHeight, bottom('matrix')) + 1; })()`,
    ),
  ).toBe(true);
  await page.locator('#matrix').evaluate((matrix) => matrix.scrollTo({ top: matrix.scrollHeight / 2 }));
  await page.locator(`#line-${Math.floor(last / 2)}`).waitFor();
  expect(await elements()).toBeLessThanOrEqual(2500);
}

/** What axe finds in a page that was opened without its policy, a line each. */
export async function faultsOfAccess(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(' ')}`))",
  );
}

/** A page that was opened at a case, without its policy, has no fault of accessibility there, in its list and beside its models. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator('.side.new').waitFor();
  const faults = () => faultsOfAccess(page);
  expect(await faults()).toEqual([]);
  if ((page.viewportSize()?.width ?? 0) < 400) {
    await page.locator('#back').click();
    expect(await faults()).toEqual([]);
  }
  await page.locator('#tab-models').click();
  expect(await faults()).toEqual([]);
}
